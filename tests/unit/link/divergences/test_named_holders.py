import pytest

from onrecord.link.divergences.named_holders import find_holders
from onrecord.model.statement import Slot
from support.annotated import reading


def holders(first: str, second: str) -> list[Slot]:
    readings = {one.report.id: one for one in (reading(first), reading(second))}
    return [one.slot for one in find_holders(sorted(readings), readings, {})]


def test_two_names_for_one_office_diverge() -> None:
    assert holders("Lund police chief Tomas Rehn spoke.", "Lund police chief Karl Oden spoke.") == [Slot.NAME]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lund police chief Tomas Rehn spoke.", "Malmo police chief Karl Oden spoke."),
        ("Lund police chief Tomas Rehn spoke.", "Lund deputy police chief Karl Oden spoke."),
        ("Lund police chief Tomas Rehn spoke.", "Lund police chief Karl Oden spoke after Tomas Rehn left."),
        ("Mayor Ana Velik spoke.", "Mayor Tom Roe spoke."),
        ("Lund police chief Oleh Timchenko spoke.", "Lund police chief Oleg Tymchenko spoke."),
    ],
)
def test_other_offices_unnamed_bodies_and_spellings_do_not(first: str, second: str) -> None:
    assert holders(first, second) == []
