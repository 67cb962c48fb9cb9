import pytest

from onrecord.link.known import count_bearers, is_known
from onrecord.model.annotation import Kind
from support.annotated import chain

PELLS = {
    "ada": [chain("r1", "Ada Pell")],
    "owen": [chain("r1", "Owen Pell", start=20)],
    "pell": [chain("r1", "Pell", start=40)],
}


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.UNKNOWN])
def test_whom_a_report_only_describes_is_unknown(kind: Kind) -> None:
    assert not is_known([chain("r1", None, kind=kind, roles=("next witness",))], {})


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("crews", Kind.GROUP),
        ("harbour board", Kind.BODY),
        ("Union of the docks", Kind.UNKNOWN),
        ("transport ministry", Kind.UNKNOWN),
    ],
)
def test_a_body_or_group_is_what_it_is_called(role: str, kind: Kind) -> None:
    assert is_known([chain("r1", None, kind=kind, roles=(role,))], {})


def test_a_document_is_not_known_by_whom_it_names() -> None:
    minute = chain("r1", None, kind=Kind.UNKNOWN, roles=("minute in the hand of Lord Pell",))
    assert not is_known([minute], {})


def test_a_surname_that_two_bear_names_nobody() -> None:
    bearers = count_bearers(PELLS)
    assert [is_known(chains, bearers) for chains in PELLS.values()] == [True, True, False]


def test_a_surname_names_the_one_who_bears_it() -> None:
    bearers = count_bearers({"ada": PELLS["ada"]})
    assert is_known(PELLS["pell"], bearers)


def test_who_bears_a_surname_in_another_report_does_not_count() -> None:
    bearers = count_bearers({"ada": PELLS["ada"], "owen": [chain("r2", "Owen Pell")]})
    assert is_known(PELLS["pell"], bearers)
