"""Runs of words that are names, and what each names.

Runs come from the parser's entity labels. A small tagger cuts and labels them badly, so a run is trimmed ("Multiple
Halden", "Admiral Jo Roe") and its kind is decided over the whole report: the surname of a full name is that person
everywhere ("Velik said", tagged as a body, beside "Ana Velik"), a known place is a place, a run with a body noun
in it is a body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import POSTNOMINALS, is_honorific
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

NAME_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
}
_PARTICLE_WORDS = "de da di del della der den van von la le el al bin ibn ben dos du ter ten zu y"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
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
_LONGEST = 12
"""Words a name may have; longer runs are lists or headlines the tagger took for one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that is a name, and what it names."""

    tokens: range
    text: str
    kind: Kind


def find_names(report: Report, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Name]:
    """Return the names in `report`, in order; they do not overlap."""
    text = report.text
    runs = [run for sentence in sentences for run in _labelled_runs(text, tokens, sentence.tokens)]
    names = [
        Name(trimmed, _surface(text, tokens, trimmed), kind)
        for run, kind in runs
        if (trimmed := _trimmed(tokens, run))
    ]
    names = [name for name in names if _is_name_like(tokens, name)]
    names += _unlabelled_runs(text, tokens, sentences, {index for name in names for index in name.tokens})
    signed = [block.span for block in report.blocks if block.zone is Zone.SIGNATURE]
    names = [_as_person(tokens, name, signed) for name in sorted(names, key=lambda name: name.tokens.start)]
    names = [name for name in names if name.kind is not Kind.UNKNOWN]
    names = _with_places(tokens, names, _dateline_words(report))
    votes = _count_votes(names)
    surnames = {word for name in names for word in _surnames(name, votes)}
    named = [Name(name.tokens, name.text, _kind_of(tokens, name, votes, surnames)) for name in names]
    named += _unlabelled(text, tokens, sentences, named, surnames)
    return sorted(named, key=lambda name: name.tokens.start)


def adjoins(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the token at `index` follows the one before it on the same line."""
    gap = text[tokens[index - 1].span.end : tokens[index].span.start]
    return "\n" not in gap and "\r" not in gap


def _labelled_runs(text: str, tokens: tuple[Token, ...], within: range) -> Iterable[tuple[range, Kind]]:
    start = within.start
    while start < within.stop:
        label = tokens[start].entity
        end = start + 1
        if label in NAME_LABELS:
            while end < within.stop and _continues(text, tokens, end, label):
                end += 1
            first = start
            while label == "PERSON" and first > within.start and _precedes(text, tokens, first, end):
                first -= 1
            yield range(first, end), NAME_LABELS[label]
        start = end


def _continues(text: str, tokens: tuple[Token, ...], index: int, label: str) -> bool:
    token = tokens[index]
    if not adjoins(text, tokens, index) or not token.text.strip():
        return False
    if text[tokens[index - 1].span.end : token.span.start] == "" and (
        token.text in _HYPHENS or tokens[index - 1].text in _HYPHENS
    ):
        # "Fishermen's Co" ORG + "-operative": a name does not end inside a hyphenated word.
        return token.text != "/"
    if token.entity == label:
        # Two names one after another ("Halden, Oslo") carry one label each: a comma or a dash parts them.
        return (
            token.text not in {",", ";", ":", "–", "—", "|"}
            and not (label == "PERSON" and "/" in token.text)
            and (token.tag != "POS" or _goes_on(tokens, index, label))
        )
    # "Jo" PERSON + "Roe" with no label: the tagger stopped too early.
    return label == "PERSON" and token.entity == "" and token.pos == "PROPN" and token.text[:1].isupper()


def _precedes(text: str, tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Tell whether the tagger missed the given name before a surname: "Georgios" beside "Melas" PERSON."""
    token = tokens[first - 1]
    return (
        token.entity == ""
        and token.pos == "PROPN"
        and token.dep == "compound"
        and token.head in range(first, end)
        and token.text[:1].isupper()
        and token.text.isalpha()
        and adjoins(text, tokens, first)
        and not is_person_role(token.text.casefold())
        and not is_honorific(token.text)
        and not is_demonym(token.text)
    )


def _goes_on(tokens: tuple[Token, ...], index: int, label: str) -> bool:
    return label == "ORG" and index + 1 < len(tokens) and tokens[index + 1].entity == label


def _trimmed(tokens: tuple[Token, ...], run: range) -> range:
    start, end = run.start, run.stop
    while start < end - 1 and _leads_in(tokens, start, run.stop):
        start += 1
    while end - 1 > start and tokens[end - 1].text.strip(".").casefold() in POSTNOMINALS:
        end -= 1
    while end > start and (tokens[end - 1].tag == "POS" or not any(map(str.isalnum, tokens[end - 1].text))):
        end -= 1
    return range(start, end)


def _leads_in(tokens: tuple[Token, ...], index: int, stop: int) -> bool:
    token = tokens[index]
    if token.text in _PARTICLES and token.text != "la":
        return False
    if token.pos in {"DET", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "PUNCT"} or is_honorific(
        token.text
    ):
        return True
    if not token.text[:1].isupper():
        return not token.text[:1].isdigit()
    if tokens[stop - 1].entity == "PERSON":
        return is_person_role(token.text.casefold()) or (is_demonym(token.text) and index + 2 < stop)
    return token.pos in {"ADJ", "VERB"} and not is_demonym(token.text) and tokens[index + 1].text.isupper()


def _surface(text: str, tokens: tuple[Token, ...], run: range) -> str:
    if not run:
        return ""
    return (
        text[tokens[run.start].span.start : tokens[run.stop - 1].span.end]
        .removesuffix("’s")
        .removesuffix("'s")
    )


def _is_name_like(tokens: tuple[Token, ...], name: Name) -> bool:
    first = tokens[name.tokens.start]
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
                yield Name(run, _surface(text, tokens, run), Kind.UNKNOWN)
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
    if not all(word[:1].isupper() and not word.isupper() for word in words if word not in _PARTICLES):
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
    return replace(name, kind=Kind.PERSON) if titled or appositive or told_of or speaks or whole else name


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
        particle = next((place for place, word in enumerate(words[1:-1], 1) if word in _PARTICLES), None)
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
                if not _is_name_word(text, tokens, start - 1, start - 1) or not adjoins(text, tokens, start):
                    break
                start -= 1
            run = range(start, index + 1)
            yield Name(run, _surface(text, tokens, run), Kind.PERSON)
