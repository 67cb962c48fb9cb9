"""Which mentions of one report stand for the same person, body or group.

Names first: full names that share their name keys, then surnames that only one full name in the report has. Two
people of one surname are kept apart, and a bare surname that could be either is a chain of its own. Then
descriptions, each to the one holder of the office it names in this report. What fits nobody, or several, stays
alone: a chain too many is mended over the pile, a chain for two people is not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.annotate.acronyms import find_acronyms
from onrecord.annotate.alike import find_openings, find_person_key, is_of_somebody, is_told_by_body
from onrecord.annotate.bynames import called_by, find_bynames, is_part
from onrecord.annotate.couples import find_couples
from onrecord.annotate.explanations import find_explanations
from onrecord.annotate.short_bodies import find_short_bodies
from onrecord.annotate.told_titles import tell_gender, tell_generation, tell_pronoun
from onrecord.lexicon.descriptions import (
    is_contested,
    is_handed_over,
    is_indefinite,
    is_same_office,
    is_shared_calling,
)
from onrecord.lexicon.given_names import is_womans_name
from onrecord.lexicon.honorifics import is_style
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind
from onrecord.model.report import Zone
from onrecord.text.person_names import is_same_given, read_person_name, with_hyphen
from onrecord.text.quoted import is_named_by_us
from onrecord.text.script import romanisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Mention, Sentence, Token
    from onrecord.model.report import Report
    from onrecord.text.person_names import PersonName

_IS = re.compile(r"\s+(?:is|was)\s+")


@dataclass(slots=True)
class _Group:
    """Mentions taken as one so far; `names` are the person names among them, fullest first."""

    kind: Kind
    mentions: list[Mention] = field(default_factory=list["Mention"])

    @property
    def start(self) -> int:
        return min(mention.span.start for mention in self.mentions)

    def is_within(self, start: int, end: int) -> bool:
        """Tell whether a mention stands between two offsets."""
        return any(start <= mention.span.start < end for mention in self.mentions)

    def roles(self) -> list[str]:
        return sorted({mention.role for mention in self.mentions if mention.role})


def group_chains(
    report: Report,
    mentions: tuple[Mention, ...],
    tokens: tuple[Token, ...],  # noqa: ARG001 - the form all finders of this stage share
    sentences: tuple[Sentence, ...],  # noqa: ARG001
) -> tuple[Chain, ...]:
    """Return the chains of `report`, sorted by their first mention; every mention is in one."""
    named = [mention for mention in mentions if mention.name]
    persons = _group_persons(report, [mention for mention in named if mention.kind is Kind.PERSON])
    others = _group_others(report, [mention for mention in named if mention.kind is not Kind.PERSON])
    described = [mention for mention in mentions if not mention.name]
    _join_signatures(report, described, persons)
    left = _join_descriptions(report.text, described, persons)
    groups = [*persons, *others, *_group_left(report.text, left, others)]
    _join_equated(report.text, mentions, groups)
    chains = (_chain(report, group) for group in groups if group.mentions)
    return tuple(sorted(chains, key=lambda chain: chain.mentions[0].span.start))


def _group_persons(report: Report, mentions: list[Mention]) -> list[_Group]:
    full: dict[str, list[tuple[PersonName, _Group]]] = {}
    short: list[tuple[PersonName, Mention]] = []
    hyphened = {
        romanisation_key(words[-1])
        for mention in mentions
        if "-" in (words := (mention.name or "").split())[-1]
    }
    for mention in mentions:
        name = read_person_name(with_hyphen(mention.name or "", hyphened))
        if not name.given:
            short.append((name, mention))
            continue
        namesakes = full.setdefault(name.family_key, [])
        group = next((group for other, group in namesakes if is_same_given(name, other)), None)
        if group is None:
            group = _Group(Kind.PERSON)
            namesakes.append((name, group))
        group.mentions.append(mention)
    _join_last_words(full)
    _join_first_words(full)
    groups = [group for namesakes in full.values() for _, group in namesakes]
    bynames = find_bynames(report.text, [group.mentions for group in groups])
    _join_bynames(full, groups, bynames)
    loose: dict[tuple[str, str], _Group] = {}
    starts = {family: [group.start for _, group in namesakes] for family, namesakes in full.items()}
    couples = find_couples(report.text, ((name.family_key, mention) for name, mention in short), starts)
    for name, mention in short:
        own = None if name.family_key in couples else _owner(report, name, mention, full)
        number = bynames.get(called_by(report.text, mention))
        owner = groups[number] if own is None and number is not None else own
        if owner is None:
            title = tell_generation(report.text, mention) or tell_gender(report.text, mention)
            owner = loose.setdefault((name.family_key, title), _Group(Kind.PERSON))
        owner.mentions.append(mention)
    for family, title in sorted(loose):
        titled = [key for key in sorted(loose) if key[0] == family and key[1]]
        if not title and len(titled) == 1:  # "Mr Roe left. Roe said …"
            loose[titled[0]].mentions += loose.pop((family, title)).mentions
    return [*(group for group in groups if group.mentions), *loose.values()]


def _join_bynames(
    full: dict[str, list[tuple[PersonName, _Group]]], groups: list[_Group], bynames: dict[str, int]
) -> None:
    """Join a byname and a family name with the full name: "Dolly Velik" beside "Dolores ‘Dolly’ Velik"."""
    for family, namesakes in full.items():
        for name, group in tuple(namesakes):
            number = bynames.get(" ".join(name.given).casefold())
            owner = group if number is None else groups[number]
            if owner is not group and any(other is owner for _, other in namesakes):
                owner.mentions += group.mentions
                group.mentions = []
                full[family] = [pair for pair in full[family] if pair[1] is not group]


def _join_last_words(full: dict[str, list[tuple[PersonName, _Group]]]) -> None:
    """Join two names of which one is the last words of the other: "Velik Roe" beside "Ana do Carmo Velik Roe"."""
    everybody = [pair for namesakes in full.values() for pair in namesakes]
    words = {id(group): _name_words(name) for name, group in everybody}
    for family, namesakes in full.items():
        for short, group in tuple(namesakes):
            own = words[id(group)]
            owners = [
                longer
                for other, longer in everybody
                if len(words[id(longer)]) > len(own)
                and other.suffix == short.suffix
                and words[id(longer)][-len(own) :] == own
            ]
            if len(owners) == 1:
                owners[0].mentions += group.mentions
                full[family] = [pair for pair in full[family] if pair[1] is not group]
            elif owners:
                group.kind = Kind.GROUP  # "the Velik Roe sisters"


def _name_words(name: PersonName) -> tuple[str, ...]:
    return (*name.given_keys, *map(romanisation_key, name.family.split()))


def _join_first_words(full: dict[str, list[tuple[PersonName, _Group]]]) -> None:
    """Join a given name of two words with the one full name that opens with it: "Mia Bo" beside "Mia Bo Velik"."""
    everybody = [pair for namesakes in full.values() for pair in namesakes]
    for family, namesakes in full.items():
        for short, group in tuple(namesakes):
            words = (*short.given_keys, short.family_key)
            owners = [
                longer
                for other, longer in everybody
                if len(other.given_keys) >= len(words) and other.given_keys[: len(words)] == words
            ]
            if len(owners) == 1:
                owners[0].mentions += group.mentions
                full[family] = [pair for pair in full[family] if pair[1] is not group]


def _owner(
    report: Report,
    name: PersonName,
    mention: Mention,
    full: dict[str, list[tuple[PersonName, _Group]]],
) -> _Group | None:
    """Return the one full name that a bare surname can stand for; of several, the one named in its paragraph before."""
    named = full.get(name.family_key, [])
    namesakes = [group for other, group in named if not name.suffix or other.suffix == name.suffix]
    if not namesakes:
        namesakes = [group for family in full.values() for other, group in family if is_part(name, other)]
    if len(namesakes) > 1:
        # Two people of one surname: only one that was introduced before the other came up can be meant.
        namesakes = [group for group in namesakes if group.start < mention.span.start]
    if tell_generation(report.text, mention) or (
        len(namesakes) > 1 and is_told_by_body(report.text, mention)
    ):
        return None
    namesakes = [
        group for group in namesakes if _allows(report.text, tell_gender(report.text, mention), group)
    ]
    if len(namesakes) > 1 and mention.role:  # "Velik, the mayor," beside the singer of that name
        called = [one for one in namesakes if any(is_same_office(mention.role, role) for role in one.roles())]
        namesakes = called or namesakes
    several = len(namesakes) > 1
    for start in find_openings(report, mention.span.start):
        if len(namesakes) > 1:
            near = [group for group in namesakes if group.is_within(start, mention.span.start)]
            namesakes = near or namesakes
    if several:
        pronoun = tell_pronoun(report.text, mention)
        namesakes = [group for group in namesakes if _allows(report.text, pronoun, group)]
    return namesakes[0] if len(namesakes) == 1 else None


def _allows(text: str, title: str, group: _Group) -> bool:
    """Tell whether "Mr" or "Mrs" can stand before the name of a group, as far as its own titles and names tell."""
    if not title:
        return True
    titles = {told for mention in group.mentions if (told := tell_gender(text, mention))}
    if titles:
        return title in titles
    given = {name.split()[0] for mention in group.mentions if (name := mention.name) and " " in name}
    return (title == "man") not in set(map(is_womans_name, given))


def _group_others(report: Report, mentions: list[Mention]) -> list[_Group]:
    acronyms = find_acronyms(report.text, [mention.name or "" for mention in mentions])
    groups: dict[tuple[str, Kind], _Group] = {}
    for mention in mentions:
        key = name_key(mention.name or "")
        key = acronyms.get(key, key)
        groups.setdefault((key, mention.kind), _Group(mention.kind)).mentions.append(mention)
    _join_short_bodies(report, groups)
    return list(groups.values())


def _join_short_bodies(report: Report, groups: dict[tuple[str, Kind], _Group]) -> None:
    """Join a body's short name with the one body it is short for: "Velm" beside "Velm Optik".

    Not with what is named after the text has gone by the first word alone: "Velm said … Velm Update is free" names what Velm makes.
    """
    headings = [block.span for block in report.blocks if block.zone is Zone.HEADLINE]
    for short, longer in tuple(find_short_bodies([key for key, kind in groups if kind is Kind.BODY])):
        if not {(short, Kind.BODY), (longer, Kind.BODY)} <= groups.keys():
            continue
        spans = [mention.span for mention in groups[longer, Kind.BODY].mentions]
        if all(is_named_by_us(report.text, span.start, span.end) for span in spans):
            continue  # "we" do not call ourselves by a name: it is what "we" make
        below = [
            mention.span.start
            for mention in groups[short, Kind.BODY].mentions
            if not any(mention.span in heading for heading in headings)
        ]
        if groups[longer, Kind.BODY].start < min(below, default=len(report.text)):
            groups[longer, Kind.BODY].mentions += groups.pop((short, Kind.BODY)).mentions


def name_key(name: str) -> str:
    """Return the key under which spellings of a body's or place's name meet in one report."""
    return " ".join(name.casefold().replace(".", "").replace("’", "'").replace("-", " ").split())


def _join_signatures(report: Report, described: list[Mention], persons: list[_Group]) -> None:
    """Give the title line under a name line to that name: a pull quote's "Ana Velik" and "Mayor of Halden"."""
    blocks = [block for block in report.blocks if block.zone is Zone.SIGNATURE]
    for above, below in pairwise(blocks):
        titles = [mention for mention in described if mention.span in below.span]
        owners = [group for group in persons if any(mention.span in above.span for mention in group.mentions)]
        if len(titles) == 1 and len(owners) == 1 and titles[0].kind is Kind.PERSON:
            owners[0].mentions.append(titles[0])
            described.remove(titles[0])


def _join_equated(text: str, mentions: tuple[Mention, ...], groups: list[_Group]) -> None:
    """Join a nameless person with the name that the report says it is: "The caller was Ana Velik, who …"."""
    owner = {id(mention): group for group in groups for mention in group.mentions}
    for described, named in pairwise(mentions):
        between = text[described.span.end : named.span.start]
        if described.name or not named.name or not _IS.fullmatch(between):
            continue
        first, second = owner[id(described)], owner[id(named)]
        if (
            first is not second
            and described.kind is named.kind is Kind.PERSON
            and described.span.of(text).casefold().startswith("the ")
            and not any(mention.name for mention in first.mentions)
        ):
            second.mentions += first.mentions
            owner.update({id(mention): second for mention in first.mentions})
            first.mentions = []
    for named, described in find_explanations(text, mentions):
        first, second = owner[id(named)], owner[id(described)]
        if first is not second and len(second.mentions) == 1:
            first.mentions.append(second.mentions.pop())


def _join_descriptions(text: str, described: list[Mention], persons: list[_Group]) -> list[Mention]:
    """Give each description of one person to its holder; return those that fit nobody, or several.

    "A senior official" is somebody new, however many senior officials the report names.
    """
    left: list[Mention] = []
    roles = {id(group): group.roles() for group in persons}
    known: dict[str, list[_Group]] = {}
    for mention in described:
        if mention.kind is not Kind.PERSON or not mention.role or is_indefinite(mention.span.of(text)):
            left.append(mention)
            continue
        if mention.role not in known:
            known[mention.role] = [
                group
                for group in persons
                if any(is_same_office(mention.role, role, near=True) for role in roles[id(group)])
            ]
        holders = known[mention.role]
        if len(holders) > 1 or is_shared_calling(mention.role):
            holders = [group for group in holders if group.start < mention.span.start]
        told = [one.role for one in described if one.role and one.kind is Kind.PERSON]
        if is_handed_over(text, mention.role) or (
            len(holders) == 1 and is_contested(mention.role, told, roles[id(holders[0])])
        ):
            holders = []
        if len(holders) == 1:
            holders[0].mentions.append(mention)
        else:
            left.append(mention)
    return left


def _group_left(text: str, mentions: Iterable[Mention], bodies: list[_Group]) -> list[_Group]:
    """Group descriptions that fit no name: equal words are one ("the board"), but for persons not always.

    A lone noun ("the union") is the one body of the report that ends with it, named ("Dockers' Union") or
    described ("the port workers' union").
    """
    groups: dict[tuple[Kind, str], _Group] = {}
    seen: Counter[str] = Counter()
    lone: list[Mention] = []
    for mention in mentions:
        phrase = name_key(mention.role or "").removeprefix("same ")  # "the same office" is one told of
        if mention.kind is Kind.BODY and is_of_somebody(mention.span.of(text)):
            own = (Kind.BODY, f"{phrase} {mention.span.start}")
            groups.setdefault(own, _Group(Kind.BODY)).mentions.append(mention)
        elif mention.kind is Kind.BODY and " " not in phrase:
            lone.append(mention)
        else:
            key = (mention.kind, phrase)
            if mention.kind is Kind.PERSON:
                key = (mention.kind, find_person_key(text, mention, phrase, seen))
            groups.setdefault(key, _Group(mention.kind)).mentions.append(mention)
    known = [group for group in [*bodies, *groups.values()] if group.kind is Kind.BODY]
    for mention in lone:
        noun = name_key(mention.role or "").removeprefix("same ")
        owners = [group for group in known if any(_ends_with(other, noun) for other in group.mentions)]
        if len(owners) == 1:
            owners[0].mentions.append(mention)
        else:
            groups.setdefault((Kind.BODY, noun), _Group(Kind.BODY)).mentions.append(mention)
    return list(groups.values())


def _ends_with(mention: Mention, noun: str) -> bool:
    called = name_key(mention.name or mention.role or "")
    return called.endswith(" " + noun) or f" {noun} of " in f" {called}" or f" {noun} for " in f" {called}"


def _chain(report: Report, group: _Group) -> Chain:
    mentions = tuple(sorted(group.mentions, key=lambda mention: mention.span.start))
    names = Counter(mention.name for mention in mentions if mention.name)
    fullest = max(
        names, key=lambda name: (len(name.split()), not name.isupper(), names[name], name), default=None
    )
    return Chain(
        id=ids.chain_id(report.id, mentions[0].span),
        report_id=report.id,
        kind=group.kind,
        name=fullest,
        names=tuple(sorted({*names, *_styled(report.text, mentions, fullest or "")})),
        roles=tuple(group.roles()),
        mentions=mentions,
    )


def _styled(text: str, mentions: Iterable[Mention], name: str) -> set[str]:
    """Return a person's only name with the style that it is never without: "Sister Agnes"."""
    if not name or " " in name:
        return set()
    words = (mention.span.of(text).split() for mention in mentions if mention.name == name)
    return {
        f"{before} {name}"
        for found in words
        for before, word in pairwise(found)
        if word == name and is_style(before)
    }
