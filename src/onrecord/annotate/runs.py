"""Runs of words that the tagger took for names, mended at their ends.

A small tagger starts a name too late ("Ana" beside "Harrow" ORG), ends it too early, and takes a title or a trade into
it ("Multiple Halden", "Admiral Jo Roe").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.given_names import is_given_name, is_womans_name
from onrecord.lexicon.honorifics import is_honorific, is_postnominal, may_be_style
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import KIN_NOUNS, NOT_PERSONAL, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token

NAME_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
}
_PARTICLE_WORDS = "de da di del della der den van von la le el al bin ibn ben dos du ter ten zu zur y ap ab ferch bint binti te"
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Small words inside family names."""
HYPHENS = frozenset({"-", "‐", "‑"})
_IN_BODIES = frozenset(
    {"premier", "champion", "pilot", "prince", "princess", "king", "queen", "trader", "farmer"}
)
"""Roles that open the names of firms and places as well."""
_TITLES = frozenset(
    {
        "professor",
        "senator",
        "colonel",
        "lieutenant",
        "sergeant",
        "judge",
        "rabbi",
        "imam",
        "archbishop",
        "bishop",
        "governor",
    }
)
"""Roles that open no name of a firm or a place where one word stands behind them: "Professor Velik", tagged ORG."""
_DETECTIVES = frozenset({"det", "detective"})
_UNDER_DETECTIVE = frozenset({"ch", "con", "cons", "insp", "sgt", "sup", "supt"})
"""Ranks that stand behind "Det" only: "Det Con Velik", and not Con Velik."""
_STANDING = frozenset({"governing", "opposition", "ruling"})
_NEAR = frozenset({"nearby", "neighboring", "neighbouring"})
"""Words that tell how a body or a place stands to others, and open no name of it: "the Opposition Velm Front"."""
_SMALL = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "PUNCT"})
_LEADING_WORDS = """
    a about according after again against all also although always among an and another are as at be because before between
    both but by can did do does during each earlier even every for from had has have he her here his how however if in is it
    its just later like many may meanwhile more most multiple my never no nor not now of on once only or other our over
    several she since so some still than that the their then there these they this those though to today tomorrow twice
    under until was we were what when where which while who why will with yesterday yet you your
    """
_LEADING = frozenset(_LEADING_WORDS.split())
"""Words that open no name though they open a sentence: the tagger takes "Xanthe" for a determiner as well."""
_MARKS = frozenset("\"“”„‘’'«»()")
_PAIRS = frozenset({'""', "“”", "„“", "„”", "‘’", "''", "«»"})
_INITIAL = re.compile(r"[^\W\d_]\.")
"""The letter of a given name."""
_NICKNAME = 3
"""Words that a nickname may have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that is a name, and what it names."""

    tokens: range
    text: str
    kind: Kind

    def as_kind(self, kind: Kind) -> Name:
        """Return the same words as what names something of `kind`."""
        return self if kind is self.kind else Name(self.tokens, self.text, kind)


def adjoins(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the token at `index` follows the one before it, on the same line or on the next one.

    A wrapped text tears names apart ("said Ana / Velik"); a blank line never stands inside one.
    """
    gap = text[tokens[index - 1].span.end : tokens[index].span.start]
    return len(gap) <= 1 or (gap.count("\n") <= 1 and gap.count("\r") <= 1)


def labelled_runs(text: str, tokens: tuple[Token, ...], within: range) -> Iterable[tuple[range, Kind]]:
    """Yield the runs of tokens in `within` that carry one label, with the kind it tells."""
    start = within.start
    while start < within.stop:
        label = tokens[start].entity
        end = start + 1
        if label in NAME_LABELS:
            while end < within.stop and _continues(text, tokens, end, label):
                end += 1
            first = start
            who = [token.text for token in tokens[end : end + 2]] == [",", "who"]
            while first > within.start and (label == "PERSON" or end - start == 1):
                if not _precedes(text, tokens, first, end, given=label != "PERSON" and not who):
                    break
                first -= 1
            yield range(first, end), NAME_LABELS[label]
        start = end


def _continues(text: str, tokens: tuple[Token, ...], index: int, label: str) -> bool:
    token = tokens[index]
    if not adjoins(text, tokens, index) or not token.text.strip():
        return False
    if text[tokens[index - 1].span.end : token.span.start] == "" and (
        token.text in HYPHENS or tokens[index - 1].text in HYPHENS
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


def _precedes(text: str, tokens: tuple[Token, ...], first: int, end: int, *, given: bool) -> bool:
    """Tell whether the tagger missed the given name before a surname: "Georgios" beside "Melas" PERSON.

    `given` asks that it be a known one, or stand behind a trade: "Ana Harrow", "Nurse Wanda Teske", Teske tagged GPE.
    """
    token = tokens[first - 1]
    if given and not is_given_name(token.text) and (first < 2 or not is_trade(text, tokens, first - 2)):  # noqa: PLR2004
        return False
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


def is_trade(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word at `index` is the trade of the name it stands before: "Nurse Wanda"."""
    token = tokens[index]
    return (
        token.dep == "compound" and is_person_role(token.text.casefold()) and adjoins(text, tokens, index + 1)
    )


def is_kin(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a name stands behind whose it is: "his brother, Dorian Roe", "her sister Ana Roe"."""
    before = first - 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
    return (
        before > 0
        and tokens[before].text.casefold() in KIN_NOUNS
        and tokens[before - 1].tag in {"PRP$", "POS"}
    )


def _goes_on(tokens: tuple[Token, ...], index: int, label: str) -> bool:
    """Tell whether a name goes on behind its possessive: "Workers' Union", whatever the tagger takes it for."""
    if index + 1 >= len(tokens) or tokens[index + 1].entity != label:
        return False
    return label == "ORG" or is_body_noun(singular(tokens[index + 1].text))


def trimmed(tokens: tuple[Token, ...], run: range) -> range:
    """Return `run` less what leads in to a name or trails behind it; empty where nothing is left."""
    start, end = run.start, run.stop
    initial = _INITIAL.fullmatch(tokens[start].text) is not None
    if tokens[start].entity == "PERSON" or (
        initial and end - start > 1 and tokens[start + 1].text[1:].islower()
    ):
        end = next((place for place in run if place > start and tokens[place].text == "of"), end)
    if ")" not in [tokens[index].text for index in run]:
        # "Port Authority of Halden" + "(PAH": what brackets open is another name.
        end = next((place for place in range(start + 1, end) if tokens[place].text == "("), end)
    end = next((place for place in range(start + 1, end) if _is_share(tokens, place)), end)
    while start < end - 1 and _leads_in(tokens, start, run.stop):
        start += 1
    if tokens[start].entity == "PERSON":
        start = _behind_role(tokens, start, end)
    while end - 1 > start and is_postnominal(tokens[end - 1].text):
        end -= 1
    while end > start and (tokens[end - 1].tag == "POS" or not any(map(str.isalnum, tokens[end - 1].text))):
        end -= 1
    return range(start, end)


def _is_share(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a figure that the tagger took into a name begins at `index`: "gave Velik 46 per cent"."""
    after = tokens[index + 1].text.casefold() if index + 1 < len(tokens) else ""
    return tokens[index].text[:1].isdigit() and after in {"per", "percent", "%", "pct", "points"}


def _behind_role(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Return where given and family name begin behind a place and an office: "Halden Mayor Ana Velik"."""
    for place in range(end - 3, start - 1, -1):
        ranked = tokens[place].text[:1].isupper() and is_person_role(singular(tokens[place].text))
        if ranked and (place > start or is_given_name(tokens[place + 1].text)):
            return place + 1
    return start


def closed(text: str, tokens: tuple[Token, ...], run: range) -> range:
    """Return `run` with what its last preposition leads: "Ministry of Waters of" + "Halden", tagged GPE.

    Also with the body that a saint's name belongs to: "St Brannoc" + "'s Hospital".
    """
    stop = run.stop
    if run and tokens[run.start].text.strip(".") in {"St", "Saint"} and stop + 1 < len(tokens):
        owned = tokens[stop].tag == "POS" and is_body_noun(tokens[stop + 1].text)
        return range(run.start, stop + 2) if owned and tokens[stop + 1].text[:1].isupper() else run
    while stop > run.start and tokens[stop - 1].text in {"of", "for", "and", "the"}:
        stop -= 1
    if stop == run.stop:
        return run
    further = run.stop
    while further < len(tokens) and adjoins(text, tokens, further) and tokens[further].text[:1].isupper():
        further += 1
    return range(run.start, further if further > run.stop else stop)


def _leads_in(tokens: tuple[Token, ...], index: int, stop: int) -> bool:
    token = tokens[index]
    if token.text in PARTICLES and token.text != "la":
        return False
    small = token.pos in _SMALL and (token.text.casefold() in _LEADING or not token.text[:1].isupper())
    told = is_under_detective(tokens, index) or _tells_standing(tokens, index, stop)
    if small or told or is_honorific(token.text):
        return True
    if may_be_style(token.text):
        return index + 2 < stop
    if not token.text[:1].isupper():
        return not token.text[:1].isdigit()
    if tokens[stop - 1].entity == "PERSON":
        return is_person_role(token.text.casefold()) or (is_demonym(token.text) and index + 2 < stop)
    if is_person_role(token.text.casefold()) and is_given_name(tokens[index + 1].text):
        return index + 2 < stop
    if token.text.casefold() in _TITLES and index + 2 == stop:
        last = singular(tokens[index + 1].text)
        placed = is_body_noun(last) or last in PLACE_NOUNS or is_place(last)
        return tokens[index + 1].text[:1].isupper() and not placed
    shouted = token.pos in {"ADJ", "VERB"} and not is_demonym(token.text) and tokens[index + 1].text.isupper()
    return shouted or _is_rank(tokens, index, stop)


def is_under_detective(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word at `index` is the second of two ranks cut short: "Con" of "Det Con Ana Velik"."""
    word = tokens[index].text.casefold().rstrip(".")
    return (
        word in _UNDER_DETECTIVE
        and index > 0
        and tokens[index - 1].text.casefold().rstrip(".") in _DETECTIVES
    )


def _tells_standing(tokens: tuple[Token, ...], index: int, stop: int) -> bool:
    """Tell whether the word at `index` is none of the name behind it: "Opposition Velm Front", "Neighbouring Velm".

    "Ruling Council" and "Opposition Leader" are no names without their first word.
    """
    word = tokens[index].text.casefold()
    rest = tokens[index + 1 : stop]
    if not rest or not rest[0].text[:1].isupper() or is_body_noun(singular(rest[0].text)):
        return False
    return word in _NEAR or (word in _STANDING and len(rest) > 1 and not is_person_role(rest[0].text))


def _is_rank(tokens: tuple[Token, ...], index: int, stop: int) -> bool:
    """Tell whether a run opens with the rank of the two names behind it: "Sheriff Dolores Roe-Velik", tagged ORG."""
    word = tokens[index].text.casefold()
    if not is_person_role(word) or word in NOT_PERSONAL or word in _IN_BODIES:
        return False
    while index + 1 < stop and is_person_role(tokens[index + 1].text.casefold()):
        index += 1
    rest = tokens[index + 1 : stop]
    words = [
        token
        for token, before in zip(rest, (tokens[index], *rest), strict=False)
        if token.text not in HYPHENS and before.text not in HYPHENS
    ]
    named = all(token.text[:1].isupper() for token in words)
    bodily = any(is_body_noun(singular(token.text)) or singular(token.text) in PLACE_NOUNS for token in rest)
    return len(words) == len(("given", "family")) and named and not bodily


def surface(text: str, tokens: tuple[Token, ...], run: range) -> str:
    """Return the characters of `run`, less the mark of a possessive."""
    if not run:
        return ""
    return (
        text[tokens[run.start].span.start : tokens[run.stop - 1].span.end]
        .removesuffix("’s")
        .removesuffix("'s")
    )


def nicknamed_runs(text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Iterable[Name]:
    """Find names with a nickname in marks between given and family name: Alf “Barnacle” Hurley."""
    for sentence in sentences:
        for index in sentence.tokens[1:-1]:
            if tokens[index].text not in _MARKS or not _opens_nickname(tokens, index):
                continue
            stop = next(
                (
                    end
                    for end in range(index + 2, min(index + 3 + _NICKNAME, sentence.tokens.stop - 1))
                    if tokens[end].text in _MARKS
                ),
                None,
            )
            if stop is None or not all(tokens[place].text[:1].isupper() for place in range(index + 1, stop)):
                continue
            if stop + 1 >= sentence.tokens.stop or not _is_capitalised(tokens[stop + 1]):
                continue
            run = range(index - 1, stop + 2)
            if all(adjoins(text, tokens, place) for place in run[1:]):
                yield Name(run, surface(text, tokens, run), Kind.PERSON)


def is_marked(tokens: tuple[Token, ...], run: range) -> bool:
    """Tell whether a name stands between marks: "«Halden Ferries»"."""
    inside = run.start > 0 and run.stop < len(tokens)
    return inside and (tokens[run.start - 1].text + tokens[run.stop].text) in _PAIRS


def _opens_nickname(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a name may go on behind the mark at `index`; brackets hold a short form behind a given name: "Rosalind (Roz)"."""
    before, short = tokens[index - 1].text, tokens[index + 1].text
    if tokens[index].text == "(":
        return is_given_name(before) and short.istitle() and not is_place(short)
    # "Augusta" before a mark is taken for an adjective.
    told = before.istitle() and is_womans_name(before) is not None and not is_person_role(before.casefold())
    return tokens[index].text != ")" and (told or _is_capitalised(tokens[index - 1]))


def _is_capitalised(token: Token) -> bool:
    named = token.pos == "PROPN" or token.dep == "compound"
    return named and token.text[:1].isupper() and not is_person_role(token.text.casefold())
