"""The turns of an interview or a hearing: lines that open with a letter, initials or a name and a colon.

The rule: "Q" and "A" are nobody's names. What stands behind "A" belongs to the one person whom the words above the
first turn name as interviewed, else to nobody known; initials ("LM") belong to the one person whose name has them.
Names and capital surnames ("HARROW: We closed it.") are found as in any labelled line. "He said" inside a turn is
somebody the speaker talks about, so it stands for nobody that the report's own words put on stage.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.frame.view import FIRST_PERSON, SECOND_PERSON
from onrecord.attribute.patterns.interviewed import find_addressed, find_interviewed, people_of
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Chain

RULE: Final = "layout.turn"
_LETTERS: Final = re.compile(r"(?P<label>[QA])\d{0,2}[.:]\s+(?=\S)")
_INITIALS: Final = re.compile(r"(?P<label>[A-Z]{2,3}):\s+(?=\S)")
_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_LONGEST_ANSWER: Final = 3
"""Paragraphs that go on with a turn."""
_QUOTED: Final = 3
"""Words between marks in a paragraph that the reporter tells."""
_STAGE: Final = re.compile(r"\s*\[[^\[\]]{3,400}\]?\s*$")
_FEWEST: Final = 2
"""Labelled lines from which a report is a transcript."""


def is_letter(label: str) -> bool:
    """Tell whether a label is one of the letters that stand for question and answer, which nobody is called."""
    return re.fullmatch(r"[A-Z]\d{0,2}\.?", label.strip()) is not None


def find_turns(view: View, labelled: Sequence[Draft]) -> list[Draft]:
    """Return the turns of a transcript; `labelled` are the lines of the report that open with a name and a colon."""
    lettered = _lines(view, _LETTERS)
    if {label for _, label, _ in lettered} == {"Q", "A"}:
        first = lettered[0][0]
        answering = find_addressed(view, lettered) or find_interviewed(
            view, view.report.blocks[first].span.start, sum(label == "A" for _, label, _ in lettered)
        )
        return _whole(
            view, _kept(_turn(view, line, answering if line[1] == "A" else None) for line in lettered)
        )
    initials = _lines(view, _INITIALS)
    if len({label for _, label, _ in initials}) >= _FEWEST:
        people = people_of(view)
        return _whole(view, _kept(_turn(view, line, with_initials(line[1], people)) for line in initials))
    named = [draft for draft in labelled if _is_in_body(view, draft)]
    if len(named) < _FEWEST:
        return []
    asked = [replace(draft, rule=RULE, level=Level.LIKELY) for draft in named]
    # "Pell Harrow: Will it close?" / "A. It will.": the answer is not the reader's who asked.
    answering = find_interviewed(view, min(draft.start for draft in asked))
    answers = _kept(_turn(view, line, answering if line[1] == "A" else None) for line in lettered)
    return _whole(view, sorted([*asked, *answers], key=lambda draft: draft.start))


def unstaged(view: View, draft: Draft, turns: Sequence[Draft]) -> Draft:
    """Return `draft`, without its source where that is a pronoun inside a turn."""
    if draft.source is None or view.lower(draft.source.heads[0]) not in _PRONOUNS:
        return draft
    spoken = any(draft.source.span in span for turn in turns for span in turn.content)
    return replace(draft, source=None, level=Level.LIKELY) if spoken else draft


def _lines(view: View, pattern: re.Pattern[str]) -> list[tuple[int, str, Span]]:
    """Return the blocks of the body that open with a label: their number, the label and the words behind it."""
    found: list[tuple[int, str, Span]] = []
    for number in view.spoken:
        block = view.report.blocks[number]
        match = pattern.match(view.text, block.span.start, block.span.end)
        if match and block.zone is Zone.BODY:
            found.append((number, match["label"], Span(match.end(), block.span.end)))
    return found


def _turn(view: View, line: tuple[int, str, Span], speaker: Chain | None) -> Draft | None:
    number, label, words = line
    kept = trimmed(view, list(view.syntax.within(words)), after=-1)
    if not kept:
        return None
    start = view.report.blocks[number].span.start
    head = view.syntax.at(speaker.mentions[0].span.end - 1) if speaker else None
    quotations = view.quotations_in(number)
    whole = len(quotations) == 1 and not quotations[0].outer.start > words.start
    return Draft(
        content=(Span(view.syntax.tokens[kept[0]].span.start, words.end),),
        rule=RULE,
        source=None if head is None else Source(Span(start, start + len(label)), (head,)),
        manner=Manner.DIRECT if whole and quotations[0].outer.end >= words.end else Manner.UNMARKED,
        level=Level.POSSIBLE if speaker is None else Level.LIKELY,
    )


def _kept(drafts: Iterable[Draft | None]) -> list[Draft]:
    return [draft for draft in drafts if draft is not None]


def _whole(view: View, turns: Sequence[Draft]) -> list[Draft]:
    """Return `turns` with the paragraphs in which an answer goes on, up to the next turn.

    "A: We closed it." / "Nobody was asked." / "Q: And then?": the second line is the answerer's. Only what stands
    between two turns is taken, and only a few paragraphs: behind the last one the report may tell on.
    """
    opened = [view.block_of(view.syntax.at(turn.start)) for turn in turns]
    body = [number for number in view.spoken if view.report.blocks[number].zone is Zone.BODY]
    found: list[Draft] = []
    for turn, here, following in zip(turns, opened, [*opened[1:], -1], strict=True):
        between = [number for number in body if here < number < following]
        between = between[
            : next((place for place, one in enumerate(between) if _tells(view, one, turn)), None)
        ]
        if 0 < len(between) <= _LONGEST_ANSWER and turn.manner is not Manner.DIRECT:
            more = [_words_of(view, number) for number in between]
            turn = replace(turn, content=(*turn.content, *filter(None, more)))  # noqa: PLW2901 - the turn in whole
        found.append(_without_stage(view, turn))
    return found


def _tells(view: View, number: int, turn: Draft) -> bool:
    """Tell whether a paragraph between turns is the reporter's: it quotes somebody, and the turn before it has no marks.

    "Roe: It is shut." / "Beside him sits the pilot. “It leaks,” she says."
    """
    if any(view.quotations_over(span) for span in turn.content):
        return False
    inside = view.syntax.within(view.report.blocks[number].span)
    talks = any(
        view.lower(token) in FIRST_PERSON | SECOND_PERSON and not view.is_quoted(token) for token in inside
    )
    return not talks and any(quotation.words >= _QUOTED for quotation in view.quotations_in(number))


def _without_stage(view: View, turn: Draft) -> Draft:
    """Return a turn without what brackets tell of at its end: "It is shut. [He points at the gate.]"."""
    last = turn.content[-1]
    stage = _STAGE.search(view.text, last.start, last.end)
    if stage is None or stage.start() <= last.start:
        return turn
    return replace(turn, content=(*turn.content[:-1], Span(last.start, stage.start())))


def _words_of(view: View, number: int) -> Span | None:
    span = view.report.blocks[number].span
    kept = trimmed(view, list(view.syntax.within(span)), after=-1)
    return Span(view.syntax.tokens[kept[0]].span.start, span.end) if kept else None


def with_initials(label: str, people: Sequence[Chain]) -> Chain | None:
    """Return the one person whose name has these initials."""
    fitting = [chain for chain in people if label in _initials(chain.name or "")]
    return fitting[0] if len(fitting) == 1 else None


def _initials(name: str) -> tuple[str, ...]:
    """Return the initials of a name: of all words, without parts of double names, without particles, of first and last.

    "Lea Merrow-Roe" is LMR and LM, "Ana do Carmo Velik" ADCV, ACV and AV.
    """
    words = [word for word in re.split(r"[\s-]+", name) if word]
    capital = [word for word in words if word[0].isupper()] or words
    ways = (words, name.split(), capital, [capital[0], capital[-1]] if capital else [])
    return tuple(dict.fromkeys("".join(word[0] for word in way).upper() for way in ways))


def _is_in_body(view: View, draft: Draft) -> bool:
    return view.report.blocks[view.block_of(view.syntax.at(draft.start))].zone is Zone.BODY
