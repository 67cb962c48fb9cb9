from bench.linking import make_pile
from onrecord.link.copies.copies import find_more_copies
from onrecord.link.copies.kept import NO_COPIES_KEPT, KeptCopies, KeptWording, keep_wording
from onrecord.link.copies.own_words import read_wording
from onrecord.text.word_numbers import WordNumbers

PILE = make_pile(40, seed=9)


def test_a_wording_comes_back_from_what_is_kept_and_its_report() -> None:
    for reading in PILE:
        wording = read_wording(reading, WordNumbers())
        again = keep_wording(wording).of(reading.report)
        assert again.numbers.tolist() == wording.numbers.tolist()
        assert again.kinds.tolist() == wording.kinds.tolist()
        assert (again.stretches, again.text) == (wording.stretches, wording.text)
        assert again.bounds() == wording.bounds()


def test_a_report_without_words_has_a_wording_too() -> None:
    assert len(KeptWording((), (), b"").of(PILE[0].report).numbers) == 0


def test_what_names_a_report_that_is_another_now_is_let_go() -> None:
    _, kept = find_more_copies(PILE, NO_COPIES_KEPT)
    gone = next(pair[0] for pair in kept.compared)
    left = kept.without({gone})
    assert gone not in left.wordings
    assert all(gone not in pair for pair in left.compared)
    assert len(left.wordings) == len(kept.wordings) - 1
    assert kept.without(frozenset()) == kept
    assert KeptCopies().without({gone}) == KeptCopies()
