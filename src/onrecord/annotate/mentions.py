"""Where a report names or describes persons, bodies, groups and places.

A mention is the whole phrase: a title before the name ("Harbour Minister Ana Velik"), the name's apposition ("Jane
Roe, a spokeswoman for the harbour board"), or a description alone ("the harbour minister"). The longer phrase
wins where two overlap, so no two mentions do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.introductions import find_given, find_humans
from onrecord.annotate.kinds import holds_body_noun
from onrecord.annotate.names import find_names
from onrecord.annotate.phrases import Phrase, find_phrases, past_name, title_start
from onrecord.annotate.run_in import find_office
from onrecord.annotate.runs import PARTICLES, Name, adjoins, is_marked, is_under_detective
from onrecord.annotate.seats import find_seats
from onrecord.annotate.titles import before_aside, before_origin, epithet_start, title_head
from onrecord.lexicon.cues import CLAUSE_VERBS
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.honorifics import is_honorific, is_postnominal
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

_NICKNAME = re.compile(r"\s[\"“„‘'«(][^\"“”‘’«»()]{1,60}[\"”“’'»)]\s")
_BREAKS = frozenset({",", ";", ":", "(", '"', "“", "”", "–", "—"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DEGREES = frozenset({"the", "Most", "Right", "Rt", "Very"})  # "the Right Reverend Ana Velik"
_IN_BRACKETS = 7  # words behind an opening bracket within which it closes


@dataclass(frozen=True, slots=True)
class _Draft:
    """A mention being put together, in tokens. `role` are the ranges of tokens that tell the role."""

    tokens: range
    kind: Kind
    name: Name | None = None
    role: tuple[range, ...] = ()


def find_mentions(
    report: Report, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
) -> tuple[Mention, ...]:
    """Return the mentions of `report`, sorted by span; no two overlap."""
    text = report.text
    phrases = find_phrases(text, tokens, sentences)
    persons = sorted(
        (phrase for phrase in phrases if phrase.kind is Kind.PERSON), key=lambda phrase: len(phrase.tokens)
    )
    bodies_to = {phrase.tokens.stop: phrase for phrase in phrases if _is_body(tokens, phrase)}
    ending_at = {phrase.tokens.stop: phrase for phrase in persons}
    starting_at = {phrase.tokens.start: phrase for phrase in persons}
    sentence_of = {index: sentence.tokens for sentence in sentences for index in sentence.tokens}
    drafts: list[_Draft] = []
    seats = find_seats(text, tokens)
    names = [name for name in find_names(report, tokens, sentences) if seats.isdisjoint(name.tokens)]
    described = [*persons, *find_humans(text, tokens, sentences)]
    drafts += _introduced(text, tokens, described, names, sentence_of)
    people = {name.tokens.stop - 1 for name in names if name.kind is Kind.PERSON and len(name.tokens) > 1}
    behind_bodies = {name.tokens.stop for name in names if name.kind is Kind.BODY}
    for name in names:
        draft = _with_title(text, tokens, name, sentence_of[name.tokens.start])
        draft = _with_postnominals(tokens, draft, sentence_of[name.tokens.start])
        if (
            draft.tokens == name.tokens
            and (run_in := find_office(tokens, name, persons, behind_bodies)) is not None
        ):
            drafts.append(_Draft(run_in[0], Kind.PERSON, name, (run_in[1],)))
            continue
        explained = draft.kind is Kind.BODY and _with_body_before(tokens, draft, bodies_to) is not draft
        if not explained and (
            draft.kind is Kind.PERSON or _may_be_person(tokens, name) or _is_aged(tokens, name)
        ):
            draft = _with_phrase_before(text, tokens, draft, ending_at, people)
            draft = _with_phrase_after(tokens, draft, starting_at, sentence_of[name.tokens.start])
        if draft.kind is Kind.BODY:
            draft = _with_body_before(tokens, draft, bodies_to)
            draft = _with_determiner(text, tokens, draft, sentence_of[name.tokens.start])
        drafts.append(draft)
    inside = {index: name for name in names for index in name.tokens}
    drafts += [
        _Draft(whole.tokens, whole.kind, None, (whole.role,))
        for phrase in phrases
        if _is_mention(whole := past_name(phrase, inside))
    ]
    kept = _without_overlaps(tokens, _with_surnames(drafts))
    found = (_mention(text, tokens, draft) for draft in kept)
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _introduced(
    text: str,
    tokens: tuple[Token, ...],
    persons: list[Phrase],
    names: list[Name],
    sentence_of: dict[int, range],
) -> list[_Draft]:
    """Take in the name that a clause behind a description gives: "a docker who gave his name only as Bolat"."""
    starting = {name.tokens.start: name for name in names}
    return [
        _Draft(
            range(phrase.tokens.start, name.tokens.stop),
            Kind.PERSON,
            name,
            (phrase.role,) if phrase.role else (),
        )
        for phrase in persons
        if (name := find_given(text, tokens, phrase, starting, sentence_of[phrase.tokens.start])) is not None
    ]


def _is_aged(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether an age stands behind a name of one word: "the baker, Suharti, 61, who …"."""
    after = name.tokens.stop
    return (
        " " not in name.text
        and not is_place(name.text)
        and after + 1 < len(tokens)
        and tokens[after].text == ","
        and tokens[after + 1].text.isdigit()
        and len(tokens[after + 1].text) == len("61")
    )


def _with_title(text: str, tokens: tuple[Token, ...], name: Name, within: range) -> _Draft:
    """Take in an honorific and a title before a name: "Harbour Minister Dr Ana Velik"."""
    start = name.tokens.start
    while start > within.start and adjoins(text, tokens, start) and _is_rank(tokens, start - 1):
        start -= 1
    kind = Kind.PERSON if start < name.tokens.start else name.kind
    head = None if is_place(name.text) else title_head(text, tokens, start, within, body=kind is Kind.BODY)
    if head is None or name.kind is Kind.GROUP:
        start = epithet_start(text, tokens, start, within) if kind is Kind.PERSON else start
        return _Draft(range(start, name.tokens.stop), kind, name)
    first = title_start(text, tokens, head, within)
    role = range(first, start)
    determined = first > within.start and (
        tokens[first - 1].text.casefold() in {"the", "a", "an"} or tokens[first - 1].tag == "PRP$"
    )
    if determined and adjoins(text, tokens, first):
        first -= 1
    # "Cable operator Seacom": what may be a person's calling and a body's is a body's before one word.
    firm = is_body_noun(tokens[head].text.casefold()) and (kind is Kind.BODY or " " not in name.text)
    firm = firm and not is_given_name(name.text.split()[0])
    return _Draft(range(first, name.tokens.stop), Kind.BODY if firm else Kind.PERSON, name, (role,))


def _is_rank(tokens: tuple[Token, ...], index: int) -> bool:
    return is_honorific(tokens[index].text) or is_under_detective(tokens, index)


def _with_postnominals(tokens: tuple[Token, ...], draft: _Draft, within: range) -> _Draft:
    """Take in letters after a name: "Ana Velik MP"."""
    stop = draft.tokens.stop
    while stop < within.stop and is_postnominal(tokens[stop].text) and tokens[stop].text.isupper():
        stop += 1
    if stop == draft.tokens.stop:
        return draft
    return _Draft(range(draft.tokens.start, stop), Kind.PERSON, draft.name, draft.role)


def _may_be_person(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether a name tagged as a body or place could be a person's, if an apposition says so."""
    if name.tokens.start and tokens[name.tokens.start - 1].pos == "DET":
        return False
    words = name.text.split()
    return (
        name.kind is not Kind.GROUP
        and 2 <= len(words) <= 4  # noqa: PLR2004 - given and family names
        and not is_place(name.text)
        and not holds_body_noun(words)
        and (words[-1].casefold() not in PLACE_NOUNS or is_given_name(words[0]))
        and all(word[:1].isupper() and not word.isupper() for word in words if word not in PARTICLES)
    )


def _with_phrase_before(
    text: str, tokens: tuple[Token, ...], draft: _Draft, ending_at: dict[int, Phrase], people: set[int]
) -> _Draft:
    """Take in "The head of the harbour board, Ana Velik", "The Dean of Halden, the Very Reverend Ana Velik"."""
    comma = draft.tokens.start - 1
    if draft.role == ():
        comma = before_origin(text, tokens, draft.tokens.start) - 1
    while comma > 0 and draft.role == () and tokens[comma].text in _DEGREES:
        comma -= 1
    if comma < 1 or tokens[comma].text != ",":
        return draft
    phrase = ending_at.get(before_aside(tokens, comma))
    if phrase is None or phrase.tokens.start - 2 in people:
        return draft  # "Jo Roe, the head of her firm, Velm Ferries, said"
    after = draft.tokens.stop
    if not phrase.definite and not (after < len(tokens) and tokens[after].text in {",", ".", ":"}):
        # "a spokesman for the firm, Jo Roe, said"; "met a minister, Jo Roe said" is none.
        return draft
    if after < len(tokens) and tokens[after].text.casefold() in {"and", "or"}:
        return draft
    return _Draft(range(phrase.tokens.start, after), Kind.PERSON, draft.name, (phrase.role, *draft.role))


def _is_body(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Tell whether a description points at a body, by a noun that may be a person's as well: "the operator"."""
    nouns = [tokens[index].text for index in phrase.tokens if tokens[index].pos in {"NOUN", "PROPN"}]
    return phrase.definite and any(is_body_noun(noun.casefold()) for noun in nouns)


def _with_body_before(tokens: tuple[Token, ...], draft: _Draft, bodies_to: dict[int, Phrase]) -> _Draft:
    """Take in "The operator, Halden Ferries" and "The operator «Halden Ferries»": who is explained is the body."""
    comma = draft.tokens.start - 1
    marked = is_marked(tokens, draft.tokens)
    if not marked and comma > 0 and tokens[comma].text.casefold() == "the":
        comma -= 1
    phrase = bodies_to.get(comma) if comma > 0 and (marked or tokens[comma].text == ",") else None
    if phrase is None or not any(
        tokens[index].dep == "appos" and tokens[index].head in phrase.tokens for index in draft.tokens
    ):
        return draft
    whole = range(phrase.tokens.start, draft.tokens.stop + marked)
    return _Draft(whole, Kind.BODY, draft.name, (phrase.role, *draft.role))


def _with_phrase_after(
    tokens: tuple[Token, ...], draft: _Draft, starting_at: dict[int, Phrase], within: range
) -> _Draft:
    """Take in "Ana Velik, 43, a spokeswoman for the harbour board" and "Ana Velik, 43"."""
    end = _behind_brackets(tokens, draft.tokens.stop, within)
    if end + 1 >= within.stop or tokens[end].text != ",":
        return draft
    after = end + 1
    if _is_age(tokens, after, within):
        draft = _Draft(range(draft.tokens.start, after + 1), draft.kind, draft.name, draft.role)
        after += 2
    phrase = starting_at.get(after)
    if phrase is None or phrase.tokens.stop > within.stop or tokens[phrase.tokens.start].tag == "WP$":
        return draft  # "Ana Velik, whose lawyer is …" is no lawyer
    stop = phrase.tokens.stop
    follows = tokens[stop].text if stop < within.stop else "."
    closed = follows in {",", ".", ";", ":", "–", "—", "”", '"', ")", "»"}
    if not closed and (tokens[phrase.tokens.start].tag == "PRP$" or _is_led_in(tokens, draft, within)):
        # "According to Ana Velik, the captain had …": two people.
        return draft
    if not closed and tokens[stop].pos not in {"ADP", "AUX", "VERB", "SCONJ", "PRON"}:
        return draft
    if _lists_persons(tokens, phrase, draft) or _is_told_by(tokens, draft, phrase, within):
        return draft
    return _Draft(range(draft.tokens.start, stop), Kind.PERSON, draft.name, (*draft.role, phrase.role))


def _behind_brackets(tokens: tuple[Token, ...], index: int, within: range) -> int:
    """Return the index behind what brackets tell of a name's seat or party: "Rep. Ana Velik (D-Md.), chair of …"."""
    if index >= within.stop or tokens[index].text != "(":
        return index
    closing = range(index + 1, min(within.stop, index + _IN_BRACKETS))
    return next((place + 1 for place in closing if tokens[place].text == ")"), index)


def _is_told_by(tokens: tuple[Token, ...], draft: _Draft, phrase: Phrase, within: range) -> bool:
    """Tell whether a sentence is told by who stands behind a name in it: "It hit Pal Velik, an official said"; "Velik, an aide said, …".

    So is "It was closed by the clerk of Tarna, the mayor said": what explains a name would end in a comma before the verb.
    """
    stop, opens = phrase.tokens.stop, draft.tokens.start
    if stop + 1 >= within.stop or tokens[stop].lemma not in CLAUSE_VERBS:
        return False
    told = any(tokens[index].pos in {"VERB", "AUX"} for index in range(within.start, opens))
    if phrase.definite:
        return told and tokens[opens - 1].pos == "ADP"
    says = any(tokens[index].head == stop for index in phrase.tokens)
    return (says and told) or (tokens[stop + 1].text == "," and tokens[phrase.tokens.start - 1].text == ",")


def _is_led_in(tokens: tuple[Token, ...], draft: _Draft, within: range) -> bool:
    """Tell whether a name only leads up to whoever its sentence is about: "According to", "Asked by", "Answering Ana Velik"."""
    first = draft.tokens.start
    opening = next(
        (place + 1 for place in range(first - 1, within.start - 1, -1) if tokens[place].text in _BREAKS),
        within.start,
    )
    leading = tokens[opening:first]
    if not leading or any(token.tag in _FINITE for token in leading[1:]):
        return False
    # a participle that opens a sentence is often taken for a name or a noun
    return leading[0].tag in {"VBG", "VBN", "IN", "TO"} or leading[0].text.endswith("ing")


def _is_age(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether the word at `index` is an age between commas: "Ana Velik, 43, who …"."""
    if not tokens[index].text.isdigit() or len(tokens[index].text) > len("100"):
        return False
    return index + 1 >= within.stop or tokens[index + 1].text in {",", "."}


def _lists_persons(tokens: tuple[Token, ...], phrase: Phrase, draft: _Draft) -> bool:
    """Tell "Ana Velik, Mayor Tom Roe and …" (a list) from an apposition; also "told Kanal Velm, the head, Tom Roe, admits"."""
    stop, first = phrase.tokens.stop, draft.tokens.start
    led = draft.kind is not Kind.PERSON or (first > 0 and tokens[first - 1].pos == "ADP")
    stop += led and stop < len(tokens) and tokens[stop].text == ","
    return stop < len(tokens) and tokens[stop].entity == "PERSON"


def _with_determiner(text: str, tokens: tuple[Token, ...], draft: _Draft, within: range) -> _Draft:
    first = draft.tokens.start
    after = draft.tokens.stop
    modifies = after < within.stop and tokens[after].pos in {"NOUN", "PROPN"} and adjoins(text, tokens, after)
    if modifies or first == within.start or not adjoins(text, tokens, first):
        return draft
    if tokens[first - 1].text.casefold() == "the":
        return _Draft(range(first - 1, draft.tokens.stop), draft.kind, draft.name, draft.role)
    return draft


def _is_mention(phrase: Phrase) -> bool:
    """Keep descriptions that point at somebody; "he became minister" and "a company" do not by themselves."""
    if phrase.kind is Kind.GROUP:
        return True
    return phrase.definite or len(phrase.role) > 1


def _without_overlaps(tokens: tuple[Token, ...], drafts: list[_Draft]) -> list[_Draft]:
    """Keep the longest of overlapping drafts; of equally long ones the named, then the first."""
    taken: set[int] = set()
    kept: list[_Draft] = []
    for draft in sorted(
        drafts, key=lambda draft: (-len(draft.tokens), draft.name is None, draft.tokens.start)
    ):
        free = draft if taken.isdisjoint(draft.tokens) else _left_of(tokens, draft, taken)
        if free is not None:
            taken.update(free.tokens)
            kept.append(free)
    return kept


def _left_of(tokens: tuple[Token, ...], draft: _Draft, taken: set[int]) -> _Draft | None:
    """Return what is left of a name whose title reaches into another: "spokesman Jo Roe" behind "Port of Halden"."""
    if draft.name is None or not taken.isdisjoint(range(draft.name.tokens.start, draft.tokens.stop)):
        return None
    first = max(index for index in taken if index < draft.name.tokens.start) + 1
    while first < draft.name.tokens.start and tokens[first].text in _BREAKS:
        first += 1
    role = tuple(range(max(first, part.start), part.stop) for part in draft.role if part.stop > first)
    return _Draft(range(max(first, draft.tokens.start), draft.tokens.stop), draft.kind, draft.name, role)


def _with_surnames(drafts: list[_Draft]) -> list[_Draft]:
    """Call a person whoever bears the surname of one that only an apposition tells: "Pal Velik", tagged as a place."""
    told = {
        draft.name.text.split()[-1].casefold()
        for draft in drafts
        if draft.name is not None
        and draft.role
        and draft.kind is Kind.PERSON is not draft.name.kind
        and len(draft.name.text.split()) > 1
    }
    return [
        replace(draft, kind=Kind.PERSON)
        if draft.name is not None and draft.kind is not Kind.GROUP and draft.name.text.casefold() in told
        else draft
        for draft in drafts
    ]


def _mention(text: str, tokens: tuple[Token, ...], draft: _Draft) -> Mention:
    start = tokens[draft.tokens.start].span.start
    end = tokens[draft.tokens.stop - 1].span.end
    if draft.name is not None and draft.tokens.stop == draft.name.tokens.stop:
        first = tokens[draft.name.tokens.start].span.start
        # less the mark of a possessive; "Brian" is of the Tatlocks
        end = first + len(draft.name.text) if text.startswith(draft.name.text, first) else end
    roles = [_words(text, tokens, role) for role in draft.role]
    role = ", ".join(role for role in roles if role)
    return Mention(
        span=Span(start, end),
        kind=draft.kind,
        name=_plain(draft.name.text) if draft.name else None,
        role=role or None,
    )


def _words(text: str, tokens: tuple[Token, ...], part: range) -> str:
    if not part:
        return ""
    words = text[tokens[part.start].span.start : tokens[part.stop - 1].span.end].split()
    while words and is_honorific(words[-1]):
        words.pop()
    return " ".join(words)


def _plain(name: str) -> str:
    """Return a name on one line, less a nickname in marks: Alf “Barnacle” Hurley."""
    return " ".join(_NICKNAME.sub(" ", name).split())
