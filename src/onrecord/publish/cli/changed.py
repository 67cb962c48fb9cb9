"""What a record says otherwise than before: the answer to a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.cli.console import plain
from onrecord.publish.cli.lines import Line, line
from onrecord.publish.page.citations import shortened
from onrecord.publish.page.statements import first_of
from onrecord.publish.page.wording import level_words, moment_words, title_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.moment import Moment
    from onrecord.publish.page.pile import Pile

NAMES = 14
"""Columns of the names before the numbers."""
LISTED = 12
"""More of a kind than this are counted, not listed."""
WORDS = 80
"""Characters of the words that name an attribution in passing."""
RENUMBERED = (
    "Numbers (S1, E1, R1) were given anew: some name other things than before. Ids name the same as ever."
)


def changed_lines(before: Pile, after: Pile) -> list[Line]:
    """Return what is otherwise in `after`: numbers first, then who said what, how sure that is, and days."""
    lines = [
        line((name.ljust(NAMES), "bold"), f"{now:,}, before {was:,}", hanging=NAMES)
        for name, was, now in _counts(before, after)
        if was != now
    ]
    for name, told in (
        ("Speakers", _speakers(before, after)),
        ("Readings", _readings(before, after)),
        ("Days", _days(before, after)),
    ):
        several = _listed(name, list(told))
        lines += [line(), *several] if lines and several else several
    renumbered = [line((RENUMBERED, "dim"))] if is_renumbered(before, after) else []
    if not lines:
        return [line("Nothing else in the record is otherwise for it."), *renumbered]
    return [line(("Otherwise than before", "bold")), *lines, *([line(), *renumbered] if renumbered else [])]


def is_renumbered(before: Pile, after: Pile) -> bool:
    """Tell whether something goes by another number than before, or a number names something else."""
    return any(before.numbers.get(key, number) != number for key, number in after.numbers.items())


def _counts(before: Pile, after: Pile) -> Iterator[tuple[str, int, int]]:
    for (name, was), (_, now) in zip(_figures(before), _figures(after), strict=True):
        yield name, was, now


def _figures(pile: Pile) -> tuple[tuple[str, int], ...]:
    speakers = {one for said in pile.statements for one in said.speaker_ids}
    return (
        ("Speakers", len(speakers)),
        ("Attributions", len(pile.attributions_by_id)),
        ("Statements", len(pile.statements)),
        ("Borne out", sum(one.corroboration.lineages > 1 for one in pile.statements)),
        ("Events", len(pile.events)),
        ("Lineages", len(pile.contents.linked.lineages)),
    )


def _speakers(before: Pile, after: Pile) -> Iterator[str]:
    for key, one in after.attributions_by_id.items():
        was = before.attributions_by_id.get(key)
        if was is not None and (old := _who(before, was)) != (new := _who(after, one)):
            yield f"{old} → {new}  │ {_words(after, one)}  {key}"


def _who(pile: Pile, one: Attribution) -> str:
    chains = pile.contents.linked.entity_by_chain()
    return plain(pile.speaker_words(dict.fromkeys(chains[key] for key in one.speakers if key in chains)))


def _words(pile: Pile, one: Attribution) -> str:
    exact = " ".join(one.content[0].of(pile.readings_by_id[one.report_id].report.text).split())
    short = shortened(exact, WORDS)
    credit = pile.credit_words(one)
    return plain(f"{credit}: " * bool(credit) + (short if short == exact else f"{short} […]"))


def _readings(before: Pile, after: Pile) -> Iterator[str]:
    for key, one in before.attributions_by_id.items():
        now = after.attributions_by_id.get(key)
        if now is None:
            yield f"nobody’s speech any more  │ {_words(before, one)}  {key}"
        elif level_words(now.judgement) != level_words(one.judgement):
            yield f"{level_words(one.judgement)} → {level_words(now.judgement)}  │ {_words(after, now)}  {key}"
    for key, one in after.attributions_by_id.items():
        if key not in before.attributions_by_id:
            yield f"read as speech now  │ {_words(after, one)}  {key}"


def _days(before: Pile, after: Pile) -> Iterator[str]:
    old, new = _moments(before), _moments(after)
    for key, (name, moment) in new.items():
        if key in old and (was := moment_words(old[key][1])) != (now := moment_words(moment)):
            yield f"{was} → {now}  {name}  {key}"


def _moments(pile: Pile) -> Mapping[str, tuple[str, Moment | None]]:
    days = pile.contents.linked.report_dates
    found: dict[str, tuple[str, Moment | None]] = {}
    for reading in pile.reports:
        report = reading.report
        found[report.id] = (
            f"report: {plain(shortened(title_words(report), WORDS))}",
            days.get(report.id) or report.published,
        )
    for event in pile.events:
        found[event.id] = (f"event: {plain(shortened(event.what, WORDS))}", event.date)
    for said in pile.statements:
        credit = pile.credit_words(first_of(pile, said.variants[0]))
        told = f"{credit}: " * bool(credit) + shortened(said.variants[0].text, WORDS)
        found[said.id] = (f"statement: {plain(told)}", said.said)
    return found


def _listed(name: str, several: list[str]) -> list[Line]:
    if not several:
        return []
    lines = [line((name, "bold")), *(line(one, indent=2, hanging=2) for one in several[:LISTED])]
    if len(several) > LISTED:
        lines.append(line((f"and {len(several) - LISTED:,} more", "dim"), indent=2))
    return lines
