from functools import cache
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.word_forms import WordForms, has_plain_rules
from onrecord.settings import Settings

WORDS = [
    "she",
    "let",
    "'s",
    "go",
    "ai",
    "n't",
    "gon",
    "na",
    "got",
    "ta",
    "y'",
    "all",
    "c'm",
    "on",
    "there",
    "is",
    "are",
    "i",
    "you",
    "it",
    "they",
    "to",
    "that",
    "which",
    "do",
    "had\nnothin'",
    "nuthin'",
    "'d",
    "Velik",
    "ran",
    "boats",
    "better",
    "worst",
    "\t",
    "—",
    "12",
    "this",
    "any",
    "not",
    "un-asked",
    "being",
]


@cache
def pipeline() -> Any:
    """Return the pipeline as it comes: nothing of it is read in our own way."""
    return import_module(Settings().model).load()


@cache
def forms() -> WordForms:
    """Return the forms of that pipeline, remembered over all tests."""
    return WordForms(pipeline().get_pipe("attribute_ruler"), pipeline().get_pipe("lemmatizer"))


def read(text: str) -> list[tuple[str, ...]]:
    """Return tag, relation, class and lemma of every word but blanks, our way."""
    with pipeline().select_pipes(enable=["tok2vec", "tagger", "parser"]):
        doc = pipeline()(text)
    found = zip(doc, forms().forms_of(doc), strict=True)
    return [(form.tag, form.dep, form.pos, form.lemma) for word, form in found if not word.is_space]


def expected(text: str) -> list[tuple[str, ...]]:
    """Return the same as the pipeline itself says it."""
    with pipeline().select_pipes(disable=["ner"]):
        return [
            (word.tag_, word.dep_, word.pos_, word.lemma_.lower() or word.lower_)
            for word in pipeline()(text)
            if not word.is_space
        ]


@pytest.mark.parametrize(
    "text",
    [
        "Let's see what there's left: y'all ain't gonna like it, and we gotta go. C'm on!",
        "The boats weren't moored better than they'd been; nothin' was done, nuthin' at all.",
        "They do what I did, that which it has had to do, but you have not asked me.",
        "HE SAID THE BOARD'S LAWYERS HAVE BEEN TOLD",
        "  \t\n x",
        "",
    ],
)
def test_the_same_forms_as_the_pipeline_itself(text: str) -> None:
    assert read(text) == expected(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_the_same_forms_of_any_words(words: list[str]) -> None:
    assert read(" ".join(words)) == expected(" ".join(words))


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.annotate.word_forms.REMEMBERED", 3)
    text = "Four tired crews asked seven boards for other boats."
    assert read(text) == expected(text)


class Ruler:
    """Something with the patterns of an attribute ruler."""

    def __init__(self, *pattern: dict[str, Any], sets: str = "POS") -> None:
        self.patterns = [{"patterns": [list(pattern)], "attrs": {sets: "X"}, "index": 0}]


@pytest.mark.parametrize(
    "ruler",
    [
        None,
        Ruler({"LOWER": "tide", "OP": "+"}),
        Ruler({"SHAPE": "xxx"}),
        Ruler({"LOWER": {"FUZZY": "tide"}}),
        Ruler({"TAG": "NN"}, {"TAG": "NN"}),
        Ruler({"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}),
        Ruler({"LOWER": "tide"}, sets="ENT_TYPE"),
    ],
)
def test_rules_of_another_form_are_left_to_the_pipeline(ruler: Any) -> None:
    assert not has_plain_rules(ruler)


def test_the_rules_of_the_pipeline_are_of_that_form() -> None:
    assert has_plain_rules(pipeline().get_pipe("attribute_ruler"))
