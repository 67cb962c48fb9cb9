import json
from typing import Any

import pytest

from onrecord.lexicon.crediting import credit_words
from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.ftm import write_ftm
from support.taken import NASTY, attributions_of, ferry, parts_of, saying, words_of

CONTENTS = ferry()


def items_of(payload: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in payload.decode().split("\n")[:-1]]


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_the_models_own_library_takes_every_entity(choice: Chosen) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    items = items_of(write_ftm(CONTENTS, choice))
    ids = {item["id"] for item in items}

    for item in items:
        proxy = ftm.model.get_proxy(item, cleaned=False)
        taken = {name: sorted(proxy.get(name)) for name in item["properties"]}
        assert taken == {name: sorted(set(values)) for name, values in item["properties"].items()}
        ftm.model.get(item["schema"]).validate(item)
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in ids


def test_a_report_is_an_article_and_a_speaker_a_person_that_it_mentions() -> None:
    items = items_of(write_ftm(CONTENTS, Chosen()))
    people = [item for item in items if item["schema"] == "Person"]
    mentions = [item["properties"] for item in items if item["schema"] == "Mention"]

    assert [item["properties"]["name"] for item in people] == [["Ana Velik"]]
    assert {tuple(one["resolved"]) for one in mentions} == {(people[0]["id"],)}
    assert {one["name"][0] for one in mentions} == {"Ana Velik", "Velik", "A. Velik"}
    assert sum(item["schema"] == "Article" for item in items) == 3


def test_words_are_notes_about_their_speaker_with_the_article_as_proof() -> None:
    notes = {
        item["id"]: item["properties"]
        for item in items_of(write_ftm(CONTENTS, Chosen()))
        if item["schema"] == "Note"
    }

    assert set(notes) == set(attributions_of(CONTENTS))
    for any_id, one in attributions_of(CONTENTS).items():
        text = next(each.report.text for each in CONTENTS.readings if each.report.id == one.report_id)
        credit = credit_words(one, text)
        assert notes[any_id]["description"] == [
            f"{credit}: " * bool(credit) + " ".join(words_of(CONTENTS, one))
        ]
        assert notes[any_id]["proof"] == [one.report_id]
        assert ("entity" in notes[any_id]) == bool(one.speakers)


@pytest.mark.parametrize("words", NASTY)
def test_any_words_come_back(words: str) -> None:
    items = items_of(write_ftm(saying(words, title=words, name=words), Chosen()))

    assert [item["properties"]["description"] for item in items if item["schema"] == "Note"] == [[words]]


def test_full_texts_stand_in_it_only_when_asked_for() -> None:
    assert b"bodyText" not in write_ftm(CONTENTS, Chosen())
    bodies = [
        item["properties"].get("bodyText") for item in items_of(write_ftm(CONTENTS, Chosen(texts=True)))
    ]
    assert [[reading.report.text] for reading in CONTENTS.readings] == bodies[:3]
