import pytest

from onrecord.attribute.stage.agreement import Agreement, is_gendered, is_of_sex
from onrecord.model.annotation import Chain, Kind
from onrecord.model.report import Zone
from support.attributed import speakers, view


def chain(kind: Kind, *, name: str = "Zq Harrow", role: str = "") -> Chain:
    return Chain(
        id="c1",
        report_id="r1",
        kind=kind,
        name=name,
        names=(name,),
        roles=(role,) if role else (),
        mentions=(),
    )


@pytest.mark.parametrize(
    ("kind", "role", "allowed"),
    [
        (Kind.PERSON, "", {"he", "she"}),
        (Kind.PERSON, "spokeswoman", {"she"}),
        (Kind.PERSON, "chairman of the Queen’s Hall", {"he"}),
        (Kind.PERSON, "mother of Mr Velik", {"she"}),
        (Kind.BODY, "", {"it", "they"}),
        (Kind.GROUP, "", {"they"}),
        (Kind.PLACE, "", set[str]()),
    ],
)
def test_kind_and_title_limit_the_pronouns(kind: Kind, role: str, allowed: set[str]) -> None:
    agreement = Agreement(view("The tide is out."), [], [])
    assert {
        word for word in ("he", "she", "it", "they") if agreement.may_be(chain(kind, role=role), word)
    } == allowed


def test_a_given_name_that_hardly_varies_tells() -> None:
    agreement = Agreement(view("The tide is out."), [], [])
    assert agreement.is_female(chain(Kind.PERSON, name="Martha Harrow"))
    assert not agreement.may_be(chain(Kind.PERSON, name="Martha Harrow"), "he")


def test_a_given_name_of_both_tells_nothing() -> None:
    agreement = Agreement(view("The tide is out."), [], [])
    assert agreement.is_female(chain(Kind.PERSON, name="Jan Harrow")) is None


@pytest.mark.parametrize(("role", "may"), [("mother", True), ("defence", False)])
def test_of_those_who_are_no_person_for_sure_only_kin_may_be_she(role: str, may: bool) -> None:  # noqa: FBT001
    agreement = Agreement(view("The tide is out."), [], [])
    assert agreement.may_be(chain(Kind.UNKNOWN, role=role), "she") is may


def test_who_was_he_is_never_she() -> None:
    text = (
        "“The pier is shut,” Zeb Harrow said. “It is rotten,” he added.\n"
        "Harrow walked by the door of Ola Velik in the rain.\n"
        "She said the crews would wait."
    )
    assert speakers(text)[-1] == []


def test_a_photo_caption_puts_nobody_on_stage() -> None:
    text = "Zeb Velik smiles at the gate.\nHe said that the crews would wait."
    assert speakers(text, zones=(Zone.CAPTION, Zone.BODY)) == [[]]


def test_the_subject_of_the_main_clause_goes_before_that_of_a_side_clause() -> None:
    text = "Zeb Harrow left the hall when Ola Velik came. He said the crews would wait."
    assert speakers(text) == [["Zeb Harrow"]]


def test_one_pronoun_does_not_outweigh_a_given_name() -> None:
    text = "Zq disagreed with Martin Clarke. “The cracks are real,” she said."
    assert speakers(text)[-1] != ["Martin Clarke"]


def test_the_possessor_s_title_tells_nothing_of_the_owned() -> None:
    may = [
        Agreement(view("Nothing."), (), ()).may_be(chain(Kind.PERSON, role="chairwoman's predecessor"), word)
        for word in ("he", "she")
    ]
    assert may == [True, True]


def test_a_noun_tells_which_pronoun_it_bars() -> None:
    assert is_of_sex("teacher", female=True)
    assert not is_of_sex("woman", female=False)


@pytest.mark.parametrize(
    ("name", "role", "allowed"),
    [
        ("Martha Harrow", "chairman", {"he", "she"}),
        ("Martha Harrow", "headmistress", {"she"}),
        ("Zq Harrow", "chairman", {"he"}),
    ],
)
def test_a_chairman_may_be_a_woman_where_her_name_says_so(name: str, role: str, allowed: set[str]) -> None:
    agreement = Agreement(view("The tide is out."), [], [])
    called = chain(Kind.PERSON, name=name, role=role)
    assert {word for word in ("he", "she") if agreement.may_be(called, word)} == allowed


def test_some_nouns_call_one_sex_only() -> None:
    assert [noun for noun in ("landlady", "landlord", "teacher") if is_gendered(noun)] == [
        "landlady",
        "landlord",
    ]
