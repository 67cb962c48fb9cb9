"""What a page showed of the things that its forms are about, so that nobody vouches for what somebody else said since."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from onrecord.correct import find_holding, find_standing
from onrecord.errors import RecordError, UnknownIdError
from onrecord.model.correction import CorrectionKind
from onrecord.model.ids import digest
from onrecord.model.moment import Basis
from onrecord.publish.page.pile import pile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from onrecord.model.correction import Correction
    from onrecord.model.moment import Moment
    from onrecord.model.statement import Entity, Statement
    from onrecord.publish.page.pile import Pile
    from onrecord.record import Record


class OverheardError(RecordError):
    """Somebody said otherwise of a thing after the page was shown that a form came from."""

    def __init__(self) -> None:
        super().__init__(
            "somebody said otherwise of this since your page was made; look again, and say it then if it is still so"
        )


def saw_words(pile: Pile, attributions: Iterable[str]) -> list[str]:
    """Return, for readings of `pile`, what is shown of each: its speakers, its words, and a day that somebody gave."""
    entities = pile.contents.linked.entity_by_chain()
    return [f"{one}:{_of_words(pile, entities, one)}" for one in attributions]


def saw_statement(pile: Pile, statement: Statement) -> str:
    """Return what is shown of a statement: its speakers, its base wording and its day."""
    names = [pile.entities_by_id[one].name for one in statement.speaker_ids]
    return f"{statement.id}:{digest('statement', *names, '', statement.variants[0].text, *_days(statement.said))}"


def saw_together(statement: Statement) -> str:
    """Return what says that all readings which a form has seen were those of one statement."""
    return f"{_TOGETHER}:{statement.id}"


def saw_report(report_id: str, published: Moment | None) -> str:
    """Return what is shown of a report's day."""
    return f"{report_id}:{digest('published', *_days(published))}"


def saw_copies(report_id: str, log: Iterable[Correction]) -> str:
    """Return what persons said of a report, by their standing word: of which it is a copy, or which is one of it."""
    pairs = [
        tuple(anchor.report_id for anchor in one.anchors)
        for one in find_standing(log)
        if one.kind is CorrectionKind.COPY
    ]
    about = sorted(pair for pair in pairs if report_id in pair)
    return f"{report_id}:{digest('copies', *(one for pair in about for one in pair))}"


def saw_names(entity: Entity) -> str:
    """Return what is shown of whom a name is of: all the names."""
    return f"{entity.id}:{digest('names', entity.name, *sorted(entity.aliases))}"


def refuse_overheard(
    record: Record, kind: CorrectionKind, about: Collection[str], seen: Sequence[str]
) -> None:
    """Refuse a form `about` things (their ids) that are not any more as its page, by what it has `seen`, showed them.

    Raises:
        OverheardError: when one of them is otherwise, or gone, or what is taken back holds no longer; or when readings that stood
            together on the page are of several statements now.
    """
    if kind is CorrectionKind.UNDO:
        log = record.corrections()
        holding = {one.id for one, holds in zip(log, find_holding(log), strict=True) if holds}
        if any(one.id in about and one.id not in holding for one in log):
            raise OverheardError
    shown = {thing: shape for thing, _, shape in (one.rpartition(":") for one in seen)}
    if _TOGETHER in shown and _are_parted(record, shown):
        raise OverheardError
    things = shown if kind in _OF_NAMES else about
    look = _LOOKS.get(kind, _see_thing)
    for one in things:
        if one in shown and _now(look, record, one) != f"{one}:{shown[one]}":
            raise OverheardError


def _are_parted(record: Record, things: Iterable[str]) -> bool:
    """Tell whether the readings among `things` that are still there are of more than one statement."""
    statements: set[str] = set()
    for one in things:
        if one.startswith("a"):
            with suppress(UnknownIdError):
                statements.add(record.resolve(f"s{record.resolve(one)[1:]}"))
    return len(statements) > 1


_TOGETHER = "together"
_OF_NAMES = frozenset({CorrectionKind.SAME_NAME, CorrectionKind.OTHER_NAME})


def _now(look: Callable[[Record, str], str], record: Record, thing: str) -> str | None:
    """Return what is shown of a thing today, under the id that it had; None where it is gone."""
    try:
        return f"{thing}:{look(record, thing).rpartition(':')[2]}"
    except RecordError:
        return None


def _see_thing(record: Record, thing: str) -> str:
    if thing.startswith("r"):
        return saw_report(thing, record.value("r", thing).published)
    today = record.resolve(f"s{thing[1:]}")
    pile = pile_of(record.slice(statement_ids=(today,)))
    if thing.startswith("s"):
        return saw_statement(pile, next(one for one in pile.statements if one.id == today))
    return saw_words(pile, (thing,))[0]


def _see_copies(record: Record, thing: str) -> str:
    return saw_copies(thing, record.corrections())


def _see_names(record: Record, thing: str) -> str:
    return saw_names(record.value("p", record.resolve(thing)))


_LOOKS: Mapping[CorrectionKind, Callable[[Record, str], str]] = {
    CorrectionKind.COPY: _see_copies,
    CorrectionKind.SAME_NAME: _see_names,
    CorrectionKind.OTHER_NAME: _see_names,
}


def _of_words(pile: Pile, entities: Mapping[str, str], one: str) -> str:
    attribution = pile.attributions_by_id.get(one)
    if attribution is None:
        return ""
    names = [pile.entities_by_id[entities[chain]].name for chain in attribution.speakers if chain in entities]
    text = pile.readings_by_id[attribution.report_id].report.text
    statement = pile.statements_by_attribution.get(one)
    said = statement.said if statement else None
    # A day that other reports suggest may change with these; a day that somebody gave is shown of these words.
    days = _days(said) if said and said.basis is Basis.GIVEN else ()
    return digest("words", *names, "", *(span.of(text) for span in attribution.content), "", *days)


def _days(moment: Moment | None) -> tuple[str, ...]:
    return () if moment is None else (str(moment.earliest), str(moment.latest))
