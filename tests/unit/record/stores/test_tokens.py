from __future__ import annotations

import pytest

from onrecord.record.stores.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("No-fly “Zone”, C-300", ["no", "fly", "zone", "c", "300"]),
        ("Ferry férry FE\u0301RRY", ["ferry", "ferry", "ferry"]),
        ("a\x00b \ud83d c", ["a", "b", "c"]),
        ("Ærø Straße", ["ærø", "straße"]),
        ("— “ ” \U0001f6a2", []),
        ("", []),
    ],
)
def test_words_are_told_apart_and_folded(text: str, tokens: list[str]) -> None:
    assert tokens_of([text]) == [tokens]


def test_each_text_has_its_own_tokens_in_their_order() -> None:
    assert tokens_of(["b a b", "", "c"]) == [["b", "a", "b"], [], ["c"]]
    assert tokens_of([]) == []


def test_a_word_of_any_length_is_one_token() -> None:
    ((token,),) = tokens_of(["x" * 100_000])
    assert set(token) == {"x"}
