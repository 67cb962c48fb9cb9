"""Runs of words that are names, and what each names.

Runs come from the parser's entity labels. A small tagger cuts and labels them badly, so a run is trimmed ("Multiple
Halden", "Admiral Jo Roe") and its kind is decided over the whole report: the surname of a full name is that person
everywhere ("Velik said", tagged as a body, beside "Ana Velik"), a known place is a place, a run with a body noun
in it is a body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.apposed_bodies import apposed_bodies
from onrecord.annotate.body_extents import with_joined_bodies
from onrecord.annotate.bynames import find_turn_initials, with_bynames
from onrecord.annotate.extents import capitalised_runs, widened
from onrecord.annotate.headings import with_heading_names
from onrecord.annotate.kinds import (
    GIVEN_AND_FAMILY,
    PLACED_BY,
    as_person,
    holds_body_noun,
    is_hall,
    opens_as_place,
    with_firms,
    with_homes,
    with_introduced,
    with_places,
    with_shortened,
    with_sure_kind,
    with_titled,
)
from onrecord.annotate.leading_words import is_calling, without_lead, without_role_words, without_stop
from onrecord.annotate.lettered_bodies import with_fields, with_lettered
from onrecord.annotate.name_joints import before_respect, without_respect
from onrecord.annotate.pairs import with_pairs
from onrecord.annotate.relatives import with_given
from onrecord.annotate.repeats import with_repeats
from onrecord.annotate.runs import (
    PARTICLES,
    Name,
    adjoins,
    closed,
    is_trade,
    labelled_runs,
    nicknamed_runs,
    surface,
    trimmed,
)
from onrecord.annotate.told_names import find_told, over
from onrecord.annotate.untagged import is_name_word, untagged_bodies, untagged_runs
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import KIN_NOUNS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

_NOT_IN_NAMES = frozenset(
    {"–", "—", "-", ",", ";", ":", ".", "|", "/", "(", ")", "[", "]", "“", "”", '"', "’", "‘", "'"}
)
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "ADP", "CCONJ", "DET", "NUM", "PUNCT", "PART", "VERB"})
_UNNAMED_WORDS = (
    "at in on it he she we they i you said says say that was is to by with from not will be has have told"
)
_UNNAMED = frozenset(_UNNAMED_WORDS.split())
"""Words that no name in capitals holds: "AT CITY HALL" is a phrase that the tagger took for one."""
_NICKNAME = re.compile(r"\s[\"“‘'«(]([A-Z][a-z]+)[\"”’'»)]\s")
_NUMBERED = re.compile(r"[A-Z]+-\d+[A-Z]?")
"""A disease, a craft or a road, which is nobody: "VELM-19", "F-16"."""
_NAMED_ALONE = (Kind.PLACE, Kind.PERSON)
_LONGEST = 12
"""Words a name may have; longer runs are lists or headlines the tagger took for one."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Surnames and given names of the persons that a report names in full, and first words of firms, in lower case."""

    surnames: set[str]
    given: frozenset[str]
    firms: frozenset[str]


def find_names(report: Report, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Name]:
    """Return the names in `report`, in order; they do not overlap."""
    text = report.text
    runs = [run for sentence in sentences for run in labelled_runs(text, tokens, sentence.tokens)]
    names = [
        with_sure_kind(Name(kept, surface(text, tokens, kept), kind))
        for run, kind in runs
        if (kept := closed(text, tokens, trimmed(tokens, run)))
    ]
    names = [name for name in names if _is_name_like(tokens, name) and not _is_title(text, tokens, name)]
    shouted = {
        block.span for block in report.blocks if block.zone is Zone.HEADLINE and _is_shouted(text, block.span)
    }
    names = [name for name in names if not shouted or _span_of(tokens, name) not in shouted]
    names = over(find_told(report, tokens, sentences), names)
    names += nicknamed_runs(text, tokens, sentences)
    names = with_lettered(text, tokens, sentences, with_fields(text, tokens, _without_covered(names)))
    for find_untagged in (untagged_bodies, apposed_bodies, untagged_runs):
        names += find_untagged(text, tokens, sentences, {index for name in names for index in name.tokens})
    names = without_lead(text, tokens, widened(text, tokens, sentences, names))
    names = with_joined_bodies(text, tokens, sentences, names)
    names = with_heading_names(report, tokens, sentences, names)
    signed = [block.span for block in report.blocks if block.zone is Zone.SIGNATURE]
    names = [
        as_person(text, tokens, name, signed) for name in sorted(names, key=lambda name: name.tokens.start)
    ]
    names = with_introduced(text, tokens, names)
    names = with_titled(tokens, with_homes(with_pairs(text, tokens, without_stop(tokens, names))))
    capitals = [
        (sentence, run) for sentence in sentences for run in capitalised_runs(text, tokens, sentence.tokens)
    ]
    names = with_shortened(text, tokens, capitals, names)
    names = with_firms(text, tokens, [name for name in names if name.kind is not Kind.UNKNOWN])
    names = with_places(tokens, names, _dateline_words(report))
    votes = _count_votes(names)
    surnames = {word for name in names for word in _surnames(name, votes)}
    given = _given_names(names, surnames)
    known = _Known(surnames, given, _firms(names, votes) - surnames - given)
    names = without_respect(text, tokens, names, given)
    capitals = [(sentence, before_respect(text, tokens, run, given)) for sentence, run in capitals]
    named = [name.as_kind(_kind_of(tokens, name, votes, known)) for name in names]
    named = without_lead(text, tokens, without_role_words(named))
    named = [name for name in named if not _is_one_of_many(tokens, name, known)]
    named = with_repeats(text, tokens, sentences, named)
    named = with_bynames(text, tokens, with_given(text, tokens, named, known.surnames))
    named += find_turn_initials(text, tokens, named)
    named += _unlabelled(text, tokens, capitals, named, known)
    return sorted(named, key=lambda name: name.tokens.start)


def _is_shouted(text: str, span: Span) -> bool:
    """Tell a headline in capitals, which the tagger may take whole for a name, from one that is a name."""
    return span.of(text).isupper() and len(span.of(text).split()) > 2  # noqa: PLR2004 - given and family name


def _span_of(tokens: tuple[Token, ...], name: Name) -> Span:
    return Span(tokens[name.tokens.start].span.start, tokens[name.tokens.stop - 1].span.end)


def _is_name_like(tokens: tuple[Token, ...], name: Name) -> bool:
    first = tokens[name.tokens.start]
    if name.text.isupper() and " " in name.text and _UNNAMED & set(name.text.casefold().split()):
        return False
    if _NUMBERED.fullmatch(name.text):
        return False
    if name.text.casefold() in KIN_NOUNS:  # "‘Mum said no,’ said Ana"
        return False
    if len(name.tokens) > _LONGEST or not any(map(str.isalpha, name.text)):
        return False
    if not first.text[:1].isalpha() or not any(tokens[index].text[:1].isupper() for index in name.tokens):
        return False
    if name.kind is Kind.GROUP:
        # "Ukrainian forces" names no Ukrainians; "the Ukrainians" and "Republicans" do.
        last = tokens[name.tokens.stop - 1]
        return (
            last.dep not in {"amod", "compound", "nmod"}
            and last.pos in {"PROPN", "NOUN"}
            and name.text.endswith("s")
        )
    return True


def _is_title(text: str, tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether the tagger took a trade before a name for a name of its own: "Nurse" GPE before "Wanda Teske"."""
    after = name.tokens.stop
    return (
        name.kind is not Kind.PERSON
        and len(name.tokens) == 1
        and after < len(tokens)
        and tokens[after].pos == "PROPN"
        and is_trade(text, tokens, name.tokens.start)
    )


def _without_covered(names: list[Name]) -> list[Name]:
    """Return `names` less those inside a longer one."""
    covered = {
        index: name for name in sorted(names, key=lambda name: len(name.tokens)) for index in name.tokens
    }
    return [name for name in names if all(covered[index] is name for index in name.tokens)]


def _dateline_words(report: Report) -> str:
    """Return the datelines of `report` as one string of words: "HALDEN (Reuters) – " names a place."""
    lines = (block.span.of(report.text) for block in report.blocks if block.zone is Zone.DATELINE)
    return " ".join(" ".join(lines).casefold().split())


def _count_votes(names: list[Name]) -> dict[str, Counter[Kind]]:
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        votes[name.text.casefold()][name.kind] += 1
    return votes


def _surnames(name: Name, votes: dict[str, Counter[Kind]]) -> Iterable[str]:
    words = name.text.split()
    if name.kind is not Kind.PERSON or len(words) < 2 or holds_body_noun(words):  # noqa: PLR2004 - given and family
        return
    kinds = votes[name.text.casefold()]
    if kinds[Kind.PERSON] * 2 >= kinds.total():
        yield words[-1].casefold()
        particle = next((place for place, word in enumerate(words[1:-1], 1) if word in PARTICLES), None)
        if particle is not None:
            yield " ".join(words[particle:]).casefold()


def _firms(names: list[Name], votes: dict[str, Counter[Kind]]) -> frozenset[str]:
    """Return the first words of firms' names that no body noun ends: "Vantor said" beside "Vantor Logistics"."""
    return frozenset(
        words[0].casefold()
        for name in names
        if name.kind is Kind.BODY
        and len(words := name.text.split()) > 1
        and not holds_body_noun(words)
        and not (is_place(words[0]) or is_demonym(words[0]) or is_person_role(words[0]))
        and votes[name.text.casefold()][Kind.BODY] * 2 >= votes[name.text.casefold()].total()
        and words[0].casefold()
        not in {"the", "city", "new", "st", "st.", "great", "north", "south", "east", "west"}
    )


def _given_names(names: list[Name], surnames: set[str]) -> frozenset[str]:
    """Return the first words of persons' full names that mean nothing else: "Yolanda said" is Yolanda Roe.

    So are nicknames in marks: “Dolly” of Dolores ‘Dolly’ Roe.
    """
    nicknames = frozenset(
        found[1].casefold()
        for name in names
        if name.kind is Kind.PERSON and (found := _NICKNAME.search(name.text)) is not None
    )
    return nicknames | frozenset(
        first
        for name in names
        if name.kind is Kind.PERSON
        and len(words := name.text.split()) > 1
        and words[-1].casefold() in surnames
        and len(first := words[0].casefold()) > 2  # noqa: PLR2004 - no initial
        and not (is_place(first) or is_body_noun(first) or is_calling(words[0]))
    )


def _kind_of(tokens: tuple[Token, ...], name: Name, votes: dict[str, Counter[Kind]], known: _Known) -> Kind:
    told = _told_kind(tokens, name, known)
    if told is not None:
        return told
    key = name.text.casefold()
    words = name.text.split()
    if is_place(name.text):
        return Kind.PLACE
    if holds_body_noun(words) and (len(words) > 1 or name.kind is Kind.PERSON):
        return Kind.BODY
    if is_person_role(singular(words[-1])) and tokens[name.tokens.stop - 1].tag in {"NNS", "NNPS"}:
        return Kind.GROUP
    kinds = votes[key]
    best = max(kinds.values())
    return next(kind for kind in (name.kind, *sorted(kinds)) if kinds[kind] == best)


def _told_kind(tokens: tuple[Token, ...], name: Name, known: _Known) -> Kind | None:
    """Return what the other names of the report make of a name, before its own words are asked."""
    key = name.text.casefold()
    words = name.text.split()
    if name.kind is Kind.GROUP:
        return Kind.GROUP
    if is_hall(key.split()):
        return Kind.BODY
    if opens_as_place(key.split()) and not holds_body_noun(words):
        return Kind.PLACE if name.kind is Kind.PERSON else name.kind
    whole = all(word[:1].isupper() for word in words) and len(words) <= GIVEN_AND_FAMILY
    if key in known.surnames or (
        words[-1].casefold() in known.surnames and whole and not holds_body_noun(words)
    ):
        return Kind.PERSON
    if key in known.given and not _is_placed(tokens, name):
        return Kind.PERSON
    if key in known.firms and name.kind is Kind.PERSON and not _is_titled(tokens, name):
        return Kind.BODY
    return None


def _is_titled(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether a style or a role stands before a name: "Mr Vantor", "founder Vantor"."""
    before = tokens[name.tokens.start - 1].text if name.tokens.start else ""
    return is_honorific(before) or is_person_role(before.casefold())


def _is_called(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Tell a given name that stands alone from the word that it may be: "Will" behind "I ask if", "Dolly says"."""
    token, after = tokens[index], index + 1
    if token.pos == "PROPN":
        return True
    speaks = after < sentence.tokens.stop and (
        tokens[after].tag in {"VBZ", "VBD"} or tokens[after].text == ":"
    )
    return token.pos not in {"AUX", "DET", "PRON"} and (speaks or not token.text.isascii())


def _end_of_name(text: str, tokens: tuple[Token, ...], stop: int, within: range, covered: set[int]) -> int:
    """Return the end of the family name, if one stands behind the given name that ends at `stop` and is no other's."""
    first = stop
    while (
        stop < within.stop
        and stop - first < GIVEN_AND_FAMILY
        and stop not in covered
        and is_name_word(text, tokens, first - 1, stop)
    ):
        stop += 1
    return stop


def _is_subject(tokens: tuple[Token, ...], run: range) -> bool:
    last = tokens[run.stop - 1]
    return (
        last.dep in {"nsubj", "nsubjpass"}
        and last.pos in {"PROPN", "NOUN"}
        and last.tag not in {"NNS", "NNPS"}
    )


def _is_one_of_many(tokens: tuple[Token, ...], name: Name, known: _Known) -> bool:
    """Tell a word for one of a people from a name: "The Scot took over"."""
    first, key = name.tokens.start, name.text.casefold()
    return (
        name.kind is Kind.PERSON
        and " " not in key
        and first > 0
        and tokens[first - 1].text.casefold() in {"a", "an", "the"}
        and tokens[name.tokens.stop - 1].dep not in {"compound", "poss"}
        and key not in known.surnames | known.given
    )


def _is_placed(tokens: tuple[Token, ...], name: Name) -> bool:
    return name.tokens.start > 0 and tokens[name.tokens.start - 1].text.casefold() in PLACED_BY


def _unlabelled(
    text: str,
    tokens: tuple[Token, ...],
    capitals: Iterable[tuple[Sentence, range]],
    named: list[Name],
    known: _Known,
) -> Iterable[Name]:
    """Find surnames that the tagger passed over, with a given name before them or in capitals: "VELIK SAYS NO".

    Also given names as proper nouns: "“I count,” says Ana" beside "Ana Velik", alone or with the family name of another
    ("Ana Roe"). And the only name of a person or a place where it is a subject: "Sutarno said" beside "the baker, Sutarno, 61".
    """
    covered = {index for name in named for index in name.tokens}
    alone = {
        name.text: kind
        for kind in _NAMED_ALONE
        for name in named
        if name.kind is kind and " " not in name.text
    }
    for sentence, found in capitals:
        if not covered.isdisjoint(found):
            continue
        word = surface(text, tokens, found)
        if is_person_role(word.casefold()):
            continue
        start = found.start
        if word.casefold() not in known.surnames:
            if word.casefold() in known.given and not word.isupper() and _is_called(tokens, start, sentence):
                run = range(start, _end_of_name(text, tokens, found.stop, sentence.tokens, covered))
                yield Name(run, surface(text, tokens, run), Kind.PERSON)
            elif word in alone and _is_subject(tokens, found):
                yield Name(found, word, alone[word])
            continue
        while start > sentence.tokens.start and start - 1 not in covered:
            plain = tokens[start - 1].text.casefold() in _UNNAMED
            if (
                plain
                or not is_name_word(text, tokens, start - 1, start - 1)
                or not adjoins(text, tokens, start)
            ):
                break
            start -= 1
        run = range(start, found.stop)
        if not opens_as_place(surface(text, tokens, run).casefold().split()):
            yield with_sure_kind(Name(run, surface(text, tokens, run), Kind.PERSON))
