import pytest

from onrecord.text.quoted import find_quoted, is_named_by_us


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: “The quay is shut.” Nobody asked.", ["“The quay is shut.”"]),
        ("«Il molo è chiuso», disse.", ["«Il molo è chiuso»"]),
        ('He called it "a joke" and "a scandal" on Monday.', ['"a joke"', '"a scandal"']),
        ("Nobody said anything.", []),
    ],
)
def test_what_stands_between_marks_is_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_cut_text_may_have_lost_either_mark() -> None:
    assert quoted('until spring," he said. "We shall see') == ['until spring,"', '"We shall see']


def test_a_mark_between_spaces_is_the_other_side_of_the_last() -> None:
    assert quoted('"We will sail, " Quist said.') == ['"We will sail, "']


def test_each_paragraph_of_a_long_speech_may_open_anew() -> None:
    text = "“First we build.\n\n“Then we sail,” she said."
    assert quoted(text) == ["“First we build.\n\n“Then we sail,”"]


def test_a_lost_closing_mark_quotes_no_more_than_its_paragraph() -> None:
    text = "“First we build.\nThe yard was silent. She went on: “Then we sail.”"
    assert quoted(text) == ["“First we build.", "“Then we sail.”"]


def test_two_marks_too_far_apart_are_no_pair() -> None:
    text = '"' + "word " * 600 + '"'
    assert all(end - start <= 1_501 for start, end in find_quoted(text))


@pytest.mark.parametrize("text", ["", '"', '"' * 2_000, "“" * 2_000, "”\n" * 500, "a" + '" ' * 900])
def test_any_text_gives_ranges_in_order(text: str) -> None:
    bounds = [bound for span in find_quoted(text) for bound in span]
    assert bounds == sorted(bounds)
    assert all(0 <= bound <= len(text) for bound in bounds)


def test_what_we_make_is_named_by_us() -> None:
    text = "“We will retire the Zeta Phone,” it said. “The Zeta Phone is gone,” Roe said. Zeta sold the Zeta Phone."
    places = [at for at in range(len(text)) if text.startswith("Zeta Phone", at)]
    assert [is_named_by_us(text, at, at + len("Zeta Phone")) for at in places] == [True, False, False]
