import pytest

from onrecord.ingest.fragments import drop_cut_letter, hold_running_text


@pytest.mark.parametrize(
    ("fragment", "markup", "held"),
    [
        ("The quay is clo", False, True),
        ("“Nobody — asked us", False, True),
        ("港は閉鎖された", False, True),
        ("The q", False, False),
        ("<!DOCTYPE html PUBLIC of some kind", True, False),
        ("<html><head><title>The quay is closed", True, False),
        ("<script>let it be so;", True, False),
        ("<!-- not a word --><p class='the quay is", True, False),
        ("<p>The <b>quay</b> is", True, True),
        ("", True, False),
    ],
)
def test_a_fragment_holds_words_of_a_text_or_none(fragment: str, *, markup: bool, held: bool) -> None:
    assert hold_running_text(fragment.encode(), markup=markup) is held


def test_letters_are_cut_nowhere_but_in_utf_8() -> None:
    whole = "Ana “Velik”"
    assert [drop_cut_letter(whole.encode()[:-cut]) for cut in (1, 2, 3)] == ["Ana “Velik".encode()] * 3
    assert drop_cut_letter(whole.encode()) == whole.encode()
    assert drop_cut_letter(whole.encode("cp1252")) == whole.encode("cp1252")
