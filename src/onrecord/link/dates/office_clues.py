"""Whom a report calls by which office, and what it names that began on a known day.

"Mayor Ana Velik said", "Velik, the mayor of Harwell", "former mayor Ana Velik": with a table that says when she was mayor each of
them bounds the day of writing. Deputies and candidates hold another office; what is quoted may have been said at any time.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.lexicon.offices import FORMER_WORDS, UNHELD_WORDS
from onrecord.link.dates.known_facts import Office, fold_word, title_after, title_before
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.text.tokens import find_word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.link.dates.known_facts import Form, KnownFacts
    from onrecord.model.attribution import Reading

_ZONES = frozenset({Zone.BODY, Zone.HEADLINE, Zone.SUBHEADING})
_LEAD = 5
"""Sentences, the headline among them, in which the persons of the news act."""
_REACH = 100
"""Characters on either side of a name that are read with it."""
_CHANGED = re.compile(
    rf"(?:^|[\s(“\"])(?P<word>{'|'.join((*FORMER_WORDS, *UNHELD_WORDS))})(?:[\s-](?:[A-Z][\w.’'-]*\s){{0,3}}|-)$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:for|as|elected|becom\w+|became|be|being|nomin\w+)\s(?:the\s|a\s|an\s)?$", re.IGNORECASE
)
"""Words before an office that is sought: "if elected mayor, Ana Velik", "the candidate for mayor, Ana Velik"."""
_CHANGED_WITHIN = re.compile(rf"\b(?P<word>{'|'.join((*FORMER_WORDS, *UNHELD_WORDS))})\b", re.IGNORECASE)
_ACTS = re.compile(
    r"^\s(?:(?:on|late|early|this|also|again|now|has|have|is|publicly|then)\s"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s|(?:morning|evening|night|afternoon),?\s|\w+ly\s)*"
    r"(?!was\b|as\b)(?:\w+(?:ed|s)|said|told|met|spoke|took|made|gave|won|lost|held|sent|put|set|left|began|went|came|shot|hit)\b"
)

_OBLIQUE = re.compile(
    r"\b(?:of|by|under|for|with|from|to|against|since|during|after|before|on|about|like)\s"
    r"(?:(?:the|former|[A-Z][\w.’'-]*)\s){0,4}$"
)
"""Words before an office that make its holder no actor: "an appointee of Mayor Ana Velik argued"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One place where a report calls `subject` by `office`, now or formerly.

    `acts` says that the person acts or speaks there, in the news of the report; `sure` that it can be nobody else: the name
    stands there whole, or with its body. `facts` are ids of facts about the name.
    """

    subject: str
    office: Office
    former: bool
    acts: bool
    sure: bool
    place: Evidence
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one report says of the persons and things of a table of facts."""

    called: tuple[Called, ...]
    whole: frozenset[str]
    """Persons whom the report names in full."""
    began: tuple[tuple[str, Evidence, tuple[str, ...]], ...]
    """Things that it names, where first, and the ids of facts about the name."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A name of the table in a report: its characters, and the sentence that holds them."""

    form: Form
    span: Span
    sentence: Span
    ordinal: int
    after_name: bool
    """Another name stands right before it: "Jill Velik"."""


def find_named(reading: Reading, known: KnownFacts) -> Named:
    """Return what `reading`'s report calls whom, outside quotation marks, in linear time."""
    beside = _Beside(reading, known)
    called: list[Called] = []
    whole: set[str] = set()
    began: dict[str, tuple[str, Evidence, tuple[str, ...]]] = {}
    for found in _find_names(reading, known):
        form = found.form
        if form.subject not in began and known.beginnings(form.subject) and form.whole:
            place = Evidence(report_id=reading.report.id, span=found.span)
            began[form.subject] = (form.subject, place, form.facts)
        if form.whole:
            whole.add(form.subject)
        elif found.after_name:
            continue
        called += (
            one for office in known.terms(form.subject) if (one := _read_office(beside, found, office))
        )
    return Named(called=tuple(called), whole=frozenset(whole), began=tuple(began.values()))


def _find_names(reading: Reading, known: KnownFacts) -> Iterator[_Found]:
    """Find the names of the table in headline and body, outside quotation marks."""
    text = reading.report.text
    quoted = sorted({span for attribution in reading.attributions for span in attribution.quoted})
    sentences = reading.sentences
    starts = [sentence.start for sentence in sentences]
    for block in reading.report.blocks:
        if block.zone not in _ZONES or block.repeats:
            continue
        words = find_word_spans(text, block.span.start, block.span.end)
        for index, (first, end) in enumerate(words):
            for form in known.forms_ending_in(text[first:end]):
                start = _find_start(text, words, index, form)
                if start is None:
                    continue
                span = Span(words[start][0], end)
                place = bisect_right(starts, span.start) - 1
                if place >= 0 and not _is_inside(span, quoted):
                    before = text[max(0, span.start - _REACH) : span.start]
                    yield _Found(form, span, sentences[place], place, bool(_GIVEN_NAME.search(before)))
                break


_GIVEN_NAME = re.compile(
    r"\b(?!(?:President|Minister|Premier|Secretary|General|Chancellor|Chair\w*|Chief|Speaker|Mayor|Pope|Director|Mr|Mrs|Ms|State"
    r"|Defen[cs]e|Prime|Foreign|PM)\b)[A-Z][\w’'-]+\.?\s\Z"
)
"""A capitalised word right before a surname that is no title: probably a given name."""


def _find_start(text: str, words: Sequence[tuple[int, int]], index: int, form: Form) -> int | None:
    """Return the index of the first word of `form` if it ends at `index`; one initial may stand in a whole name."""
    place, left = index, len(form.words) - 1
    # "Ana M. Velik" is Ana Velik; "George H. W. Hale" is not George W. Hale.
    may_skip = form.whole and all(len(word) > 1 for word in form.words)
    while left >= 0:
        if place < 0:
            return None
        start, end = words[place]
        if place < index and text[end : words[place + 1][0]].strip(" .-’'") != "":
            return None
        if fold_word(text[start:end]) == form.words[left]:
            left -= 1
        elif may_skip and end - start == 1 and left < len(form.words) - 1:
            may_skip = False
        else:
            return None
        place -= 1
    first = place + 1
    opening = text[words[first][0]]
    return first if opening.isupper() or opening.isdigit() or form.whole else None


def _is_inside(span: Span, quoted: Sequence[Span]) -> bool:
    place = bisect_right(quoted, span.start, key=lambda one: one.start)
    return any(span in one for one in quoted[max(0, place - 2) : place])


class _Beside:
    """What is looked up again and again beside the names of one report, each found once."""

    def __init__(self, reading: Reading, known: KnownFacts) -> None:
        self.report_id = reading.report.id
        self.text = reading.report.text
        self._known = known
        self._bodies: dict[str, tuple[re.Pattern[str], bool]] = {}
        self._sources = sorted({one.source for one in reading.attributions if one.source is not None})
        self._years = sorted(
            timex.span.start
            for timex in reading.timexes
            if timex.kind is TimeKind.YEAR or timex.year or timex.unit == "year"
        )

    def body(self, name: str) -> tuple[re.Pattern[str], bool]:
        """Return a pattern of a body's names, and whether the report holds one of them."""
        if name not in self._bodies:
            pattern = self._known.called(name)
            self._bodies[name] = pattern, pattern.search(self.text) is not None
        return self._bodies[name]

    def is_of_several(self, subject: str) -> bool:
        """Tell whether a person held offices of several bodies: "its president, Ana Velik" may be of a third."""
        return len({office.object for office in self._known.terms(subject)}) > 1

    def speaks(self, span: Span) -> bool:
        """Tell whether the name at `span` is part of a source."""
        place = bisect_right(self._sources, span.start, key=lambda source: source.start)
        return any(span in source for source in self._sources[max(0, place - 2) : place])

    def names_year(self, sentence: Span) -> bool:
        """Tell whether a sentence names a year, or counts in years."""
        place = bisect_left(self._years, sentence.start)
        return place < len(self._years) and self._years[place] < sentence.end


def _read_office(beside: _Beside, found: _Found, office: Office) -> Called | None:
    """Return how the office stands beside the name, or None where it does not, or is another body's."""
    text = beside.text
    before = text[max(found.sentence.start, found.span.start - _REACH) : found.span.start]
    after = text[found.span.end : max(found.span.end, min(found.sentence.end, found.span.end + _REACH))]
    title = title_before(office.relation).search(before)
    if title is not None:
        words = before[: title.start()]
        changed = _CHANGED.search(words)
        if "," in title[0] and title[0][0].islower() and _SOUGHT.search(words):
            return None
    elif found.form.whole and (title := title_after(office.relation).search(after)):
        words = title["mid"]
        changed = _CHANGED_WITHIN.search(words)
    else:
        return None
    body, is_named = beside.body(office.object)
    if title["of"] and not body.search(title["of"]):
        return None
    with_body = bool(title["of"]) or bool(body.search(words[-_BESIDE:]))
    chief = re.search(r"\b(?:chief|head|boss|leader)\b", title[0], re.IGNORECASE)
    if not (with_body or is_named) and beside.is_of_several(found.form.subject):
        return None
    if (chief and not with_body) or (changed and changed["word"].casefold() not in FORMER_WORDS):
        return None
    return Called(
        subject=found.form.subject,
        office=office,
        former=changed is not None,
        acts=changed is None and not _OBLIQUE.search(words) and _acts(beside, found, after),
        sure=found.form.whole or with_body or is_named,
        place=Evidence(report_id=beside.report_id, span=_with_title(found, before, title)),
        facts=found.form.facts,
    )


_BESIDE = 40
"""Characters before an office in which its body stands: "Harwell's former mayor"."""


def _with_title(found: _Found, before: str, title: re.Match[str]) -> Span:
    if title.string is before:
        return Span(found.span.start - len(before) + title.start(), found.span.end)
    return Span(found.span.start, found.span.end + title.end())


def _acts(beside: _Beside, found: _Found, after: str) -> bool:
    """Tell whether a person acts in the news: speaks in the report, or does something in its first sentences.

    "Mayor Ana Velik signed the lease" is news; "Mayor Ana Velik signed the first lease in 2009" is not.
    """
    if beside.names_year(found.sentence):
        return False
    return beside.speaks(found.span) or (found.ordinal < _LEAD and bool(_ACTS.search(after)))
