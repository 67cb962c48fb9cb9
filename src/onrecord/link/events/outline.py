"""What the link stage reads of one report: headline, lead and body, and the terms that place its news.

The terms come from the plain text (words, capitalised words, numbers, phrases, weekdays), so that they are there for
every language and every quality of parse.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.calendar import MONTHS, NUMBERS, WEEKDAYS
from onrecord.link.dates.date_marks import find_latest_year, find_year_days
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Basis
from onrecord.model.report import Zone
from onrecord.text.rarity import rarity, stem_rarity
from onrecord.text.shingles import find_shingles
from onrecord.text.stem import stem
from onrecord.text.tokens import Word, find_words, find_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report
    from onrecord.model.span import Span

LEAD_WORDS = 70
"""The lead is as many paragraphs of the body as it takes to reach this many words."""

_BODY_CHARACTERS = 2_100
"""Of the body after the lead: it tells what the news is, what follows is mostly background."""

_HEADLINE_WORTH, _LEAD_WORTH, _BODY_WORTH = 3.0, 2.0, 1.0

_BULLETIN_CHARACTERS = 300
"""Characters of a sentence up to which it may be that of a bulletin."""

_PHRASE_WORDS = 4
_PHRASE_RARITY = 0.3
"""A phrase of four words tells something where their rarities add up to this."""

_FUNCTION_WORDS = 12

_TOLD = frozenset([Zone.HEADLINE, Zone.SUBHEADING, Zone.BODY])
_PRINTED = _TOLD | {Zone.DATELINE}
_TOP_CHARACTERS = 500
"""Where a report prints its own date, if it does."""

_TELLING = 0.5
"""Rarity in the language from which a shared word tells that two reports may have the same news."""

_DAY_WORDS: Final = frozenset(stem(word) for word in (*MONTHS, *WEEKDAYS))
_YEAR: Final = re.compile(r"#(?:19|20)\d\d")

_RESULT: Final = re.compile(
    r"\b(?:beat|beaten|won|win|wins|lost|lose|loses|losing|winning|defeat|defeated|draw|drew|drawn|victory|thrashed|edged"
    r"|passed|approved|rejected|voted)\b[^.!?\n]{0,80}?(?<![\d\w.,:/–-])(\d{1,3})\s?(?:[-–:]|to)\s?(\d{1,3})(?![\d\w:/–-]|[.,]\d)",
    re.IGNORECASE,
)
"""A result of two sides behind a verb of winning, losing or voting."""

_SENTENCE_ENDS = re.compile(r"[.!?](?=[”’\"')]*(?:\s|$))")
_SENTENCE_START = re.compile(r"(?:^|[.!?:][”’\"')\]]*\s+|\n\s*|[“\"‘(\[]\s*)$")


@dataclass(frozen=True, slots=True)
class Outline:
    """The news of one report.

    `terms` counts stems and numbers (these start with ``#``), weighed by where they stand and damped; `names` are
    the stems met with a capital inside a sentence. `phrases` are numbers of runs of four words in the order of the text,
    0 for one that tells nothing; `phrase_set` holds the others. `function_words` are the most frequent ones, which tell the language. `weekdays` are
    those of headline and lead, Monday = 0. `day` is the ordinal of a day that the input gave. `told` are the terms that stand elsewhere than in the headline or title. `year` is the latest that is
    named, `year_days` are the days named at the top. `telling` are the numbers and rare words that tell what the news is,
    `naming` the names that are no days. `language` is the first part of its tag ("en"), if it is known. `opening` are the words
    of the first sentence of the body, as compared, where it is that of a bulletin: short, with a number and a weekday. `results` are those of two sides that headline and lead
    give ("3-1", "52 to 48"), the larger number first.
    """

    report_id: str
    headline: Span | None
    lead: tuple[Span, ...]
    terms: Mapping[str, float]
    names: frozenset[str]
    phrases: tuple[int, ...]
    phrase_set: frozenset[int]
    function_words: frozenset[str]
    words: int
    weekdays: frozenset[int]
    day: int | None
    told: frozenset[str]
    year: int | None
    year_days: frozenset[int]
    telling: frozenset[str]
    naming: frozenset[str]
    language: str | None
    opening: tuple[str, ...]
    results: frozenset[tuple[int, int]]


def outline(reading: Reading) -> Outline:
    """Return the outline of one reading."""
    report = reading.report
    headline, lead = find_headline(report), find_lead(report)
    told_words = [(span, [*find_words(report.text, *span)]) for span in _told(report)]
    blocks, words_of = [words for _, words in told_words], dict(told_words)
    top = [*([headline] if headline else []), *lead]
    parts = [
        (report.text, span.start, words_of[span], worth)
        for span, worth in _weigh_parts(report, headline, lead)
    ]
    if headline is None and report.title:
        parts.insert(0, (report.title, 0, [*find_words(report.title)], _HEADLINE_WORTH))
    terms, names, told = _count_terms(parts)
    phrases = tuple(phrase for words in blocks for phrase in _phrases(report.text, words))
    published = report.published
    printed = "\n".join(block.span.of(report.text) for block in report.blocks if block.zone in _PRINTED)
    day = published.earliest if published and published.earliest == published.latest else None
    given = published is not None and published.basis is Basis.GIVEN
    return Outline(
        report_id=report.id,
        headline=headline,
        lead=lead,
        terms=terms,
        names=names,
        phrases=phrases,
        phrase_set=frozenset(phrases) - {0},
        function_words=_function_words(blocks),
        words=sum(map(len, blocks)),
        weekdays=_weekdays(reading, top),
        day=day.toordinal() if day and given else None,
        told=told,
        year=find_latest_year(printed),
        year_days=find_year_days(printed[:_TOP_CHARACTERS]),
        telling=frozenset(filter(_is_telling, terms)),
        naming=find_naming(names),
        language=report.language and report.language.partition("-")[0].casefold(),
        opening=_find_opening(report.text, lead),
        results=_find_results(report.text, top),
    )


def find_naming(names: frozenset[str]) -> frozenset[str]:
    """Return the names that are no days."""
    return names - _DAY_WORDS


def _is_telling(term: str) -> bool:
    if term.startswith("#"):
        return not _YEAR.fullmatch(term)
    return term not in _DAY_WORDS and stem_rarity(term) >= _TELLING


def find_headline(report: Report) -> Span | None:
    """Find where the report prints its headline; None where it prints none."""
    for block in report.blocks:
        if block.zone is Zone.HEADLINE and not block.repeats:
            return block.span
    return None


def find_lead(report: Report) -> tuple[Span, ...]:
    """Find the first paragraphs of the body, together about 70 words."""
    lead: list[Span] = []
    count = 0
    for block in report.blocks:
        if block.zone is not Zone.BODY or block.repeats:
            continue
        lead.append(block.span)
        count += len(find_written(report.text, *block.span))
        if count >= LEAD_WORDS:
            break
    return tuple(lead)


def _find_opening(text: str, lead: Sequence[Span]) -> tuple[str, ...]:
    if not lead:
        return ()
    start, stop = lead[0]
    ended = _SENTENCE_ENDS.search(text, start, stop)
    end = ended.start() if ended else stop
    if end - start > _BULLETIN_CHARACTERS:
        return ()
    words = tuple(word.key for word in find_words(text, start, end))
    return words if any(map(is_number, words)) and not WEEKDAYS.keys().isdisjoint(words) else ()


def _find_results(text: str, top: Iterable[Span]) -> frozenset[tuple[int, int]]:
    pairs = (
        (int(found[1]), int(found[2])) for start, stop in top for found in _RESULT.finditer(text, start, stop)
    )
    return frozenset((max(pair), min(pair)) for pair in pairs)


def is_number(word: str) -> bool:
    """Tell whether a word, as compared, is a number in figures or one of the small ones in letters."""
    return word[0].isdigit() or word in NUMBERS


def _told(report: Report) -> Iterator[Span]:
    for block in report.blocks:
        if block.zone in _TOLD and not block.repeats:
            yield block.span


def _weigh_parts(
    report: Report, headline: Span | None, lead: tuple[Span, ...]
) -> Iterator[tuple[Span, float]]:
    if headline:
        yield headline, _HEADLINE_WORTH
    for span in lead:
        yield span, _LEAD_WORTH
    left = _BODY_CHARACTERS
    for span in _told(report):
        if span != headline and span not in lead and left > 0:
            left -= len(span)
            yield span, _BODY_WORTH


def _count_terms(
    parts: Iterable[tuple[str, int, Sequence[Word], float]],
) -> tuple[dict[str, float], frozenset[str], frozenset[str]]:
    """Count the terms of stretches of texts, each at its worth; say which are names, and which stand not in a headline only.

    A stretch is a text, where it starts in it, its words and its worth.
    """
    counts: dict[str, float] = {}
    names: set[str] = set()
    told: set[str] = set()
    for text, start, words, worth in parts:
        met = set[str]()
        for word in words:
            if text[word.start].isdigit():
                key = "#" + word.key.replace(",", "")
                counts[key] = counts.get(key, 0.0) + worth
                met.add(key)
            elif rarity(word.key):
                key = stem(word.key)
                counts[key] = counts.get(key, 0.0) + worth
                met.add(key)
                if text[word.start].isupper() and not starts_sentence(text, word.start, start):
                    names.add(key)
        if worth < _HEADLINE_WORTH:
            told |= met
    damped = {key: 1.0 + math.log(count) for key, count in sorted(counts.items())}
    return damped, frozenset(names), frozenset(told)


def starts_sentence(text: str, position: int, start: int = 0) -> bool:
    """Tell whether a sentence starts at `position` of the block that starts at `start`."""
    return _SENTENCE_START.search(text, max(start, position - 4), position) is not None


def _phrases(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Number the runs of four words; those that only name somebody, or hold nothing rare, are 0."""
    weights = [rarity(word.key) for word in words]
    named = [text[word.start].isupper() for word in words]
    for start, phrase in enumerate(find_shingles([word.key for word in words], size=_PHRASE_WORDS)):
        end = start + _PHRASE_WORDS
        yield 0 if any(named[start + 1 : end]) or sum(weights[start:end]) < _PHRASE_RARITY else phrase


def _function_words(blocks: Iterable[Sequence[Word]]) -> frozenset[str]:
    counts = Counter(word.key for words in blocks for word in words if not rarity(word.key))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return frozenset(word for word, _ in ranked[:_FUNCTION_WORDS])


def _weekdays(reading: Reading, top: Sequence[Span]) -> frozenset[int]:
    return frozenset(
        timex.weekday
        for timex in reading.timexes
        if timex.kind is TimeKind.WEEKDAY
        and timex.weekday is not None
        and any(timex.span in span for span in top)
    )
