from dataclasses import replace

from onrecord.model.statement import Entity
from onrecord.publish.page.named_grounds import entity_ground
from onrecord.publish.page.pile import Pile, pile_of
from support.contents import ferry_contents

CONTENTS = ferry_contents()
VELIK = next(one for one in CONTENTS.linked.entities if one.name == "Ana Velik")


def pile_with(*others: Entity, settings: dict[str, str] | None = None) -> Pile:
    made = replace(CONTENTS.made_with, settings=settings or {})
    linked = replace(CONTENTS.linked, entities=(*CONTENTS.linked.entities, *others))
    return pile_of(replace(CONTENTS, made_with=made, linked=linked))


def namesake(name: str) -> Entity:
    return replace(VELIK, id="p" + "0" * 20, name=name, aliases=(), roles=(), chain_ids=(), merges=())


def test_an_entity_tells_its_joins_namings_and_roles() -> None:
    ground = entity_ground(pile_with(), VELIK)
    assert all(f"{reason}." in ground.because for reason in VELIK.merges)
    assert "named" in {place.part for place in ground.places}
    assert any(place.part.startswith("role: ") for place in ground.places)


def test_who_bears_the_surname_too_is_a_candidate_with_the_reason() -> None:
    reasons = {
        name: [one.why_not for one in entity_ground(pile_with(namesake(name)), VELIK).candidates]
        for name in ("Tom Velik", "Velik", "Ana Velik", "Tom Roe")
    }
    assert reasons["Tom Velik"] == ["another given name"]
    assert "only the surname" in reasons["Velik"][0]
    assert "the same name" in reasons["Ana Velik"][0]
    assert reasons["Tom Roe"] == []


def test_a_pair_kept_apart_by_the_settings_is_told() -> None:
    ground = entity_ground(pile_with(settings={"apart": "Ana Velik|A. Velik"}), VELIK)
    assert any(
        "Kept apart by the settings: Ana Velik and A. Velik" in sentence for sentence in ground.because
    )


def test_the_time_of_each_office_is_told() -> None:
    because = entity_ground(pile_with(), VELIK).because
    assert any(
        sentence.startswith("Office: Harbour Minister, held, in The Orrin Courier: ") for sentence in because
    )
