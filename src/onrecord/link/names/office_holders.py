"""Which person a description without a name stands for, by the office that reports give somebody.

"The secretary general of the bloc" is looked for in ever wider circles: the persons this report names, by the
offices that the reports of its event give them, then by those that any report gives them; the persons that other
reports of the event name; and only a description that names its body or country ("NATO secretary general") in the
whole pile. The first circle that knows anybody decides, and only if it knows exactly one: offices change hands, so
a mayor of two years ago must not speak as the mayor of today.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.callings import is_calling, speaks_for_others
from onrecord.lexicon.descriptions import (
    is_handed_over,
    is_indefinite,
    is_same_office,
    is_shared_calling,
    is_specific,
    office_nouns,
    read_office,
)
from onrecord.link.names.seats import find_office_places, find_places, is_elsewhere
from onrecord.link.names.tenures import Tenures
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_VARYING = frozenset({"former", "born", "old", "ex", "onetime"})
"""Words that tell of somebody's past, origin or age."""
_SUCCESSOR = frozenset({"successor"})
_APPOSED = 4
"""Characters behind an office within which a name stands that goes with it."""
_OPENS = re.compile(r"(?:^|[\n.!?:”\"])\s*(?:According to |As )?$", re.IGNORECASE)
_INTRODUCES = re.compile(r"\b(?:who|whose|that)\b", re.IGNORECASE)
_VARIED_WITHIN = 500
"""Characters between a name and the description that varies it: a paragraph or so."""
_OF_WOMEN = {"woman": True, "women": True, "actress": True, "man": False, "men": False, "actor": False}
_SEXED = re.compile(r"(?<!hu)(?<!ger)(?<!ro)(?:wo)?m[ae]n\b|\bactress\b|\bactor\b")
_MANY = 400
"""Holders of one head noun ("minister") beyond which the pile is not searched for one: too many to be sure."""


def join_descriptions(
    sets: ChainSets,
    *,
    event_of: Mapping[str, str],
    texts: Mapping[str, str],
    days: Mapping[str, date] | None = None,
) -> None:
    """Join nameless chains of persons with the one holder of the office they describe.

    Args:
        sets: the chains, persons' names already joined.
        event_of: the event of each report id.
        texts: the text of each report id.
        days: when each report was published, as far as it is known.
    """
    offices = _Offices(sets, event_of, Tenures(sets, texts, days or {}))
    found: list[tuple[str, str, str]] = []
    for chain in sets.chains.values():
        if chain.kind is Kind.PERSON and chain.name is None:
            text = texts[chain.report_id]
            if is_indefinite(chain.mentions[0].span.of(text)):
                continue
            holder = (
                offices.find_holder(chain, texts)
                or offices.find_successor(chain, texts)
                or offices.find_varied(chain, text)
            )
            if holder:
                found.append((holder[0], chain.id, holder[1]))
    for holder_id, chain_id, why in found:
        sets.join(holder_id, chain_id, why)


class _Offices:
    """Who is given which office, by report, by event and over the pile."""

    def __init__(self, sets: ChainSets, event_of: Mapping[str, str], tenures: Tenures) -> None:
        self._sets = sets
        self._tenures = tenures
        self._event_of = event_of
        self._in_report: dict[str, set[str]] = defaultdict(set)
        self._named_in: dict[str, list[Chain]] = defaultdict(list)
        self._by_event: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._anywhere: dict[str, set[str]] = defaultdict(set)
        self._by_head: dict[str, set[str]] = defaultdict(set)
        self._succeeding: dict[str, list[Chain]] = defaultdict(list)
        self._heads_in_event: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._found_in_event: dict[tuple[str, str], list[str]] = {}
        self._found_in_pile: dict[str, list[str]] = {}
        self._successions: dict[str, list[tuple[str, str]]] = {}
        for chain in sets.chains.values():
            if chain.kind is Kind.PERSON and chain.name is not None:
                self._learn(chain)

    def _learn(self, chain: Chain) -> None:
        root = self._sets.root(chain.id)
        event = self._event(chain.report_id)
        self._in_report[chain.report_id].add(root)
        self._named_in[chain.report_id].append(chain)
        roles = {*chain.roles, *self._tenures.held_in(root, chain.report_id)}
        self._by_event[event, root].update(roles)
        self._anywhere[root].update(roles)
        for role in sorted(roles):
            heads = read_office(role).heads
            if heads & _SUCCESSOR:
                self._succeeding[event].append(chain)
            for head in heads:
                self._by_head[head].add(root)
                self._heads_in_event[event, head].add(root)

    def _event(self, report_id: str) -> str:
        return self._event_of.get(report_id, report_id)

    def _named_before(self, chain: Chain) -> set[str]:
        """Return the persons whom the report of `chain` has named before it describes that one."""
        first = chain.mentions[0].span
        return {
            self._sets.root(one.id) for one in self._named_in[chain.report_id] if one.mentions[0].span < first
        }

    def find_holder(self, chain: Chain, texts: Mapping[str, str]) -> tuple[str, str] | None:
        """Return the holder of the office that `chain` describes in its report, and why it is the one."""
        if _is_named_in_other_letters(chain, texts[chain.report_id]):
            return None
        event = self._event(chain.report_id)
        here = self._in_report[chain.report_id]
        for description in sorted(chain.roles):
            if is_handed_over(texts[chain.report_id], description):
                continue
            if is_shared_calling(description):
                here = self._named_before(chain)
            circles = (
                (self._holders(description, here, event, near=True), "this report names one"),
                (self._holders(description, here, None), "this report names one"),
                (self._known_in_event(description, event), "the event knows one"),
                (self._known(description), "the pile knows one"),
            )
            for found, circle in circles:
                holders = self._tenures.find_holders(found, description, chain.report_id)
                if len(holders) == 1 and holders[0] not in here:
                    held = self._places(holders[0], description, texts)
                    if is_elsewhere(description, texts[chain.report_id], held):
                        break
                if len(holders) == 1:
                    name = self._sets.called(holders[0])
                    return holders[0], f"{circle} “{description}”: {name}"
                if holders:
                    break
        return None

    def _places(self, root: str, description: str, texts: Mapping[str, str]) -> frozenset[str]:
        """Return of which places reports say, or tell, that somebody holds an office."""
        told = [
            (role, chain.report_id)
            for chain in self._sets.members(root)
            for role in chain.roles
            if chain.name is not None and is_same_office(description, role, near=True)
        ]
        named = frozenset[str]().union(*(find_office_places(role) for role, _ in told))
        return named or frozenset[str]().union(*(find_places(texts.get(report, "")) for _, report in told))

    def find_successor(self, chain: Chain, texts: Mapping[str, str]) -> tuple[str, str] | None:
        """Return who came after the holder of the office that `chain` describes, where the event says so.

        "Tom Roe left the Harbour Authority. “Good riddance,” said his successor, Ana Velik": another report of the event
        means Ana Velik by "the harbour authority's chief", if Tom Roe was that.
        """
        found = {
            successor: description
            for successor, before in self._succession(self._event(chain.report_id), texts)
            for description in sorted(chain.roles)
            if self._holders(description, [before], None)
        }
        if len(found) != 1:
            return None
        root, description = next(iter(found.items()))
        return root, f"the event names the successor of a “{description}”: {self._sets.called(root)}"

    def _succession(self, event: str, texts: Mapping[str, str]) -> list[tuple[str, str]]:
        """Return who came after whom, as the reports of an event tell."""
        if event not in self._successions:
            named = self._succeeding.get(event, ())
            pairs = [(self._sets.root(one.id), self._predecessor(one, texts[one.report_id])) for one in named]
            self._successions[event] = [(one, before) for one, before in pairs if before is not None]
        return self._successions[event]

    def _predecessor(self, successor: Chain, text: str) -> str | None:
        """Return the one person named before "his successor" in its paragraph."""
        place = min(
            mention.span.start
            for mention in successor.mentions
            if _SUCCESSOR & read_office(mention.role or "").heads
        )
        start = max(text.rfind("\n", 0, place), place - _VARIED_WITHIN)
        named = {
            self._sets.root(chain.id)
            for chain in self._named_in[successor.report_id]
            if chain is not successor
            and any(start < mention.span.start < place for mention in chain.mentions)
        }
        return named.pop() if len(named) == 1 else None

    def find_varied(self, chain: Chain, text: str) -> tuple[str, str] | None:
        """Return the person that a description varies, so as not to repeat the name.

        "I am staying," Velik said. The former dockworker added that …: a description by somebody's past, origin or
        age that opens a sentence, in a report that has named one person so far, and just before. Not when it
        goes on with "who", which introduces somebody, nor when somebody known holds the office.
        """
        first = chain.mentions[0]
        office = read_office(first.role or "")
        if (
            len(chain.mentions) > 1
            or not office.marks & _VARYING
            or not _OPENS.search(text[: first.span.start][-40:])
        ):
            return None
        if _INTRODUCES.search(first.span.of(text) + text[first.span.end :][:6]):
            return None
        if self._holders(first.role or "", self._candidates(first.role or ""), None):
            return None
        before = [named for named in self._named_in[chain.report_id] if named.mentions[0].span < first.span]
        if len({self._sets.root(named.id) for named in before}) != 1:
            return None
        last = max(m.span.end for named in before for m in named.mentions if m.span < first.span)
        root = self._sets.root(before[0].id)
        clash = any(office.heads <= read_office(role).heads for role in self._anywhere[root])
        if clash or first.span.start - last > _VARIED_WITHIN:
            return None
        return root, f"“{first.role}” varies the only name so far: {self._sets.called(root)}"

    def _holders(
        self, description: str, roots: Iterable[str], event: str | None, *, near: bool = False
    ) -> list[str]:
        """Return those of `roots` who are given the office, in the event's reports or (None) in any."""
        return [
            root
            for root in sorted(roots)
            if any(
                is_same_office(description, role, near=near) and not _is_of_other_sex(description, role)
                for role in (self._anywhere[root] if event is None else self._by_event[event, root])
            )
        ]

    def _known_in_event(self, description: str, event: str) -> list[str]:
        """Return who is given the office in the event's reports: they share a role noun with it, so only these are asked."""
        key = (description, event)
        if key not in self._found_in_event:
            asked: set[str] = set()
            for head in office_nouns(description) if _is_one_in_event(description) else ():
                asked |= self._heads_in_event.get((event, head), set())
            self._found_in_event[key] = self._holders(description, asked, event)
        return self._found_in_event[key]

    def _known(self, description: str) -> list[str]:
        """Return who is given the office in any report, for a description that names its body or country."""
        if description not in self._found_in_pile:
            singled_out = is_specific(description) and _is_held_by_one(description)
            asked = self._candidates(description) if singled_out else []
            self._found_in_pile[description] = self._holders(description, asked, None)
        return self._found_in_pile[description]

    def _candidates(self, description: str) -> list[str]:
        """Return everybody in the pile who is called by all role nouns of `description`; nobody if they are many."""
        heads = sorted(read_office(description).heads)
        if not heads:
            return []
        candidates = set(self._by_head.get(heads[0], ()))
        for head in heads[1:]:
            candidates &= self._by_head.get(head, set())
        return sorted(candidates) if len(candidates) <= _MANY else []


_ONE_IN_A_PLACE = frozenset({"archbishop", "governor", "king", "mayor", "monarch", "pope", "queen", "sultan"})


def _is_one_in_event(description: str) -> bool:
    """Tell whether one person of a whole event can be meant: "the mayor", and "the coach" of a match by neither."""
    office = read_office(description)
    told = office.of or office.marks or office.points or office.heads & _ONE_IN_A_PLACE
    return bool(told) and _is_held_by_one(description)


def _is_held_by_one(description: str) -> bool:
    """Tell an office that a happening has one holder of ("the mayor", "the navy spokesman") from a calling ("the witness")."""
    office = read_office(description)
    if any(is_calling(head) for head in office.heads):
        return False
    return bool(office.of or office.marks) or not any(speaks_for_others(head) for head in office.heads)


def _is_of_other_sex(description: str, role: str) -> bool:
    """Tell "the spokeswoman" from somebody called a spokesman."""
    one, other = (_SEXED.findall(words.casefold()) for words in (description, role))
    return bool(one and other) and not {_OF_WOMEN[word] for word in one} & {_OF_WOMEN[word] for word in other}


def _is_named_in_other_letters(chain: Chain, text: str) -> bool:
    """Tell whether a name in letters without capitals, which is not read, stands behind the office: "the union's president, משה כהן"."""
    for mention in chain.mentions:
        behind = text[mention.span.end : mention.span.end + _APPOSED].lstrip(", ")
        if behind and unicodedata.category(behind[0]) == "Lo":
            return True
    return False
