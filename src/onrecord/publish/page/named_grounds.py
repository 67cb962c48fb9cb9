"""Why names and descriptions are one person or body, and who of a like name was kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.names.tenures import read_tenure, tell_tenure
from onrecord.model.annotation import Kind
from onrecord.publish.page.grounds import (
    NEAREST,
    Candidate,
    Ground,
    Place,
    named_report,
    place_of,
    places_of,
    telling_words,
)
from onrecord.publish.page.wording import count, day_words, listing
from onrecord.text.person_names import read_person_name

if TYPE_CHECKING:
    from onrecord.model.statement import Entity
    from onrecord.publish.page.pile import Pile


def entity_ground(pile: Pile, entity: Entity) -> Ground:
    """Tell by which joins an entity came about, where each of its chains is first named, and who was kept apart."""
    places = _namings(pile, entity)
    reports = {place.report_id for place in places}
    because = [f"{count(len(entity.chain_ids), 'chain')} of mentions in {count(len(reports), 'report')}."]
    because += [f"{reason}." for reason in entity.merges]
    if len(entity.chain_ids) == 1:
        because.append("One report names it; nothing was joined.")
    because += _apart(pile, entity)
    because += _tenures(pile, entity)
    for role in entity.roles:
        places += places_of(pile, role.evidence[:1], f"role: {role.title}")
    return Ground(
        id=entity.id,
        kind=entity.kind.value,
        what=listing([entity.name, *entity.aliases]),
        rule="entity.joined" if len(entity.chain_ids) > 1 else "entity.named",
        because=tuple(because),
        places=tuple(places),
        candidates=_of_like_name(pile, entity),
    )


def _namings(pile: Pile, entity: Entity) -> list[Place]:
    """Return the first mention of each chain, by its name where it has one."""
    chains = set(entity.chain_ids)
    places: list[Place] = []
    for reading in pile.reports:
        for chain in sorted(reading.chains, key=lambda chain: chain.mentions[0].span):
            if chain.id in chains:
                named = [mention for mention in chain.mentions if mention.name] or list(chain.mentions)
                place = place_of(
                    pile, chain.report_id, named[0].span, "named" if named[0].name else "described"
                )
                places += [place] if place else []
    return places


def _apart(pile: Pile, entity: Entity) -> list[str]:
    """Tell which of the names that a reader keeps apart is this entity's."""
    own = {name.casefold() for name in (entity.name, *entity.aliases)}
    pairs = pile.contents.made_with.settings.get("apart", "")
    return [
        f"Kept apart by the settings: {' and '.join(pair.split('|'))}."
        for pair in pairs.split("; ")
        if pair and own & {name.casefold() for name in pair.split("|")}
    ]


def _tenures(pile: Pile, entity: Entity) -> list[str]:
    """Tell for which time each office is said to be this entity's, by the day of the report where it is known."""
    if entity.kind is not Kind.PERSON:
        return []
    chains, told = set(entity.chain_ids), dict[str, None]()
    for reading in pile.reports:
        report = reading.report
        moment = pile.contents.linked.report_dates.get(report.id)
        day = moment.earliest if moment and moment.earliest == moment.latest else None
        for mention in (
            mention for chain in reading.chains if chain.id in chains for mention in chain.mentions
        ):
            tenure = read_tenure(mention, report.text, report.id, day)
            if tenure:
                when = f" of {day_words(day)}" if day else ", its day not known"
                told[
                    f"Office: {tenure.office}, {tell_tenure(tenure)}, in {named_report(pile, report.id)}{when}."
                ] = None
    return list(told)


def _of_like_name(pile: Pile, entity: Entity) -> tuple[Candidate, ...]:
    """Return the entities that share the family name, or of a body a telling word of its name."""
    found: list[Candidate] = []
    for other in sorted(pile.contents.linked.entities, key=lambda one: (one.name, one.id)):
        if other.id == entity.id or not _is_like(entity, other):
            continue
        places = tuple(_namings(pile, other)[:1])
        found.append(
            Candidate(what=f"{other.name} {other.id}", why_not=_why_two(entity, other), places=places)
        )
    return tuple(found[:NEAREST])


def _is_like(first: Entity, second: Entity) -> bool:
    if (first.kind is Kind.PERSON) != (second.kind is Kind.PERSON):
        return False
    if first.kind is Kind.PERSON:
        a, b = read_person_name(first.name), read_person_name(second.name)
        return a.last_key == b.last_key or a.family_key == b.family_key
    return bool(telling_words(first.name) & telling_words(second.name))


def _why_two(first: Entity, second: Entity) -> str:
    if first.kind is not Kind.PERSON:
        return "shares a word of the name, but nothing says that it is the same"
    a, b = read_person_name(first.name), read_person_name(second.name)
    if not (a.given and b.given):
        return "only the surname is given, and nothing says for sure whose it is"
    if a.given_keys[0] == b.given_keys[0]:
        return "the same name, but middle names, ages, trades, other company or a reader keep the two apart"
    return "another given name"
