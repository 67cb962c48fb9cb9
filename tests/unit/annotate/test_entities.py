from functools import cache
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.entities import EntityReader, has_plain_form
from onrecord.settings import Settings


@cache
def pipeline() -> Any:
    """Return the pipeline as it comes: nothing of it is read in our own way."""
    return import_module(Settings().model).load()


def tagged(text: str) -> Any:
    """Return `text` parsed, before anybody asked for names."""
    with pipeline().select_pipes(enable=["tok2vec", "tagger", "parser"]):
        return pipeline()(text)


def expected(text: str) -> list[str]:
    """Return what the pipeline's own recogniser says."""
    return [word.ent_type_ for word in pipeline().get_pipe("ner")(tagged(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velik told the Port Authority of Lindmark on Tuesday that 4,000 crates had been lost.",
        "On 3 March 2021 the Ministry of Fisheries paid $2.4 million to Harrow & Sons, Quill said",
        "\n\n The United Nations \t Security Council met. Brankov\n",
        "Brankov",
        " ",
        "12",
        "THE HARBOUR BOARD OF NEW LINDMARK SAID NO ON MONDAY MORNING",
    ],
)
def test_the_same_names_as_the_recogniser_itself(text: str) -> None:
    assert EntityReader(pipeline().get_pipe("ner")).labels_of([tagged(text)]) == [expected(text)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ana",
                "Velik",
                "the",
                "New",
                "York",
                "Times",
                "of",
                "said",
                ".",
                "1998",
                "$",
                "40",
                "%",
                "Monday",
                "\n",
                "\t",
                "May",
                "Dr.",
                "U.N.",
            ]
        )
    )
)
def test_the_same_names_in_any_words(words: list[str]) -> None:
    text = " ".join(words)
    assert EntityReader(pipeline().get_pipe("ner")).labels_of([tagged(text)]) == [expected(text)]


def test_several_texts_are_read_apart() -> None:
    texts = ["Ana Velik of New", "", "York left for Lindmark.", "Ana"]
    found = EntityReader(pipeline().get_pipe("ner")).labels_of([tagged(text) for text in texts])
    assert found == [expected(text) if text else [] for text in texts]


def test_no_text_has_no_names() -> None:
    assert EntityReader(pipeline().get_pipe("ner")).labels_of([]) == []


def test_only_a_recogniser_is_of_that_form() -> None:
    assert has_plain_form(pipeline().get_pipe("ner"))
    assert not has_plain_form(pipeline().get_pipe("parser"))
    assert not has_plain_form(pipeline().get_pipe("lemmatizer"))
    assert not has_plain_form(None)
