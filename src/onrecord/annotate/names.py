"""Runs of words that are names, and what each names.

Runs come from the parser's entity labels. A small tagger cuts and labels them badly, so a run is trimmed ("Multiple
Halden", "Admiral Jo Roe") and its kind is decided over the whole report: the surname of a full name is that person
everywhere ("Velik said", tagged as a body, beside "Ana Velik"), a known place is a place, a run with a body noun
in it is a body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.runs import (
    NAME_LABELS,
    PARTICLES,
    Name,
    adjoins,
    is_kin,
    is_trade,
    labelled_runs,
    nicknamed_runs,
    surface,
    trimmed,
)
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, is_person_role, singular
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
_HYPHENS = frozenset({"-", "‐", "‑"})
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS, "easter", "christmas"})
_NEVER_NAMES = frozenset({"TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_PLACED_BY = frozenset({"in", "at", "near", "across", "outside", "inside", "around"})
_SPEAKING = frozenset(
    {"say", "tell", "add", "explain", "testify", "note", "insist", "recall", "admit", "warn", "claim"}
)
_GIVEN_AND_FAMILY = 4
"""Words that a person's name may have."""
_CIVIC = frozenset(
    {"city", "town", "village", "county", "guild", "parish", "market", "concert", "music", "state"}
)
_HALLS = frozenset({"hall", "house", "chambers", "green", "court", "cross"})
"""Words that end the names of buildings, and surnames as well: "City Hall" is no Jean Hall."""
_UNNAMED_WORDS = (
    "at in on it he she we they i you said says say that was is to by with from not will be has have told"
)
_UNNAMED = frozenset(_UNNAMED_WORDS.split())
"""Words that no name in capitals holds: "AT CITY HALL" is a phrase that the tagger took for one."""
_OWN_REACH = 8
"""Words behind a verb among which "his" or "her" is the subject's own."""
_LONGEST = 12
"""Words a name may have; longer runs are lists or headlines the tagger took for one."""


def find_names(report: Report, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Name]:
    """Return the names in `report`, in order; they do not overlap."""
    text = report.text
    runs = [run for sentence in sentences for run in labelled_runs(text, tokens, sentence.tokens)]
    names = [
        _with_sure_kind(Name(kept, surface(text, tokens, kept), kind))
        for run, kind in runs
        if (kept := trimmed(tokens, run))
    ]
    names = [name for name in names if _is_name_like(tokens, name) and not _is_title(text, tokens, name)]
    shouted = {
        block.span for block in report.blocks if block.zone is Zone.HEADLINE and _is_shouted(text, block.span)
    }
    names = [name for name in names if _span_of(tokens, name) not in shouted]
    names += nicknamed_runs(text, tokens, sentences)
    names = _without_covered(names)
    names += _unlabelled_runs(text, tokens, sentences, {index for name in names for index in name.tokens})
    signed = [block.span for block in report.blocks if block.zone is Zone.SIGNATURE]
    names = [_as_person(tokens, name, signed) for name in sorted(names, key=lambda name: name.tokens.start)]
    names = _with_titled(tokens, names)
    names = [name for name in names if name.kind is not Kind.UNKNOWN]
    names = _with_places(tokens, names, _dateline_words(report))
    votes = _count_votes(names)
    surnames = {word for name in names for word in _surnames(name, votes)}
    named = [Name(name.tokens, name.text, _kind_of(tokens, name, votes, surnames)) for name in names]
    named += _unlabelled(text, tokens, sentences, named, surnames)
    return sorted(named, key=lambda name: name.tokens.start)


def _is_shouted(text: str, span: Span) -> bool:
    """Tell a headline in capitals, which the tagger may take whole for a name, from one that is a name."""
    return span.of(text).isupper() and len(span.of(text).split()) > 2  # noqa: PLR2004 - given and family name


def _span_of(tokens: tuple[Token, ...], name: Name) -> Span:
    return Span(tokens[name.tokens.start].span.start, tokens[name.tokens.stop - 1].span.end)


def _with_sure_kind(name: Name) -> Name:
    """Mend what the tagger calls names in capitals: "MAYOR SUSAN CLARKE" is no nation, "CITY HALL" nobody."""
    words = name.text.casefold().split()
    if _is_hall(words):
        return replace(name, kind=Kind.BODY)
    shouted = name.text.isupper() and 2 <= len(words) <= _GIVEN_AND_FAMILY  # noqa: PLR2004 - given and family name
    sure = shouted and is_given_name(words[0]) and not holds_body_noun(name.text.split())
    return replace(name, kind=Kind.PERSON) if sure else name


def _is_hall(words: list[str]) -> bool:
    """Tell whether lower-case words name a public building: "city hall"."""
    return len(words) == 2 and words[0] in _CIVIC and words[1] in _HALLS  # noqa: PLR2004 - whose, and what


def _is_name_like(tokens: tuple[Token, ...], name: Name) -> bool:
    first = tokens[name.tokens.start]
    if name.text.isupper() and " " in name.text and _UNNAMED & set(name.text.casefold().split()):
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


def _unlabelled_runs(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], covered: set[int]
) -> Iterable[Name]:
    """Find runs of capitalised proper nouns that the tagger passed over; of unknown kind."""
    for sentence in sentences:
        start = sentence.tokens.start
        while start < sentence.tokens.stop:
            end = start
            while (
                end < sentence.tokens.stop and end not in covered and _is_name_word(text, tokens, start, end)
            ):
                end += 1
            if 2 <= end - start <= _GIVEN_AND_FAMILY:  # noqa: PLR2004 - given and family name
                run = range(start, end)
                yield _with_sure_kind(Name(run, surface(text, tokens, run), Kind.UNKNOWN))
            start = max(end, start + 1)


def _is_name_word(text: str, tokens: tuple[Token, ...], start: int, index: int) -> bool:
    token = tokens[index]
    return (
        token.pos == "PROPN"
        and token.entity not in NAME_LABELS
        and token.entity not in _NEVER_NAMES
        and token.text.casefold() not in _CALENDAR
        and token.text[:1].isupper()
        and not is_honorific(token.text)
        and not is_person_role(token.text.casefold())
        and (index == start or adjoins(text, tokens, index))
    )


def _as_person(tokens: tuple[Token, ...], name: Name, signed: list[Span]) -> Name:
    """Call a person what is spoken of as one: "Jo Roe, who …", "the engineer, Jo Roe", "Jo Roe, 43,", "said Jo Roe".

    Also what signs a pull quote: `signed` are the lines of signatures.
    """
    words = name.text.split()
    first, after = name.tokens.start, name.tokens.stop
    if name.kind in {Kind.PERSON, Kind.GROUP} or not 2 <= len(words) <= _GIVEN_AND_FAMILY:  # noqa: PLR2004
        return name
    if holds_body_noun(words) or is_place(name.text) or words[-1].casefold() in PLACE_NOUNS:
        return name
    if not all(word[:1].isupper() and not word.isupper() for word in words if word not in PARTICLES):
        return name
    if first and tokens[first - 1].pos == "DET":
        return name
    last = tokens[after - 1]
    before = tokens[first - 1].text if first else ""
    titled = is_honorific(before) or (is_person_role(before.casefold()) and tokens[first - 1].tag != "VB")
    appositive = last.dep == "appos" and is_person_role(tokens[last.head].text.casefold())
    follows = [token.text for token in tokens[after : after + 2]]
    told_of = follows[:1] == [","] and len(follows) > 1 and (follows[1] == "who" or _is_age(follows[1]))
    speaks = name.kind is Kind.UNKNOWN and last.dep == "nsubj" and tokens[last.head].lemma in _SPEAKING
    whole = Span(tokens[first].span.start, last.span.end) in signed
    acts = last.dep == "nsubj" and (
        is_given_name(words[0]) or (name.kind is Kind.UNKNOWN and _acts_for_self(tokens, name))
    )
    kin = is_kin(tokens, first)
    sure = titled or appositive or told_of or speaks or whole or acts or kin
    return replace(name, kind=Kind.PERSON) if sure else name


def _acts_for_self(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell a person by what is his or hers in the same clause: "Jo Roe put her name to the sale"."""
    verb = tokens[name.tokens.stop - 1].head
    return any(
        token.text.casefold() in {"his", "her", "himself", "herself"}
        and verb in {token.head, tokens[token.head].head}
        for token in tokens[verb + 1 : verb + _OWN_REACH]
    )


def _with_titled(tokens: tuple[Token, ...], names: list[Name]) -> list[Name]:
    """Call a person whoever bears the surname of "Mr Roe", given name and surname: "Callum Roe", tagged ORG."""
    titled = {
        name.text.casefold()
        for name in names
        if " " not in name.text and name.tokens.start and is_honorific(tokens[name.tokens.start - 1].text)
    }
    return [
        replace(name, kind=Kind.PERSON)
        if len(words := name.text.split()) == 2  # noqa: PLR2004 - given and family name
        and words[1].casefold() in titled
        and name.kind is not Kind.GROUP
        and not holds_body_noun(words)
        else name
        for name in names
    ]


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) == len("43")


def _dateline_words(report: Report) -> str:
    """Return the datelines of `report` as one string of words: "HALDEN (Reuters) – " names a place."""
    lines = (block.span.of(report.text) for block in report.blocks if block.zone is Zone.DATELINE)
    return " ".join(" ".join(lines).casefold().split())


def _with_places(tokens: tuple[Token, ...], names: list[Name], dateline: str) -> list[Name]:
    """Call a place what reports are mostly *in* or *at*, what ends like one ("Marram Point") or is in a dateline."""
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    titled: set[str] = set()
    for name in names:
        key = name.text.casefold()
        seen[key] += 1
        before = tokens[name.tokens.start - 1].text.casefold() if name.tokens.start else ""
        placed[key] += before in _PLACED_BY
        if is_person_role(before) or is_honorific(before):
            titled.add(key)
    return [
        replace(name, kind=Kind.PLACE)
        if name.kind is Kind.PERSON
        and (key := name.text.casefold()) not in titled
        and (
            placed[key] * 2 >= seen[key] or (" " in key and key.split()[-1] in PLACE_NOUNS) or key in dateline
        )
        else name
        for name in names
    ]


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


def holds_body_noun(words: list[str]) -> bool:
    """Tell whether a capitalised word of a name says that it is a body's: "Halden Harbour Board"."""
    nouns = (singular(word.strip(".,")) for word in words if word[:1].isupper())
    return any(is_body_noun(noun) or noun in OUTLET_NOUNS for noun in nouns)


def _kind_of(
    tokens: tuple[Token, ...], name: Name, votes: dict[str, Counter[Kind]], surnames: set[str]
) -> Kind:
    key = name.text.casefold()
    words = name.text.split()
    if name.kind is Kind.GROUP:
        return Kind.GROUP
    if _is_hall(key.split()):
        return Kind.BODY
    whole = all(word[:1].isupper() for word in words) and len(words) <= _GIVEN_AND_FAMILY
    if key in surnames or (words[-1].casefold() in surnames and whole and not holds_body_noun(words)):
        return Kind.PERSON
    if is_place(name.text):
        return Kind.PLACE
    if holds_body_noun(words) and (len(words) > 1 or name.kind is Kind.PERSON):
        return Kind.BODY
    if is_person_role(singular(words[-1])) and tokens[name.tokens.stop - 1].tag in {"NNS", "NNPS"}:
        return Kind.GROUP
    kinds = votes[key]
    best = max(kinds.values())
    return next(kind for kind in (name.kind, *sorted(kinds)) if kinds[kind] == best)


def _unlabelled(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    named: list[Name],
    surnames: set[str],
) -> Iterable[Name]:
    """Find surnames that the tagger passed over, with a given name before them or in capitals: "VELIK SAYS NO"."""
    covered = {index for name in named for index in name.tokens}
    for sentence in sentences:
        for index in sentence.tokens:
            word = tokens[index].text.removesuffix("’s").removesuffix("'s")
            if index in covered or word.casefold() not in surnames or not word[:1].isupper():
                continue
            if is_person_role(word.casefold()) or not any(map(str.isalpha, word)):
                continue
            start = index
            while start > sentence.tokens.start and start - 1 not in covered:
                if tokens[start - 1].text.casefold() in _UNNAMED:
                    break
                if not _is_name_word(text, tokens, start - 1, start - 1) or not adjoins(text, tokens, start):
                    break
                start -= 1
            run = range(start, index + 1)
            yield _with_sure_kind(Name(run, surface(text, tokens, run), Kind.PERSON))
