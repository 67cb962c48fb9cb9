"""What a name names, as the words around it tell, and not the tagger alone.

A small tagger calls bodies persons and persons places. Who speaks, has an age, a role or a surname that goes with
"Mr" is a person; what ends in a plural or is shortened in brackets is a firm; what reports are mostly *in* is a place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.introductions import is_introduced
from onrecord.annotate.runs import HYPHENS, PARTICLES, Name, is_kin
from onrecord.lexicon.cues import CLAUSE_VERBS, THOUGHT_VERBS
from onrecord.lexicon.given_names import is_given_name, is_womans_name
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import FIRM_NOUNS, OUTLET_NOUNS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token

_SAYING = CLAUSE_VERBS | THOUGHT_VERBS
_SHORT_OF = frozenset({Kind.PERSON, Kind.BODY, Kind.UNKNOWN})
_ACTING = frozenset({"nsubj", "nsubjpass", "appos"})
PLACED_BY = frozenset({"in", "at", "near", "across", "outside", "inside", "around"})
GIVEN_AND_FAMILY = 4
"""Words that a person's name may have."""
_CIVIC = frozenset(
    {"city", "town", "village", "county", "guild", "parish", "market", "concert", "music", "state"}
)
_HALLS = frozenset({"hall", "house", "chambers", "green", "court", "cross"})
"""Words that end the names of buildings, and surnames as well: "City Hall" is no Jean Hall."""
_INITIALLED = re.compile(
    r"(?:[A-ZÀ-Ž]\.[-‐ ]?){1,3} ?(?:[a-z]{1,4} ){0,2}[A-ZÀ-Ž](?!\.)\S*[^\W\d_]", re.UNICODE
)
_IN_BRACKETS = re.compile(r"\s?\((?P<first>.)[A-Z]{1,4}\)")
_ACRONYM = re.compile(r"[A-Z&]{3,4}")
_SONS = frozenset({"mac", "ní", "nic", "ó"})
"""First words of Irish and Scottish family names."""
_EXPLAINING = 5
"""Words up to the noun that says what is named: "a small family firm"."""
_OWN_REACH = 8
"""Words behind a verb among which "his" or "her" is the subject's own."""


_PLACE_OPENERS = frozenset({"camp", "cape", "fort", "isle", "lake", "loch", "lough", "mount", "port"})
"""First words of the names of places that are nobody's given name: "Port Harrow" beside "Ana Harrow"."""
_OF_OUTLETS = frozenset({"gazette", "news", "newswire", "radio", "television", "times", "tribune"})
"""Last words of the names of outlets that are nobody's family name."""


def is_hall(words: list[str]) -> bool:
    """Tell whether lower-case words name a public building: "city hall"."""
    return len(words) == 2 and words[0] in _CIVIC and words[1] in _HALLS  # noqa: PLR2004 - whose, and what


def with_sure_kind(name: Name) -> Name:
    """Mend what the tagger calls names in capitals: "MAYOR SUSAN CLARKE" is no nation, "CITY HALL" nobody.

    Also letters of given names, "K. Stone" is somebody; and "Brenn News" is an outlet.
    """
    words = name.text.casefold().split()
    if is_hall(words) or (words[-1] in _OF_OUTLETS and (len(words) > 1 or name.kind is Kind.PERSON)):
        return replace(name, kind=Kind.BODY)
    if _INITIALLED.fullmatch(name.text) and not holds_body_noun(words) and not is_place(words[-1]):
        return replace(name, kind=Kind.PERSON)
    if name.kind is not Kind.GROUP and words[0] in _SONS and len(words) > 1:
        return replace(name, kind=Kind.PERSON)
    shouted = name.text.isupper() and 2 <= len(words) <= GIVEN_AND_FAMILY  # noqa: PLR2004 - given and family name
    sure = shouted and is_given_name(words[0]) and not holds_body_noun(name.text.split())
    return replace(name, kind=Kind.PERSON) if sure else name


def holds_body_noun(words: list[str]) -> bool:
    """Tell whether a capitalised word of a name says that it is a body's: "Halden Harbour Board"."""
    nouns = (singular(word.strip(".,")) for word in words if word[:1].isupper())
    held = any(is_body_noun(noun) or noun in OUTLET_NOUNS for noun in nouns)
    return held and not _is_bearer(words)


def _is_bearer(words: list[str]) -> bool:
    """Tell a given name with a family name that is the plural of a body noun: "Jim Banks"."""
    two = len(words) == len(("given", "family")) and words[1].endswith("s") and is_given_name(words[0])
    return two and is_body_noun(singular(words[1])) and not is_body_noun(words[1]) and not is_place(words[0])


def opens_as_place(words: list[str]) -> bool:
    """Tell whether lower-case words open as the names of places do, and nobody's: "port harrow"."""
    return len(words) > 1 and words[0] in _PLACE_OPENERS


def as_person(text: str, tokens: tuple[Token, ...], name: Name, signed: list[Span]) -> Name:
    """Call a person what is spoken of as one: "Jo Roe, who …", "the engineer, Jo Roe", "Jo Roe, 43,", "said Jo Roe".

    Also what signs a pull quote: `signed` are the lines of signatures. An acronym is nobody, but for whom a turn is
    headed by: "KMWA said", "PELL: No.".
    """
    words = name.text.split()
    first, after = name.tokens.start, name.tokens.stop
    if name.kind is Kind.PERSON and _ACRONYM.fullmatch(name.text):
        turn = after < len(tokens) and tokens[after].text == ":"
        return name if turn else replace(name, kind=Kind.BODY)
    introduced = is_introduced(text, tokens[first].span.start) or _is_relative(tokens, name)
    if name.kind is not Kind.GROUP and introduced:
        return replace(name, kind=Kind.PERSON)
    called = first and tokens[first - 1].text.islower() and is_body_noun(tokens[first - 1].text)
    called = called or (not is_given_name(words[0]) and _is_said_to_be_body(tokens, name))
    if name.kind is not Kind.GROUP and (called or _is_body_explained(tokens, name)):
        return replace(name, kind=Kind.BODY)
    if name.kind in {Kind.PERSON, Kind.GROUP} or not 2 <= len(words) <= GIVEN_AND_FAMILY:  # noqa: PLR2004
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
    appositive = appositive or _is_explained(tokens, after)
    follows = [token.text for token in tokens[after : after + 2]]
    told_of = follows[:1] == [","] and len(follows) > 1 and (follows[1] == "who" or _is_age(follows[1]))
    double = name.kind is Kind.UNKNOWN or tokens[max(after - 2, 0)].text in HYPHENS
    speaks = double and _says(tokens, last)
    whole = Span(tokens[first].span.start, last.span.end) in signed
    acts = last.dep == "nsubj" and name.kind is Kind.UNKNOWN and _acts_for_self(tokens, name)
    acts = acts or (is_given_name(words[0]) and (last.dep == "nsubj" or before.casefold() not in PLACED_BY))
    acts = acts or (last.dep in _ACTING and len(words) > 1 and is_womans_name(words[0]) is not None)
    kin = is_kin(tokens, first)
    sure = titled or appositive or told_of or speaks or whole or acts or kin
    return replace(name, kind=Kind.PERSON) if sure else name


def _is_relative(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether a name of one word is that of somebody's relative: "Her son, Yerlan, said", tagged GPE.

    Not where it may tell a place beside the relative: "his partner, Velm's mayor", "her sister, Oslo and the sea".
    """
    after = name.tokens.stop
    closed = after >= len(tokens) or tokens[after].text in {",", ".", "said", "says"}
    alone = name.kind is Kind.PLACE and " " not in name.text
    return alone and closed and not is_place(name.text) and is_kin(tokens, name.tokens.start)


def _is_body_explained(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether a name between commas says which body is meant: "The union, Cockpit United, rejected that."."""
    first, after = name.tokens.start, name.tokens.stop
    if first < len(("the", "union", ",")) or after >= len(tokens) or tokens[after].text != ",":
        return False
    noun = tokens[first - 2].text
    led = any(
        tokens[index].text.casefold() in {"the", "its"} for index in range(max(0, first - 5), first - 2)
    )
    body = noun.islower() and is_body_noun(noun) and tokens[first - 1].text == "," and led
    return body and is_womans_name(name.text.split()[0]) is None


def _is_said_to_be_body(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell whether a name is explained as a body behind it: "Strome Civil, the company that kept the bridge, said"."""
    after = name.tokens.stop
    if after + 2 >= len(tokens) or tokens[after].text != "," or tokens[after + 1].pos != "DET":
        return False
    for place in range(after + 2, min(after + 2 + _EXPLAINING, len(tokens) - 1)):
        noun, behind = tokens[place], tokens[place + 1]
        if noun.pos == "NOUN" and behind.pos not in {"NOUN", "PROPN"}:
            return noun.text.islower() and is_body_noun(noun.text) and behind.tag not in {"POS", "VBD", "VBZ"}
        if noun.pos not in {"ADJ", "NOUN", "ADV", "VERB", "PROPN"} and noun.text not in HYPHENS:
            return False
    return False


def _is_explained(tokens: tuple[Token, ...], after: int) -> bool:
    """Tell whether the name that ends before `after` has a role for its apposition: "Jo Roe-Velik, the guide who …"."""
    return (
        after + 2 < len(tokens)
        and tokens[after].text == ","
        and tokens[after + 1].pos in {"DET", "PRON"}
        and any(
            token.dep == "appos" and token.head == after - 1 and is_person_role(token.text.casefold())
            for token in tokens[after + 2 : after + _OWN_REACH]
        )
    )


def _says(tokens: tuple[Token, ...], last: Token) -> bool:
    """Tell whether the word that ends a name is the subject of a verb of saying: "Jo Roe-Velik agreed"."""
    while last.dep in {"conj", "appos"}:
        last = tokens[last.head]
    return last.dep == "nsubj" and tokens[last.head].lemma in _SAYING


def _acts_for_self(tokens: tuple[Token, ...], name: Name) -> bool:
    """Tell a person by what is his or hers in the same clause: "Jo Roe put her name to the sale"."""
    verb = tokens[name.tokens.stop - 1].head
    return any(
        token.text.casefold() in {"his", "her", "himself", "herself"}
        and verb in {token.head, tokens[token.head].head}
        for token in tokens[verb + 1 : verb + _OWN_REACH]
    )


def with_titled(tokens: tuple[Token, ...], names: list[Name]) -> list[Name]:
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


def with_introduced(text: str, tokens: tuple[Token, ...], names: list[Name]) -> list[Name]:
    """Call a person wherever the report names them whom it has said to be called so: "a docker known only as Red … Red said"."""
    called = {
        name.text.casefold()
        for name in names
        if name.kind is Kind.PERSON
        and " " not in name.text
        and is_introduced(text, tokens[name.tokens.start].span.start)
    }
    return [
        replace(name, kind=Kind.PERSON)
        if name.text.casefold() in called and name.kind is not Kind.GROUP
        else name
        for name in names
    ]


def with_homes(names: list[Name]) -> list[Name]:
    """Cut from a person what tells where he or she lives: "Betsan Roe of Net Lane", tagged ORG, beside "Mrs Roe".

    >>> with_homes([])
    []
    """
    alone = {name.text.casefold() for name in names if name.kind is Kind.PERSON and " " not in name.text}
    found: list[Name] = []
    for name in names:
        person, _, home = name.text.partition(" of ")
        words = person.split()
        whole = len(words) == len(("given", "family")) and len(name.tokens) > len(words)
        if home and whole and words[-1].casefold() in alone and not holds_body_noun(words):
            found.append(Name(name.tokens[: len(words)], person, Kind.PERSON))
        else:
            found.append(name)
    return found


def with_firms(text: str, tokens: tuple[Token, ...], names: list[Name]) -> list[Name]:
    """Call a body what ends as firms do or is shortened in brackets: "Marram Ratings", "Velm Optik (VMO)".

    Whose last word stands alone elsewhere is a person: "a briefing with Sara Velik, which was brief", beside "Velik said".
    """
    alone = {name.text.casefold() for name in names if name.kind in _SHORT_OF and " " not in name.text}
    firms = {
        name.text.casefold()
        for name in names
        if name.kind is Kind.PERSON
        and len(words := name.text.split()) > 1
        and (
            (_ends_firm(tokens, name, words) and words[-1].casefold() not in alone)
            or _is_shortened(text, tokens[name.tokens.stop - 1].span.end, words[0][:1])
        )
    }
    first_words = {firm.split()[0] for firm in firms} - {
        name.text.split()[0].casefold()
        for name in names
        if name.kind is Kind.PERSON and " " in name.text and name.text.casefold() not in firms
    }
    return [
        replace(name, kind=Kind.BODY)
        if name.kind is Kind.PERSON and name.text.casefold() in firms | first_words
        else name
        for name in names
    ]


def _is_shortened(text: str, end: int, first: str) -> bool:
    """Tell whether letters in brackets that begin with `first` stand at `end`: "Velm Optik (VMO)"."""
    found = _IN_BRACKETS.match(text, end)
    return found is not None and found["first"] == first


def _ends_firm(tokens: tuple[Token, ...], name: Name, words: list[str]) -> bool:
    """Tell whether the last word of a name, or the "which" behind it, is a firm's: "Vantor Logistics", "Velm, which …".

    A plural alone is a surname behind any given name: "Bernie Landers".
    """
    last, after = tokens[name.tokens.stop - 1], name.tokens.stop
    if is_given_name(words[0]):
        return False
    if last.text.strip(".").casefold() in FIRM_NOUNS:
        return True
    if last.tag in {"NNPS", "NNS"} and is_womans_name(words[0]) is None:
        return True
    follows = [token.text for token in tokens[after : after + 2]]
    return follows == [",", "which"]


def with_shortened(
    text: str, tokens: tuple[Token, ...], capitals: Iterable[tuple[Sentence, range]], names: list[Name]
) -> list[Name]:
    """Call a person whoever speaks by a last name alone elsewhere: "Thabo Velik", tagged ORG, beside "Velik said".

    A firm goes by its first word, and a place's last word says what it is. `capitals` are the runs of capitalised words
    with their sentences.
    """
    alone = {
        text[tokens[run.start].span.start : tokens[run.stop - 1].span.end].casefold()
        for sentence, run in capitals
        if _speaks_alone(tokens, run, sentence.tokens)
    }
    return [
        replace(name, kind=Kind.PERSON)
        if name.kind in {Kind.BODY, Kind.PLACE, Kind.UNKNOWN}
        and 2 <= len(words := name.text.split()) <= GIVEN_AND_FAMILY  # noqa: PLR2004 - given and family name
        and words[-1].casefold() in alone
        and words[0].casefold() not in alone
        and all(word[:1].isupper() for word in words if word not in PARTICLES)
        and not (is_place(name.text) or is_place(words[-1]) or holds_body_noun(words))
        and words[-1].casefold() not in PLACE_NOUNS | _OF_OUTLETS
        and (name.tokens.start == 0 or tokens[name.tokens.start - 1].pos != "DET")
        else name
        for name in names
    ]


def _speaks_alone(tokens: tuple[Token, ...], run: range, sentence: range) -> bool:
    """Tell whether a capitalised word is the whole subject of a verb of saying or thinking."""
    last = tokens[run.stop - 1]
    if last.dep != "nsubj" or tokens[last.head].lemma not in _SAYING or last.tag in {"NNPS", "NNS"}:
        return False
    if run.start == sentence.start:
        return True
    before = tokens[run.start - 1]
    return before.pos != "DET" and not (before.pos == "PROPN" and before.text[:1].isupper())


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) == len("43")


def with_places(tokens: tuple[Token, ...], names: list[Name], dateline: str) -> list[Name]:
    """Call a place what reports are mostly *in* or *at*, what ends or opens like one ("Marram Point", "Port Marram") or is in a dateline."""
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    titled: set[str] = set()
    for name in names:
        key = name.text.casefold()
        seen[key] += 1
        before = tokens[name.tokens.start - 1].text.casefold() if name.tokens.start else ""
        placed[key] += before in PLACED_BY
        if is_person_role(before) or is_honorific(before):
            titled.add(key)
    return [
        replace(name, kind=Kind.PLACE)
        if name.kind is Kind.PERSON
        and (key := name.text.casefold()) not in titled
        and (
            placed[key] * 2 >= seen[key]
            or (" " in key and key.split()[-1] in PLACE_NOUNS)
            or opens_as_place(key.split())
            or key in dateline
        )
        else name
        for name in names
    ]
