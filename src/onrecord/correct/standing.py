"""Which corrections of a log hold: those not taken back, each once, the later of two that contradict."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
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

    What somebody takes back by name is none of them, nor is what somebody else says again.
    """
    answers = _Answers([*log, *said])
    undone = {one.undoes for one in said if one.kind is CorrectionKind.UNDO}
    return tuple(one for one in find_standing(log) if not answers.holds(one) and one.id not in undone)


def find_holding(log: Sequence[Correction]) -> tuple[bool, ...]:
    """Tell of each correction of `log` (oldest first) whether it holds: it is not taken back, and the last word does not differ.

    Several persons may say the same: then each of them holds. One that takes another back holds until that is said again.
    """
    answers = _Answers(log)
    undone: set[str] = set()
    holding: list[bool] = []
    for one in reversed(log):
        if one.kind is CorrectionKind.UNDO:
            undone.add(one.undoes or "")
        holding.append(answers.holds(one) and one.id not in undone)
    return tuple(reversed(holding))


def find_unsaid(log: Iterable[Correction], said: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return those of `said` that are not in `log` (oldest first) and hold already: the same thing sent twice is one."""
    answers = _Answers(log)
    unsaid: list[Correction] = []
    for one in said:
        if not (answers.has(one) and answers.holds(one)):
            unsaid.append(one)
            answers.take(one)
    return tuple(unsaid)


class _Answers:
    """The answers to each question that nobody has taken back, in the order in which they were last made."""

    def __init__(self, log: Iterable[Correction]) -> None:
        self._answers: dict[object, dict[str, Correction]] = {}
        self._questions: dict[str, object] = {}
        self._undoing: set[str] = set()
        self._made: dict[str, int] = {}
        self._count = count()
        for one in log:
            self.take(one)

    def take(self, one: Correction) -> None:
        """Take in what was said next."""
        if one.kind is CorrectionKind.UNDO:
            self._undoing.add(one.id)
            if (question := self._questions.pop(one.undoes or "", None)) is not None:
                del self._answers[question][one.undoes or ""]
            return
        question = self._questions[one.id] = _question(one)
        self._made[one.id] = next(self._count)
        answers = self._answers.setdefault(question, {})
        answers.pop(one.id, None)
        answers[one.id] = one

    def has(self, one: Correction) -> bool:
        """Tell whether this very thing was said, and not taken back."""
        return one.id in self._undoing or one.id in self._questions

    def holds(self, one: Correction) -> bool:
        """Tell whether what is said is the last word on its question.

        Who finds a reading right as it stands has not said so of the speaker that somebody names later.
        """
        if one.kind is CorrectionKind.UNDO:
            return one.undoes not in self._questions
        if one.kind is CorrectionKind.ACCEPT:
            named = self._answers.get(_question(replace(one, kind=CorrectionKind.SPEAKER)), {})
            if any(self._made[later] > self._made.get(one.id, -1) for later in named):
                return False
        answers = self._answers.get(self._questions.get(one.id), {})
        return bool(answers) and _answer(next(reversed(answers.values()))) == _answer(one)


def _question(correction: Correction) -> object:
    """Return what a correction answers, so that two answers to one question meet."""
    about = _ABOUT[correction.kind]
    anchors = tuple((anchor.report_id, anchor.spans) for anchor in correction.anchors)
    if about == "names":
        return about, tuple(sorted(name.casefold() for name in correction.names))
    # Of two reports each cannot be the other's copy: which is whose is one question.
    return about, tuple(sorted(anchors)) if about in {"statements", "copy"} else anchors


def _answer(correction: Correction) -> object:
    """Return what a correction says to its question, whoever says it."""
    is_ordered = _ABOUT[correction.kind] not in {"names", "statements"}
    return correction.kind, is_ordered and (correction.names, correction.days, correction.anchors)
