"""Interviews without letters: a paragraph that is one question, and the paragraphs that answer it.

The rule: at least three paragraphs of the body are each a single question outside quotation marks, half of them or more
speak to somebody ("you"), a few paragraphs at most stand behind each, and most of these answers speak in the first person.
"How long were you at sea?" / "I left at fifteen. My mother did not wave.": the second paragraph is the answerer's, whom the
words above the first question tell to be interviewed (`interviewed`), else nobody's known. An explainer asks too ("What
happens next?") but answers in the third person, and a columnist ("Who pays?") speaks to nobody: neither is an interview.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.frame.view import FIRST_PERSON, SECOND_PERSON
from onrecord.attribute.patterns.interviewed import find_interviewed
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Chain
    from onrecord.model.span import Span

RULE: Final = "layout.answer"
_FEWEST: Final = 3
"""Questions from which a report is an interview."""
_LONGEST_QUESTION: Final = 400
"""Characters of a paragraph that is a question."""
_MOST: Final = 6
"""Paragraphs of one answer; behind the last question one is taken, since the report may tell on."""
_LAST: Final = 1
_LABEL: Final = re.compile(r"(?:[^\W\d_][^\n:.?!“”\"]{0,40}:|[A-Z]\d{0,2}\.)\s")
"""What opens a labelled line, which other rules read: "AM: I can swim.", "A. Every day."."""


def find_answers(view: View) -> list[Draft]:
    """Return the answers of an interview whose questions are paragraphs of their own."""
    body = [number for number in view.spoken if view.report.blocks[number].zone is Zone.BODY]
    asked = [number for number in body if _is_question(view, number)]
    if len(asked) < _FEWEST:
        return []
    answers = list(_answers(body, frozenset(asked)))
    if any(_LABEL.match(view.text, view.report.blocks[answer[0]].span.start) for answer in answers):
        return []
    in_person = sum(any(_speaks_as(view, number, FIRST_PERSON) for number in answer) for answer in answers)
    spoken_to = sum(_speaks_as(view, number, SECOND_PERSON) for number in asked)
    if len(answers) < _FEWEST or 2 * in_person <= len(answers) or 2 * spoken_to < len(asked):
        return []
    if any(len(answer) > _MOST for answer in answers):
        return []
    speaker = find_interviewed(view, view.report.blocks[asked[0]].span.start)
    return [draft for answer in answers if (draft := _answer(view, answer, speaker)) is not None]


def _answers(body: Sequence[int], asked: Container[int]) -> Iterator[list[int]]:
    """Yield the paragraphs behind each question up to the next."""
    answer: list[int] | None = None
    for number in body:
        if number in asked:
            if answer:
                yield answer
            answer = []
        elif answer is not None:
            answer.append(number)
    if answer:
        yield answer[:_LAST]


def _is_question(view: View, number: int) -> bool:
    span = view.report.blocks[number].span
    words = span.of(view.text).strip()
    return words.endswith("?") and len(words) <= _LONGEST_QUESTION and not view.quotations_in(number)


def _speaks_as(view: View, number: int, persons: Container[str]) -> bool:
    """Tell whether a paragraph has a pronoun of `persons` outside quotation marks."""
    inside = view.syntax.within(view.report.blocks[number].span)
    return any(view.lower(token) in persons and not view.is_quoted(token) for token in inside)


def _answer(view: View, numbers: Sequence[int], speaker: Chain | None) -> Draft | None:
    content: list[Span] = [view.report.blocks[number].span for number in numbers]
    if any(quotation.outer == content[0] for quotation in view.quotations_in(numbers[0])):
        return None  # an answer between marks is read as a quotation
    named = None if speaker is None else speaker.mentions[0].span
    return Draft(
        content=tuple(content),
        rule=RULE,
        source=None if named is None else Source(named, (view.syntax.at(named.end - 1),)),
        manner=Manner.UNMARKED,
        level=Level.POSSIBLE if speaker is None else Level.LIKELY,
    )
