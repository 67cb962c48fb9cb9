import pytest

from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from support.annotated import annotated, mentions


def test_a_bare_surname_is_whom_the_full_name_names() -> None:
    text = "Ana Velik opened the market.\nThe stalls were full, Velik said.\nVELIK SAYS NO"
    kinds = {
        mention.kind for mention in annotated(text).mentions if "velik" in mention.span.of(text).casefold()
    }
    assert kinds == {Kind.PERSON}


def test_a_capital_is_a_place_whatever_the_tagger_says() -> None:
    assert mentions("Kiev said it would ask again.")["Kiev"].kind is Kind.PLACE


def test_who_is_spoken_of_as_a_person_is_one() -> None:
    found = mentions("“No quay means no auction,” said Piers Lovelock, who has the stall nearest the door.")
    assert found["Piers Lovelock"].kind is Kind.PERSON


def test_letters_after_a_name_are_not_part_of_it() -> None:
    text = "Imran Sandler QC, prosecuting, told the court that it was greed."
    assert [mention.name for mention in annotated(text).mentions if mention.name] == ["Imran Sandler"]


def test_the_place_of_a_dateline_is_a_place_throughout() -> None:
    text = "VELLIN –\nThe board had assured Vellin that nobody would lose."
    kinds = [
        m.kind
        for m in annotated(text, zones=[Zone.DATELINE]).mentions
        if m.name and m.name.casefold() == "vellin"
    ]
    assert Kind.PERSON not in kinds


def test_city_hall_is_nobody_s_full_name() -> None:
    text = "Jean Hall, an engineer, said the work was late.\nCity Hall said the cost was unknown."
    found = annotated(text)
    assert {mention.kind for mention in found.mentions if mention.name == "City Hall"} <= {Kind.BODY}
    assert not any({"City Hall", "Jean Hall"} <= set(chain.names) for chain in found.chains)


def test_a_person_in_capitals_is_one_with_the_same_name_in_small_letters() -> None:
    text = "MAYOR SUSAN CLARKE SAID THAT THE BRIDGE WAS CLOSED.\nSusan Clarke said it was unsafe."
    chains = [chain for chain in annotated(text).chains if chain.name and "clarke" in chain.name.casefold()]
    assert [(chain.kind, chain.name) for chain in chains] == [(Kind.PERSON, "Susan Clarke")]


def test_a_phrase_in_capitals_is_no_name() -> None:
    text = "THE ENGINEER, JEAN HALL, SAID AT CITY HALL THAT THE WORK WOULD TAKE A YEAR."
    assert "AT CITY HALL" not in {mention.name for mention in annotated(text).mentions}


def test_one_of_a_people_is_no_name() -> None:
    text = "The Scot took over in May."
    assert not any(mention.kind is Kind.PERSON and mention.name for mention in annotated(text).mentions)


def test_a_firm_goes_by_its_first_word() -> None:
    text = "Vantor Logistics, which paid for the study, was late. Vantor said that the birds came first."
    assert {mention.kind for mention in annotated(text).mentions if mention.name} == {Kind.BODY}


def test_an_acronym_is_nobody() -> None:
    text = "The Kestrel Workers' Association met. KWA said that it was late."
    assert ["KWA", "Kestrel Workers' Association"] in [list(chain.names) for chain in annotated(text).chains]


def test_what_brackets_open_is_another_name() -> None:
    text = "Federal Office of Transport Safety (FOTS) said its members would not return. FOTS was late."
    assert "Federal Office of Transport Safety" in {chain.name for chain in annotated(text).chains}


def test_the_place_of_an_office_is_no_given_name() -> None:
    text = "Charlotte Mayor Jennifer Velik said that it was late."
    assert [mention.name for mention in annotated(text).mentions] == ["Jennifer Velik"]


def test_a_word_that_runs_into_a_name_is_cut_off() -> None:
    text = "They spoke of former Miss Universe Alicia Velik.\nAlicia Velik said no. Alicia Velik left."
    assert {mention.name for mention in annotated(text).mentions if mention.name} == {"Alicia Velik"}


def test_who_heads_a_turn_in_capitals_is_somebody() -> None:
    text = "Ana Pell came.\n\nPELL: We have moved an inch.\nKMWA said it was late."
    kinds = {m.name: m.kind for m in annotated(text).mentions if m.name}
    assert kinds["PELL"] is Kind.PERSON
    assert kinds.get("KMWA") is not Kind.PERSON


def test_an_adjective_before_a_given_name_is_no_part_of_it() -> None:
    text = "Freya Sorvel keeps the boats. The boats lie idle. Tearful Freya, 40, said that it was over."
    assert "Tearful Freya" not in {
        name for name, _ in ((m.name or "", m.kind) for m in annotated(text).mentions)
    }


def test_where_somebody_lives_is_no_part_of_the_name() -> None:
    text = "“I bought two,” wrote Betsan Quillvar of Net Lane in a letter to the paper. Mrs Quillvar said it was late."
    assert not any(" of " in name for name in [m.name or "" for m in annotated(text).mentions])


def test_what_somebody_is_to_somebody_is_no_name() -> None:
    assert "Mum" not in {
        name
        for name, _ in (
            (m.name or "", m.kind) for m in annotated("“Mum said no. Mum left,” said Ana Velik.").mentions
        )
    }


@pytest.mark.parametrize("word", ["Senators", "Judges", "Furious"])
def test_what_somebody_is_or_how_is_no_part_of_a_name(word: str) -> None:
    text = f"It was close, said {word} Maria Harrow on Monday."
    assert [mention.name for mention in annotated(text).mentions if mention.name] == ["Maria Harrow"]


def test_two_given_names_are_one_name() -> None:
    text = "The vote was close. Ann Maria Harrow said that it was over."
    assert "Ann Maria Harrow" in {mention.name for mention in annotated(text).mentions}


def test_a_port_that_ends_as_a_person_is_called_is_a_place() -> None:
    text = (
        "PORT HARROW\nPort Harrow is a town. Prime Minister Tadeo Harrow spoke there. “It crosses a map,” said Harrow.\n"
        "Ships left Port Harrow."
    )
    found = [(one.name, one.kind) for one in annotated(text).mentions if one.name]
    assert ("Port Harrow", Kind.PLACE) in found
    assert ("Port Harrow", Kind.PERSON) not in found
    chains = {chain.name for chain in annotated(text).chains if chain.kind is Kind.PERSON}
    assert chains == {"Tadeo Harrow"}


def test_the_only_name_of_a_place_is_found_again_where_the_tagger_is_silent() -> None:
    text = (
        "A fire broke out in Drezh on Monday. It burned for hours, and the mayor of Drezh left. Drezh says a ship "
        "caused it. The harbour of Drezh was closed."
    )
    places = [one for one in annotated(text).chains if one.kind is Kind.PLACE]
    assert [[one.span.of(text) for one in chain.mentions] for chain in places] == [["Drezh"] * 3]
