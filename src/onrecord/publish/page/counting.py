"""Why fewer reports count than carry a statement, in sentences: copied text, the same words beside it, words printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.statements.corroboration import find_passed_on, has_same_words, read_wordings
from onrecord.publish.page.carriers import copies_by_report
from onrecord.publish.page.wording import listing, outlet_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.span import Span
    from onrecord.model.statement import Lineage, Statement
    from onrecord.publish.page.pile import Pile


def counting_words(
    pile: Pile, statement: Statement, called: Callable[[Report], str] | None = None
) -> tuple[str, ...]:
    """Say in a sentence each why fewer reports count than carry `statement`; `called` gives the names of reports."""

    def name(report_id: str) -> str:
        report = pile.readings_by_id[report_id].report
        return called(report) if called else f"{outlet_words(report)} ({pile.numbers[report_id]})"

    members = pile.members(statement)
    reports = sorted({member.report_id for member in members}, key=lambda one: int(pile.numbers[one][1:]))
    said: list[str] = []
    concerned = {one.id: one for report_id in reports for one in pile.lineages_by_report.get(report_id, ())}
    for _, lineage in sorted(concerned.items()):
        copies = [one for one in reports if _is_copied(lineage, one, members)]
        if copies and (words := _copied_words(pile, lineage, copies, reports, name)):
            said.append(words)
        for why, together in _told_together(pile, lineage, members):
            said.append(
                f"{listing([name(one) for one in reports if one in together])} {why}: counted as one."
            )
    carried = {one: pile.readings_by_id[one].report for one in reports}
    said += [
        _passed_on_words(together, carried, name) for together in find_passed_on(members, carried).values()
    ]
    for report_id in reports:
        printed = sum(member.report_id == report_id for member in members)
        if printed > 1:
            said.append(
                f"{name(report_id) if called else pile.numbers[report_id]} prints it {printed} times; it counts once."
            )
    return tuple(said)


def _passed_on_words(
    together: Mapping[str, Span | None], reports: Mapping[str, Report], name: Callable[[str], str]
) -> str:
    """Say which reports have the words from one house, as the first of them calls it, and which are its own; as of `find_passed_on`."""
    spans = {key: span for key, span in together.items() if span is not None}
    tellers = [one for one in reports if one in spans]
    own = [one for one in reports if one in together and one not in spans]
    house = spans[tellers[0]].of(reports[tellers[0]].text)
    has = "has" if len(tellers) == 1 else "have"
    beside = f" with {listing([name(one) for one in own])}" if own else ""
    return f"{listing([name(one) for one in tellers])} {has} it from {house}: counted{beside} as one."


def _copied_words(
    pile: Pile, lineage: Lineage, copies: Sequence[str], reports: Sequence[str], name: Callable[[str], str]
) -> str | None:
    """Say whose text copies are, as far as anything tells; None where nothing does and no other report has it."""
    names = listing([name(one) for one in copies])
    if lineage.origin is not None and lineage.origin in pile.readings_by_id:
        counted = "counted together as one" if lineage.origin in reports else "counted as one"
        return f"In {names} it stands in text copied from {name(lineage.origin)}: {counted}."
    if lineage.credit:
        return f"In {names} it stands in text that comes from {lineage.credit}: counted as one."
    sharing = {
        key
        for found in copies_by_report([lineage]).values()
        for copy in found
        if set(copy.pair) <= set(reports) and not set(copies).isdisjoint(copy.pair)
        for key in copy.pair
    }
    if not sharing:
        return None
    shared = listing([name(one) for one in reports if one in sharing])
    return f"{shared} share the text it stands in; which had it first is not told: counted as one."


def _is_copied(lineage: Lineage, report_id: str, members: Sequence[Attribution]) -> bool:
    return any(
        passage.copy.report_id == report_id and passage.copy.span.overlaps(span)
        for passage in lineage.passages
        for member in members
        if member.report_id == report_id
        for span in member.content
    )


def _told_together(
    pile: Pile, lineage: Lineage, members: Sequence[Attribution]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield why reports count together in which nothing of a statement stands in copied text, and which they are."""
    carriers = {member.report_id for member in members}
    pairs = {
        copy
        for copies in copies_by_report([lineage]).values()
        for copy in copies
        if carriers.issuperset(copy.pair) and not any(_is_copied(lineage, one, members) for one in copy.pair)
    }
    reports = {key: pile.readings_by_id[key].report for copy in pairs for key in copy.pair}
    wordings = {
        key: read_wordings([one for one in members if one.report_id == key], reports) for key in reports
    }
    beside = {
        key
        for copy in pairs
        if copy.passages and has_same_words(wordings[copy.first], wordings[copy.second])
        for key in copy.pair
    }
    if beside:
        yield "share copied text, and have it in the same words beside that", frozenset(beside)
    told = {key for copy in pairs if not copy.passages for key in copy.pair}
    if told:
        yield "are copies by a credit or a person's word", frozenset(told)
