"""How far a name reaches, where the tagger stopped inside it.

A small tagger cuts names that it has not met: at a hyphen ("Daulet" of "Daulet Orazbek-Uly"), at a particle ("Sion"
of "Sion ap Harrow", "Marisol de la Fuente" of "Marisol de la Fuente y Roe"), and behind a first word that opens its
sentence ("Tancred" taken for a verb). What stands in one name by its letters is one name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.name_joints import past_joint
from onrecord.annotate.runs import HYPHENS, PARTICLES, Name, adjoins, surface
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.name_parts import NAME_ENDINGS, is_small_name
from onrecord.lexicon.roles import is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.annotation import Sentence, Token

_LINKS = PARTICLES - {"ten", "la", "y"} | {"ap", "ab", "ferch", "af", "av", "do", "das", "e"}
"""Small words that always join what stands before them to what stands behind, between two words of a name."""
_AFTER_LINK = frozenset({"la", "las", "los", "der", "den", "dem", "het", "y", "an", "na"})
_SONS = frozenset({"mac", "nic", "ni", "ó"})
_SHORT = 5
"""Letters of a Korean or Chinese second syllable: "Seung-hyun"."""
_COMPOUNDED_WORDS = """
    ably aid area base based bound born built class day decked down era fed fold form free friendly fuel goer held hit home house in
    land led less life like line long made man mad native number off old on only open out over own paid plus proof run
    same seat shape side size sized state style term time to torn trade type up war ware wide wise won work year
    """
_COMPOUNDED = frozenset(_COMPOUNDED_WORDS.split())
"""Short words that make an adjective or a noun of the name before them: "Halden-led"."""
_ELIDED = re.compile(r"(?:d|l|de|dell|dall|all|t|v)['’][^\W\d_a-zà-ž]")
"""A particle that has lost its vowel before a family name: "d'Harrow"."""
_ELIDING = frozenset("dlatv")
"""First letters of such particles."""
_AUXILIARIES = frozenset(
    [
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
    ]
)
_JOINED = frozenset({Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.UNKNOWN})


def widened(
    text: str, tokens: tuple[Token, ...], sentences: Sequence[Sentence], names: Sequence[Name]
) -> list[Name]:
    """Return `names` at their full length, in order; a name that another grew over is part of that one."""
    sentence_of = {index: sentence.tokens for sentence in sentences for index in sentence.tokens}
    owner = {index: name for name in names for index in name.tokens}
    found: list[Name] = []
    reached = 0
    for name in sorted(names, key=lambda name: name.tokens.start):
        if name.tokens.start < reached:
            continue
        if name.kind not in _JOINED or name.text.isupper():
            found.append(name)
            continue
        within = sentence_of[name.tokens.start]
        run = to_the_right(text, tokens, _to_its_head(tokens, name, within), within)
        run = range(
            _before_link(text, tokens, run.start, range(max(reached, within.start), within.stop)), run.stop
        )
        given = is_syllable(text, tokens, run.start - 1, range(max(reached, within.start), within.stop))
        if run.stop - run.start > 1 or name.kind is Kind.PERSON or given:
            run = range(
                _to_the_left(text, tokens, run, range(max(reached, within.start), within.stop)), run.stop
            )
        if run == name.tokens:
            found.append(name)
            continue
        parts = {owner[index].kind for index in run if index in owner}
        while found and found[-1].tokens.stop > run.start:
            found.pop()
        kind = Kind.PERSON if given or Kind.PERSON in parts else name.kind
        found.append(replace(name, tokens=run, text=surface(text, tokens, run), kind=kind))
        reached = run.stop
    return found


def _to_its_head(tokens: tuple[Token, ...], name: Name, within: range) -> range:
    """Take in the one capitalised word behind a body's first word that heads it: "Velm Commercial", of which "Velm" is tagged."""
    last, stop = tokens[name.tokens.stop - 1], name.tokens.stop
    heads = (
        name.kind is Kind.BODY
        and len(name.tokens) == 1
        and stop < within.stop
        and last.dep == "compound"
        and last.head == stop
        and tokens[stop].tag == "NNP"
        and tokens[stop].text.istitle()
    )
    return range(name.tokens.start, stop + 1) if heads else name.tokens


def to_the_right(text: str, tokens: tuple[Token, ...], run: range, within: range) -> range:
    """Take in what a hyphen or a particle joins to the end of `run`."""
    stop = run.stop
    while True:
        further = (
            _past_hyphen(text, tokens, stop, within)
            or _past_link(text, tokens, stop, within)
            or _past_compound(text, tokens, stop, within)
            or _past_elided(text, tokens, stop, within)
            or past_joint(text, tokens, stop, within)
        )
        if further is None:
            return range(run.start, stop)
        stop = further


def _past_hyphen(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "-Uly" behind "Orazbek"."""
    if stop + 1 >= within.stop or tokens[stop].text not in HYPHENS:
        return None
    whole = text[tokens[stop - 1].span.end : tokens[stop + 1].span.start] == tokens[stop].text
    if whole and is_syllable(text, tokens, stop + 1, within):
        return stop + 3
    named = tokens[stop + 1].text[:1].isupper() or _is_ending(tokens, stop + 1, within)
    small = tokens[stop - 1].text.islower() and not is_small_name(tokens[stop - 1].text)
    return stop + 2 if whole and named and not small else None


def is_syllable(text: str, tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether a word ends the given name before a family name: "woo" of "Min-woo Velik", no "lit" of "Oslo-lit Velm Square"."""
    if index - 2 < within.start or index + 1 >= within.stop or tokens[index - 1].text not in HYPHENS:
        return False
    word, first, family = tokens[index].text, tokens[index - 2].text, tokens[index + 1]
    whole = text[tokens[index - 2].span.end : tokens[index].span.start] == tokens[index - 1].text
    small = word.isalpha() and word.islower() and len(word) <= _SHORT and word not in _COMPOUNDED
    given = first.istitle() and first.isalpha() and len(first) <= _SHORT + 1 and not _is_no_part(first)
    named = family.tag == "NNP" and family.dep != "compound" and family.text[:1].isupper()
    made = word.endswith(("ed", "ing")) or tokens[index].tag in {"VBN", "VBG", "JJ"}
    return whole and small and given and named and not made and adjoins(text, tokens, index + 1)


def _is_ending(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell the small second half of a name from that of a compound: "Orazbek-uly said", "Yun-ha", no "Halden-run ferry"."""
    word = tokens[index].text
    if word in NAME_ENDINGS:
        return True
    ends = index + 1 >= within.stop or tokens[index + 1].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}
    return ends and word.isalpha() and len(word) <= _SHORT and word not in _COMPOUNDED


def _past_link(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "ap Harrow" behind "Sion", "y Roe" behind "Marisol de la Fuente"."""
    here = stop
    last = tokens[here - 1].text
    while here < within.stop and here - stop < len("abc"):
        word = tokens[here].text
        linked = word in _LINKS or (word in _AFTER_LINK and (here > stop or word == "y"))
        linked = linked or (word in {"an", "na"} and last.casefold() in _SONS)
        if not linked or not adjoins(text, tokens, here):
            break
        here += 1
    if here == stop or here >= within.stop or not adjoins(text, tokens, here):
        return None
    token = tokens[here]
    return here + 1 if token.pos in {"PROPN", "NOUN", "X", "ADJ"} and token.text[:1].isupper() else None


def _past_compound(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "Velik-Roe" behind "Daulet" that the tagger took for all of it."""
    if stop + 2 >= within.stop or tokens[stop].pos != "PROPN" or tokens[stop].entity:
        return None
    before = tokens[stop - 1]
    if before.dep != "compound" or not before.text[:1].isupper() or not adjoins(text, tokens, stop):
        return None
    end = _past_hyphen(text, tokens, stop + 1, within)
    return end if end is not None and before.head in range(stop, end) else None


def _past_elided(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "d'Harrow" behind "Marc-Antoine"."""
    if stop >= within.stop or tokens[stop].text[:1] not in _ELIDING or not _ELIDED.match(tokens[stop].text):
        return None
    return stop + 1 if tokens[stop - 1].text[:1].isupper() and adjoins(text, tokens, stop) else None


def _to_the_left(text: str, tokens: tuple[Token, ...], run: range, within: range) -> int:
    """Return where a name starts whose first word the tagger passed over."""
    if is_syllable(text, tokens, run.start - 1, within):
        return run.start - 3
    first = _before_hyphen(text, tokens, run.start, within)
    if first <= within.start or not adjoins(text, tokens, first):
        return first
    token = tokens[first - 1]
    word = token.text
    if not word[:1].isupper() or not word.isalpha() or word.isupper() or _is_no_part(word):
        return first
    particled = tokens[first].text in PARTICLES
    hyphened = any(tokens[index].text in HYPHENS for index in run)
    compound = token.pos == "PROPN" and token.dep == "compound" and token.head in run
    opens = _is_misread(token) and (first - 1 == within.start or not word.isascii())
    return first - 1 if (particled and token.pos == "PROPN") or (hyphened and compound) or opens else first


def _before_hyphen(text: str, tokens: tuple[Token, ...], first: int, within: range) -> int:
    """Return where the word begins that a hyphen joins to a name: "Jan-" before "Erik Velik"."""
    if first - 2 < within.start or tokens[first - 1].text not in HYPHENS:
        return first
    before = tokens[first - 2].text
    whole = text[tokens[first - 2].span.end : tokens[first].span.start] == tokens[first - 1].text
    named = before[:1].isupper() and before.isalpha() and not before.isupper() and not _is_no_part(before)
    return first - 2 if whole and named else first


def _before_link(text: str, tokens: tuple[Token, ...], first: int, within: range) -> int:
    """Return where a name begins of which the tagger saw what stands behind its particle: "Sion ap" before "Harrow"."""
    here = first
    while here - 1 > within.start and tokens[here - 1].text in _LINKS and adjoins(text, tokens, here):
        here -= 1
    if here in {first, within.start} or not adjoins(text, tokens, here):
        return first
    token = tokens[here - 1]
    named = token.text[:1].isupper() and token.text.isalpha() and not _is_no_part(token.text)
    return here - 1 if named and token.pos == "PROPN" and token.dep == "compound" else first


def _is_misread(token: Token) -> bool:
    """Tell whether the tagger took a name for a common word: "Tancred" for an auxiliary, "Ñusta" for a verb."""
    if token.pos == "AUX":
        return token.text.casefold() not in _AUXILIARIES
    return token.pos in {"VERB", "INTJ", "X", "ADV"} and not token.text.isascii()


def _is_no_part(word: str) -> bool:
    return is_honorific(word) or is_person_role(word.casefold()) or is_demonym(word)


def capitalised_runs(text: str, tokens: tuple[Token, ...], within: range) -> Iterable[range]:
    """Yield each capitalised word of `within` with what hyphens and particles join to it: "Velik-Roe"."""
    index = within.start
    while index < within.stop:
        if not tokens[index].text[:1].isupper():
            index += 1
            continue
        stop = to_the_right(text, tokens, range(index, index + 1), within).stop
        yield range(index, stop)
        index = stop
