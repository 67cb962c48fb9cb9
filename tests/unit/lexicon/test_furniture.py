from onrecord.lexicon import furniture


def test_every_word_is_written_as_it_is_compared() -> None:
    for words in (
        furniture.LABELS,
        furniture.LEAD_INS,
        furniture.CERTAIN_OPENINGS,
        furniture.DOUBTFUL_OPENINGS,
        furniture.CALLS,
        furniture.SOLD_THINGS,
        furniture.NOTICES,
        furniture.PLATFORMS,
        furniture.PICTURE_WORDS,
    ):
        assert all(word == word.casefold().strip() != "" for word in words)


def test_no_opening_is_both_certain_and_doubtful() -> None:
    assert not set(furniture.CERTAIN_OPENINGS) & set(furniture.DOUBTFUL_OPENINGS)
