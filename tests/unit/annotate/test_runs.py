import pytest

from onrecord.annotate.runs import Name, nicknamed_runs
from onrecord.model.annotation import Kind
from support.annotated import annotated, mentions, parser, report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alf “Limpet” Tarry came late.", ["Alf “Limpet” Tarry"]),
        ("Harrow called the plan “Limpet” and left.", []),
        ("They sang “The Tide” at noon.", []),
    ],
)
def test_a_nickname_in_marks_is_part_of_the_name(text: str, found: list[str]) -> None:
    tokens, sentences = parser().parse(report(text))
    assert [name.text for name in nicknamed_runs(text, tokens, sentences)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Tollgate said the quay was closed.", "Ana Tollgate"),
        ("Nurse Wanda Cresk, 41, who was walking home, said there was no smoke.", "Wanda Cresk"),
        ("Nurse Wanda Teske, 29, who was cycling home, said there was no bang.", "Wanda Teske"),
        ("Beneath the portrait of his aunt, Anders Quillfeld put his name to the sale.", "Anders Quillfeld"),
        ("Alf “Limpet” Tarry came late.", "Alf Tarry"),
    ],
)
def test_a_name_the_tagger_cut_is_mended(text: str, name: str) -> None:
    assert [mention.name for mention in mentions(text).values() if mention.kind is Kind.PERSON] == [name]


def test_a_style_is_no_part_of_a_name() -> None:
    text = "Baroness Nolwenn Harrow said that the river was high. Lance Corporal Tomas Roe agreed."
    assert {"Nolwenn Harrow", "Tomas Roe"} <= {mention.name for mention in annotated(text).mentions}


def test_a_body_is_read_past_its_last_preposition() -> None:
    text = "The Ministry of Waters of Morvania said that the river was low."
    assert "Ministry of Waters of Morvania" in {mention.name for mention in annotated(text).mentions}


def test_a_saints_hospital_is_one_name() -> None:
    text = "The beds are gone, St Brannoc’s Hospital said."
    assert "St Brannoc’s Hospital" in {mention.name for mention in annotated(text).mentions}


def test_the_same_words_may_name_something_else() -> None:
    name = Name(range(2), "Velm Optik", Kind.PERSON)
    assert name.as_kind(Kind.PERSON) is name
    assert name.as_kind(Kind.BODY) == Name(range(2), "Velm Optik", Kind.BODY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was read by Det Con Yvette Harrow.\nDet Con Harrow: ‘Did you look?’", "Yvette Harrow"),
        ("Money ran out. Neighbouring Tavoria has offered to lend it, a diplomat said.", "Tavoria"),
        ("The Opposition Velnahit Front on Thursday accused the government of delay.", "Velnahit Front"),
        ("Bishop Tevita, who blessed the hall, insists that it is warm.", "Tevita"),
        ("Selectwoman Joy Carragher, who brought the plan, countered that it was cheap.", "Joy Carragher"),
        ("Additional Government Pleader Mohan Quarrow submitted that it was late.", "Mohan Quarrow"),
        ("Mayor Bev Harrow-Roe spoke. Cr Harrow-Roe predicted rain.", "Bev Harrow-Roe"),
    ],
)
def test_ranks_and_words_of_standing_are_no_part_of_a_name(text: str, name: str) -> None:
    names = {mention.name for mention in annotated(text).mentions if mention.name}
    assert name in names
    assert not any(one.split()[0] in {"Con", "Cr", "Neighbouring", "Opposition", "Bishop"} for one in names)


def test_a_body_that_is_called_by_its_standing_keeps_it() -> None:
    names = {
        one.name for one in annotated("The Ruling Council of Velm said it would wait.").mentions if one.name
    }
    assert not names & {"Council", "Council of Velm"}
