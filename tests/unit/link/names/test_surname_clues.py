import pytest

from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.surname_clues import SurnameClues, is_firm
from support.annotated import chain


def told_apart(full: str, bare: str, *, roles: tuple[str, ...] = (), own_roles: tuple[str, ...] = ()) -> bool:
    """Whether `bare`, a report with "Velik", speaks against the Ana Velik of `full`."""
    holder = chain("r1", "Ana Velik", roles=roles, start=full.index("Ana Velik"))
    surname = chain("r2", "Velik", roles=own_roles, start=bare.index("Velik"))
    clues = SurnameClues({"r1": full, "r2": bare})
    return clues.are_told_apart(ChainSets([holder, surname]), surname, holder.id)


@pytest.mark.parametrize(
    ("full", "bare", "apart"),
    [
        ("Ana Velik, 52, a teacher, swam.", "“I sang,” Velik, 9, said.", True),
        ("Ana Velik, 52, a teacher, swam.", "“I sang,” Velik, 53, said.", False),
        ("Ana Velik, a teacher, swam.", "“I sang,” Velik, 9, said.", False),
        ("Ana Velik baked.", "A carter accused of arson wept. “I slept,” Velik told the judge.", True),
        ("Ana Velik was charged.", "A carter accused of arson wept. “I slept,” Velik told the judge.", False),
        ("Ana Velik baked.", "The mill burnt. “I slept,” Velik told the judge.", False),
        ("Ana Velik baked.", "A carter accused of arson wept. “I slept,” Velik told us.", False),
        ("Ana Velik baked.", "Velik will close its mill, it said.", True),
    ],
)
def test_what_a_report_says_of_a_surname_keeps_it_from_a_full_name(
    full: str, bare: str, *, apart: bool
) -> None:
    assert told_apart(full, bare) is apart


def test_trades_that_nobody_changes_between_keep_two_apart() -> None:
    assert told_apart("Ana Velik ruled.", "Velik scored.", roles=("judge",), own_roles=("striker",))
    assert not told_apart("Ana Velik ruled.", "Velik sat.", roles=("judge",), own_roles=("mayor",))


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Shares in Velik fell.", True),
        ("Velik is to sell its ferries.", True),
        ("Carmaker and boat builder Velik said it was sorry.", True),
        ("Velik, a builder, said she was sorry.", False),
        ("Velik said the board had lost its way. “Shares in Velik are a joke,” Roe said.", False),
    ],
)
def test_a_firm_is_told_by_how_a_report_speaks_of_it(text: str, *, firm: bool) -> None:
    assert is_firm(chain("r1", "Velik"), text) is firm


def test_reports_that_share_only_names_and_days_are_not_alike() -> None:
    texts = {
        "a": "The fever is spreading in Halden, doctors warned on Monday.",
        "b": "A garage in Halden was closed on Monday over stolen tyres.",
        "c": "Doctors in Halden warned of another fever.",
        "d": "",
    }
    clues = SurnameClues(texts)
    assert not clues.are_alike("a", ["b"])
    assert clues.are_alike("a", ["b", "c"])
    assert clues.are_alike("a", ["d"])
