import pytest

from onrecord.text.normalise import fold_word, normalise


@pytest.mark.parametrize("other", ["THE QUAY’S SHUT", "“The quay's   shut…”", "the, quay's—shut"])
def test_case_marks_and_white_space_are_ignored(other: str) -> None:
    assert normalise(other) == "the quay's shut"


def test_marks_alone_are_an_empty_key() -> None:
    assert normalise("“…” – '") == ""


def test_compatibility_forms_fold_to_plain_ones() -> None:
    assert fold_word("ﬁsh") == "fish"
    assert fold_word("Doesn’t") == "doesn't"
