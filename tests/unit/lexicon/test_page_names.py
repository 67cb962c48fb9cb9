from onrecord.lexicon import page_names


def test_every_word_is_written_as_the_parts_of_names_are() -> None:
    for words in (
        page_names.BESIDE,
        page_names.ANSWERS,
        page_names.BODY,
        page_names.CAPTIONS,
        page_names.SIGNS,
    ):
        assert all(word.isalpha() and word == word.lower() for word in words)


def test_pairs_are_of_two_words() -> None:
    assert all(len(pair) == 2 for pair in page_names.PAIRS - {("all", "rights")} | page_names.BODIES)


def test_nothing_is_named_both_beside_and_body() -> None:
    assert not page_names.BESIDE & page_names.BODY
    assert not page_names.PUBLISHED & page_names.UPDATED
