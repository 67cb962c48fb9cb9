import pytest

from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.namesakes import part_namesakes
from onrecord.link.names.person_joins import join_full_names
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.span import Span
from support.annotated import chain


def parted(
    *chains: Chain,
    beside: tuple[Chain, ...] = (),
    event_of: dict[str, str] | None = None,
    texts: dict[str, str] | None = None,
) -> list[list[str]]:
    """The reports of each bearer of the name that `chains` give."""
    sets = ChainSets([*chains, *beside], event_of=event_of)
    groups = part_namesakes(sets, list(chains), texts or {})
    return sorted(sorted(item.report_id for item in group) for group in groups)


def aged(report_id: str, name: str, age: int) -> tuple[Chain, str]:
    """A chain of a name with an age between commas, and its report's text."""
    text = f"{name}, {age}"
    mention = Mention(span=Span(0, len(text)), kind=Kind.PERSON, name=name)
    made = Chain(
        id=f"c{report_id}",
        report_id=report_id,
        kind=Kind.PERSON,
        name=name,
        names=(name,),
        roles=(),
        mentions=(mention,),
    )
    return made, f"{text}, was there."


def test_a_name_is_one_person_until_something_speaks_against_it() -> None:
    assert parted(chain("r1", "Ana Velik"), chain("r2", "Ana Velik", roles=("mayor",))) == [["r1", "r2"]]


def test_two_trades_without_common_company_are_two_people() -> None:
    striker, judge = (
        chain("r1", "Marcus Hale", roles=("striker",)),
        chain("r2", "Marcus Hale", roles=("judge",)),
    )
    assert parted(striker, judge) == [["r1"], ["r2"]]
    assert parted(striker, judge, event_of={"r1": "r1", "r2": "r1"}) == [["r1", "r2"]]


def test_a_report_that_could_mean_either_goes_with_its_company() -> None:
    chains = [
        chain("r1", "Marcus Hale", roles=("striker",)),
        chain("r2", "Marcus Hale", roles=("judge",)),
        chain("r3", "Marcus Hale"),
    ]
    assert parted(*chains) == [["r1"], ["r2"], ["r3"]]
    beside = (chain("r1", "Tim Rook", start=50), chain("r3", "Tim Rook", start=50))
    assert parted(*chains, beside=beside) == [["r1", "r3"], ["r2"]]


def test_ages_that_no_years_explain_part_even_those_of_one_event() -> None:
    (young, first), (old, second) = aged("r1", "Paul Denning", 24), aged("r2", "Paul Denning", 71)
    texts, event_of = {"r1": first, "r2": second}, {"r1": "r1", "r2": "r1"}
    assert parted(young, old, texts=texts, event_of=event_of) == [["r1"], ["r2"]]
    (later, third) = aged("r3", "Paul Denning", 33)
    assert parted(young, later, texts={"r1": first, "r3": third}) == [["r1", "r3"]]


def test_middle_names_that_differ_part_and_none_fits_neither() -> None:
    chains = [chain("r1", "Jo H. Roe"), chain("r2", "Jo W. Roe"), chain("r3", "Jo Roe")]
    assert parted(*chains) == [["r1"], ["r2"], ["r3"]]


def test_nobody_is_parted_into_nothing() -> None:
    only = chain("r1", "Ana Velik")
    assert parted(only) == [["r1"]]


def told(report_id: str, name: str, text: str) -> tuple[Chain, str]:
    """A chain of all places of a name in a text, each with the role behind it, as "NAME, the ROLE,"."""
    spans: list[Span] = []
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        role = text.find(",", end + 1) if text.startswith(", the ", end) else end
        spans.append(Span(start, role))
        start = text.find(name, end)
    made = Chain(
        id=f"c{report_id}",
        report_id=report_id,
        kind=Kind.PERSON,
        name=name,
        names=(name,),
        roles=(),
        mentions=tuple(Mention(span=span, kind=Kind.PERSON, name=name) for span in spans),
    )
    return made, text


@pytest.mark.parametrize(
    "text",
    [
        "Two men named John Carver spoke in Kaldor. John Carver, the economist, left.",
        "Three members of it are called John Carver.",
        "John Carver, the striker, scored. John Carver, the bishop, blessed the rails.",
    ],
)
def test_a_report_that_has_several_of_a_name_is_joined_with_none(text: str) -> None:
    (several, words), (one, others) = (
        told("r1", "John Carver", text),
        told("r2", "John Carver", "John Carver."),
    )
    again = chain("r3", "John Carver")
    texts = {"r1": words, "r2": others}
    event_of = dict.fromkeys(texts, "r1") | {"r3": "r1"}
    assert parted(several, one, again, texts=texts, event_of=event_of) == [["r1"], ["r2", "r3"]]


def test_who_cannot_be_one_is_joined_by_no_later_rule() -> None:
    several, words = told("r1", "John Carver", "Two men named John Carver spoke in Kaldor.")
    (young, first), (old, second) = aged("r2", "Paul Denning", 24), aged("r3", "Paul Denning", 71)
    chains = (several, young, old, chain("r4", "John Carver"))
    texts = {"r1": words, "r2": first, "r3": second}
    sets = ChainSets(chains, event_of=dict.fromkeys(("r1", "r2", "r3", "r4"), "r1"))
    join_full_names(sets, texts)
    assert len(sets.roots()) == len(chains)


@pytest.mark.parametrize(
    "text",
    [
        "The man named John Carver spoke.",
        "Two boats called. John Carver, the striker, and the bishop were there.",
        "John Carver, the striker, scored. John Carver, the champion, left.",
    ],
)
def test_a_report_that_has_one_of_a_name_is_joined(text: str) -> None:
    one, words = told("r1", "John Carver", text)
    assert parted(one, chain("r2", "John Carver"), texts={"r1": words}) == [["r1", "r2"]]


def test_a_name_that_fits_two_of_one_event_who_differ_is_neither() -> None:
    one, two, either = chain("r1", "Jon A. Pell"), chain("r2", "Jon B. Pell"), chain("r3", "Jon Pell")
    event: dict[str, str] = dict.fromkeys(("r1", "r2", "r3"), "r1")
    assert parted(one, two, either, event_of=event) == [["r1"], ["r2"], ["r3"]]
    assert parted(one, either, event_of=event) == [["r1", "r3"]]


def test_one_event_is_no_company_for_two_trades_whose_reports_share_only_names() -> None:
    striker, bishop = chain("r1", "Ken Hale", roles=("striker",)), chain("r2", "Ken Hale", roles=("bishop",))
    texts = {"r1": "Ken Hale scored twice as Halden won.", "r2": "Ken Hale preached about soup in Halden."}
    assert parted(striker, bishop, event_of={"r1": "r1", "r2": "r1"}, texts=texts) == [["r1"], ["r2"]]
