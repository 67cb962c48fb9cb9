from onrecord.lexicon.stopwords import STOPWORDS


def test_small_words_are_lower_case_and_every_language_has_some() -> None:
    assert all(len(words) >= 15 for words in STOPWORDS.values())
    assert all(word == word.casefold() for words in STOPWORDS.values() for word in words)
