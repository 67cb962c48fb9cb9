from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.tokens import find_word_parts, find_word_spans, find_words, find_written


def test_words_keep_apostrophes_and_numbers_their_points() -> None:
    assert [word.key for word in find_words("Velm’s 1,100.5 tonnes – gone!")] == [
        "velm's",
        "1,100.5",
        "tonnes",
        "gone",
    ]


def test_offsets_count_from_the_start_of_the_text() -> None:
    (word,) = find_words("the old quay", 4, 7)
    assert (word.start, word.end) == (4, 7)


def test_contractions_are_taken_apart_where_they_stand() -> None:
    text = "They can't, and it’s late"
    assert [(word.key, text[word.start : word.end]) for word in find_word_parts(text)][1:3] == [
        ("can", "ca"),
        ("not", "n't"),
    ]


@given(st.text(max_size=60))
def test_any_text_gives_words_in_order_that_do_not_overlap(text: str) -> None:
    ends = [place for word in find_words(text) for place in (word.start, word.end)]
    assert ends == sorted(ends)
    assert all(word.start < word.end for word in find_word_parts(text))


@given(st.text())
def test_written_words_and_their_places_are_those_of_the_words(text: str) -> None:
    found = list(find_words(text))
    assert find_word_spans(text) == [(word.start, word.end) for word in found]
    assert find_written(text) == [text[word.start : word.end] for word in found]
