import itertools

import pytest

from onrecord.model.annotation import Kind
from support.annotated import annotated, mentions


@pytest.mark.parametrize(
    ("sentence", "span", "name", "role"),
    [
        (
            "Port talks failed, Harbour Minister Ana Velik said on Monday.",
            "Harbour Minister Ana Velik",
            "Ana Velik",
            "Harbour Minister",
        ),
        (
            "The head of the harbour board, Ana Velik, said the quay was safe.",
            "The head of the harbour board, Ana Velik",
            "Ana Velik",
            "head of the harbour board",
        ),
        (
            "Jane Roe, a spokeswoman for the harbour board, said the quay was safe.",
            "Jane Roe, a spokeswoman for the harbour board",
            "Jane Roe",
            "spokeswoman for the harbour board",
        ),
        (
            "U.S. Secretary of Fisheries Mary Whitlow said the talks had failed.",
            "U.S. Secretary of Fisheries Mary Whitlow",
            "Mary Whitlow",
            "U.S. Secretary of Fisheries",
        ),
        ("Residents heard Mr Thomas Grale speak on Monday.", "Mr Thomas Grale", "Thomas Grale", None),
    ],
)
def test_a_title_or_apposition_belongs_to_the_mention(
    sentence: str, span: str, name: str, role: str | None
) -> None:
    found = mentions(sentence)
    assert found[span].name == name
    assert found[span].role == role
    assert found[span].kind is Kind.PERSON


def test_a_description_alone_is_a_mention_without_a_name() -> None:
    found = mentions("The harbour master said that the secretary general of the bloc had left.")
    assert found["The harbour master"].name is None
    assert found["the secretary general of the bloc"].role == "secretary general of the bloc"


def test_a_body_takes_its_article_but_not_before_a_noun() -> None:
    assert "the Harbour Ministry" in mentions("The vote was lost, the Harbour Ministry said.")
    assert "the Harbour Ministry" not in mentions("They met before the Harbour Ministry talks.")


def test_a_list_of_persons_is_no_apposition() -> None:
    found = mentions("Ana Velik, Mayor Tom Roe and Jo Grale met in the hall.")
    assert found["Mayor Tom Roe"].name == "Tom Roe"


def test_no_two_mentions_overlap() -> None:
    spans = sorted(
        mention.span for mention in mentions("The mayor of Halden, Ana Velik MP, 43, spoke.").values()
    )
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


def test_an_empty_report_has_no_mentions() -> None:
    assert mentions("") == {}


def test_a_title_of_translated_copy_ends_where_the_name_begins() -> None:
    text = "Minister of Foreign Affairs of Belostan Rustem Velikov declared that the crossing will be opened."
    found = {mention.name: mention.role for mention in annotated(text).mentions}
    assert found.get("Rustem Velikov") == "Minister of Foreign Affairs of Belostan"


def test_according_to_somebody_is_not_in_apposition_to_who_acts() -> None:
    text = "According to Ms Martha Penrose, the captain had twice refused to sail."
    roles = [mention.role for mention in annotated(text).mentions if mention.name == "Martha Penrose"]
    assert roles == [None]


def test_a_body_that_a_description_points_at_is_one_mention_with_it() -> None:
    found = mentions("The operator, Northgate Housing Trust, said it had followed every rule.")
    assert found["The operator, Northgate Housing Trust"].kind is Kind.BODY


def test_a_name_is_kept_where_its_title_reaches_into_another() -> None:
    text = "Federal Office of Transport Safety spokesman Grace Tarrant told reporters that it was late."
    assert {"Federal Office of Transport Safety", "Grace Tarrant"} <= {
        one.name for one in mentions(text).values()
    }


def test_what_brackets_tell_of_a_name_does_not_part_it_from_its_office() -> None:
    text = "Rep. Elijah Dorn (D-Md.), chair of the harbour board, said that the pier was shut."
    found = {mention.name: mention.role for mention in annotated(text).mentions}
    assert found["Elijah Dorn"] == "Rep., chair of the harbour board"


def test_who_tells_of_a_name_at_the_end_of_a_sentence_is_somebody_else() -> None:
    text = "The board will pay for the mill of Pal Velik, an island official said on Friday."
    assert "island official" in {mention.role for mention in annotated(text).mentions if not mention.name}


@pytest.mark.parametrize("rank", ["Army Capt.", "Police Det. Sgt.", "County Supt.", "Marine Maj."])
def test_a_rank_cut_short_goes_with_the_name_behind_it(rank: str) -> None:
    found = [mention.name for mention in annotated(f"“It leaks,” said {rank} Tom Dorn on Friday.").mentions]
    assert found == ["Tom Dorn"]


def test_an_operator_of_one_word_is_a_body_and_one_with_a_given_name_a_person() -> None:
    found = {mention.name: mention.kind for mention in annotated("Cable operator Seavar said so.").mentions}
    assert found["Seavar"] is Kind.BODY
    found = {mention.name: mention.kind for mention in annotated("Crane operator Tom Pell said so.").mentions}
    assert found["Tom Pell"] is Kind.PERSON


def test_a_person_between_commas_is_no_street_before_it() -> None:
    text = (
        "At the Lamp, a bookshop on Ferry Street, the owner, Tomasz Velik, said: “I have had one complaint.”"
    )
    found = {one.span.of(text): one.role for one in annotated(text).mentions}
    assert found["the owner, Tomasz Velik"] == "owner"


def test_who_says_in_an_aside_explains_nobody() -> None:
    text = "Velik, an aide said, had proposed that both parties bring flags. Odalys Velik smiled."
    assert not any(one.role == "aide" and one.name for one in annotated(text).mentions)


def test_an_office_between_two_names_is_not_of_what_is_written_to() -> None:
    text = (
        "In a letter to the crews, which is available to Kanal Ost, the chief executive, Maximiliane Drost, admits that "
        "mistakes were made."
    )
    told = {(one.name, one.role) for one in annotated(text).mentions if one.name}
    assert ("Kanal Ost", None) in told
