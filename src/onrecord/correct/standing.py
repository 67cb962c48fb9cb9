"""Which corrections of a log hold: those not taken back, each once, the later of two that contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.correction import CorrectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.correction import Correction

_OF_READING: Final = "reading"
_ABOUT: Final = {
    CorrectionKind.ACCEPT: _OF_READING,
    CorrectionKind.NOT_SPEECH: _OF_READING,
    CorrectionKind.SPEAKER: "speaker",
    CorrectionKind.SAME_NAME: "names",
    CorrectionKind.OTHER_NAME: "names",
    CorrectionKind.SAME_STATEMENT: "statements",
    CorrectionKind.OTHER_STATEMENT: "statements",
    CorrectionKind.DATE: "date",
    CorrectionKind.COPY: "copy",
}


def find_standing(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections of `log` (oldest first) that hold, in the order in which they were last made.

    Who is said to speak, and whether it is speech at all, are two questions; on each the last word counts.
    """
    made: dict[str, Correction] = {}
    for correction in log:
        if correction.kind is CorrectionKind.UNDO:
            made.pop(correction.undoes or "", None)
        else:
            made.pop(correction.id, None)
            made[correction.id] = correction
    last: dict[object, Correction] = {}
    for correction in made.values():
        key = _question(correction)
        last.pop(key, None)
        last[key] = correction
    return tuple(last.values())


def find_replaced(log: Sequence[Correction], said: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections of `log` (oldest first) that hold no longer because `said` after it contradicts them.

    What somebody takes back by name is none of them.
    """
    holding = {one.id for one in find_standing([*log, *said])}
    undone = {one.undoes for one in said if one.kind is CorrectionKind.UNDO}
    return tuple(one for one in find_standing(log) if one.id not in holding and one.id not in undone)


def _question(correction: Correction) -> object:
    """Return what a correction answers, so that two answers to one question meet."""
    about = _ABOUT[correction.kind]
    anchors = tuple((anchor.report_id, anchor.spans) for anchor in correction.anchors)
    if about == "names":
        return about, tuple(sorted(name.casefold() for name in correction.names))
    # Of two reports each cannot be the other's copy: which is whose is one question.
    return about, tuple(sorted(anchors)) if about in {"statements", "copy"} else anchors
