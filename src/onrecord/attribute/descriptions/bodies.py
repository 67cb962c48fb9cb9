"""Which named body "the agency", "the company" or "the newspaper" goes on with, by what such a word may be said of.

The rule: the nouns for bodies fall into classes, and a name tells by its own words to which it belongs: a department is
an agency, a gazette is a newspaper, a council is no company. Of the bodies named before, the nearest paragraph that names
any of the class decides: the one it names is meant, and of several nobody is. So "the Ports Department … the agency said"
is the department's, and a word that some body before may be called by is never a body of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import is_body
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, singular
from onrecord.model.annotation import Kind
from onrecord.text.quoted import is_named_by_us

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Chain, Mention

_AGENCY_WORDS: Final = """
    administration agency authority board bureau center centre commission department directorate ministry office police
    registry service treasury
    """
_AGENCIES: Final = frozenset(_AGENCY_WORDS.split())
_SCHOOLS: Final = frozenset(["academy", "college", "institute", "school", "university"])
_OUTLETS: Final = OUTLET_NOUNS | {"magazine", "newspaper", "paper", "broadcaster", "network", "radio", "tv"}
_OF: Final[dict[str, frozenset[str]]] = {
    "agency": _AGENCIES,
    "bureau": _AGENCIES,
    "department": frozenset({"department"}),
    "ministry": frozenset({"ministry"}),
    "university": _SCHOOLS,
    "college": _SCHOOLS,
    "school": _SCHOOLS,
    "newspaper": _OUTLETS,
    "paper": _OUTLETS,
    "magazine": _OUTLETS,
    "network": _OUTLETS,
    "broadcaster": _OUTLETS,
    "administration": frozenset({"administration"}),
    "campaign": frozenset({"campaign"}),
    "commission": frozenset({"commission"}),
    "committee": frozenset({"committee"}),
    "party": frozenset({"party"}),
}
"""By the noun of a description, the words of names that may be called by it."""
_FIRMS: Final = frozenset({"airline", "bank", "business", "carrier", "company", "developer", "firm", "insurer", "maker",
                           "manufacturer", "retailer"})  # fmt: skip
_FIRM_WORDS: Final = frozenset(
    {"company", "bank", "airline", "maker", "firm", "group", "brewery", "insurance"}
)
_NO_FIRMS: Final = frozenset({"campaign", "congress", "convention", "fund", "house", "initiative", "league", "pentagon",
                              "republic", "senate", "supreme", "white"})  # fmt: skip
_ACRONYM: Final = 2
_ACRONYM_LONG: Final = 5
"""Letters of the longest acronym: longer words in capitals are a dateline's or a heading's."""
_NEAR: Final = 2
"""Paragraphs that tell of what a word goes on with: its own, and the one before."""
_WORDS: Final = 2
"""Words of a description that tells nothing but the class."""


def read_class(phrase: str) -> str | None:
    """Return the noun of a description that only tells the class of a body; None where it tells more.

    >>> read_class("the agency"), read_class("The former agency"), read_class("the moon")
    ('agency', None, None)
    """
    words = phrase.casefold().split()
    told = len(words) == _WORDS and words[0] == "the" and (words[1] in _OF or words[1] in _FIRMS)
    return words[1] if told else None


def may_be_called(noun: str, body: Chain) -> bool:
    """Tell whether a named body belongs to the class of `noun`."""
    if body.name is None or not is_body(body) or (body.name.isupper() and len(body.name) > _ACRONYM_LONG):
        return False
    words = {word for name in body.names for spelled in name.split() for word in _forms(spelled)}
    if noun in _OF:
        acronym = noun == "agency" and body.name.isupper() and len(body.name) > _ACRONYM
        return acronym or bool(words & _OF[noun])
    told = {word for word in words if is_body_noun(word) or word in _OUTLETS}
    return told <= _FIRM_WORDS and not words & _NO_FIRMS


def _forms(word: str) -> tuple[str, str]:
    """Return a word of a name in lower case, as it stands and in the singular: "Times" is a newspaper's."""
    bare = word.strip(".,").casefold()
    return bare, singular(bare)


class Bodies:
    """The bodies of one report as descriptions meet them; `chains` and `mentions` may grow meanwhile."""

    def __init__(
        self, view: View, *, chains: Mapping[str, Chain], mentions: Sequence[tuple[Mention, str]]
    ) -> None:
        self._view = view
        self._chains = chains
        self._mentions = mentions
        self._known: dict[tuple[str, str], bool] = {}

    def find_nearest(self, phrase: str, position: int) -> str | None:
        """Return the one body of its class that the nearest paragraph names before `position`, of the last two."""
        noun = read_class(phrase)
        if noun is None:
            return None
        view = self._view
        block = view.block_of(view.syntax.at(position))
        end = position
        for index in [index for index in view.spoken if index <= block][-_NEAR:][::-1]:
            start = view.report.blocks[index].span.start
            found = self._within(noun, start, end)
            if found:
                return found.pop() if len(found) == 1 else None
            end = start
        found = self._within(noun, 0, end)
        return found.pop() if len(found) == 1 else None

    def is_of_a_class(self, phrase: str, position: int) -> bool:
        """Tell whether the report has named a body before `position` that may be called so."""
        noun = read_class(phrase)
        return noun is not None and bool(self._within(noun, 0, position))

    def _within(self, noun: str, start: int, end: int) -> set[str]:
        first = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        stop = bisect_left(self._mentions, end, key=lambda pair: pair[0].span.start)
        named = {
            chain_id
            for mention, chain_id in self._mentions[first:stop]
            if mention.name is not None
            and mention.kind in {Kind.BODY, Kind.GROUP}
            and not is_named_by_us(self._view.text, mention.span.start, mention.span.end)
        }
        return {chain_id for chain_id in named if self._may_be(noun, chain_id)}

    def _may_be(self, noun: str, chain_id: str) -> bool:
        """Tell whether a chain may be called by a noun, asked once of each: names do not change meanwhile."""
        if (noun, chain_id) not in self._known:
            self._known[noun, chain_id] = may_be_called(noun, self._chains[chain_id])
        return self._known[noun, chain_id]
