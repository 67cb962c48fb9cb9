import pytest

from onrecord.annotate.untagged import untagged_bodies
from onrecord.model.annotation import Kind
from support.annotated import annotated


def test_what_a_body_noun_ends_is_a_body() -> None:
    text = "Ana Velik and the Dockers' Union agreed that the tide had turned."
    seen = annotated(text)
    found = [(name.text, name.kind) for name in untagged_bodies(text, seen.tokens, seen.sentences, {0, 1})]
    assert found == [("Dockers' Union", Kind.BODY)]


def test_a_lone_or_small_body_noun_names_nobody() -> None:
    text = "The Union met the harbour board."
    seen = annotated(text)
    assert list(untagged_bodies(text, seen.tokens, seen.sentences, set())) == []


def test_a_given_name_with_a_syllable_behind_its_hyphen_opens_a_name_that_nobody_tagged() -> None:
    text = "»We have a lake«, the foreign minister of Velmia, Hyun-ae Broll, replied. Broll sat down."
    found = {(one.name, one.kind) for one in annotated(text).mentions}
    assert ("Hyun-ae Broll", Kind.PERSON) in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("June Velik, the head of the harbour board, met fishermen.", "June Velik"),
        ("August Tamm, who owns two boats, said he expected nothing.", "August Tamm"),
    ],
)
def test_a_month_before_a_surname_is_a_given_name(text: str, name: str) -> None:
    assert name in {mention.name for mention in annotated(text).mentions}


@pytest.mark.parametrize("text", ["In June Velik left the board.", "On 5 June Velik left the board."])
def test_a_month_of_the_year_is_no_given_name(text: str) -> None:
    assert not any("June" in (mention.name or "") for mention in annotated(text).mentions)
