from typing import TYPE_CHECKING

from onrecord.attribute.pronouns.company import Company
from onrecord.attribute.stage.agreement import Agreement
from onrecord.attribute.stage.cast import Cast
from onrecord.attribute.stage.salience import Stage
from support.attributed import speakers, view

if TYPE_CHECKING:
    from onrecord.model.annotation import Chain


def test_whoever_looks_for_a_person_sees_the_chains_made_meanwhile() -> None:
    seen = view("Ana Velik stayed. “It is late,” she said.")
    chains: dict[str, Chain] = {}
    company = Company(Cast(seen, Stage(seen, ()), Agreement(seen, (), []), chains, []))
    velik = next(chain for chain in seen.annotations.chains if chain.name == "Ana Velik")
    chains[velik.id] = velik
    assert company.may_be(velik.id, "she")


def test_pronouns_and_descriptions_go_by_one_cast() -> None:
    text = "Ana Velik, a surgeon, stayed. “It is late,” she said.\nThe surgeon said she was tired."
    assert speakers(text) == [["Ana Velik"], ["Ana Velik"]]
