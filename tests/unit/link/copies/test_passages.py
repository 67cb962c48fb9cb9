import numpy as np

from onrecord.link.copies.own_words import MARKED, OWN, SPOKEN, STOCK
from onrecord.link.copies.passages import (
    RUN_WORDS,
    SharedRun,
    Side,
    find_places,
    find_shared_runs,
    split_run,
    weigh,
)
from onrecord.text.tokens import find_written
from onrecord.text.word_numbers import WordNumbers, number_runs

TEXT = "The old lighthouse at Velm was switched off last night after a hundred and forty years of service to the fleet."
NUMBERS = WordNumbers()


def side_of(text: str, kind: int = OWN) -> Side:
    words = [NUMBERS[word] for word in find_written(text)]
    return Side(words, [kind] * len(words), number_runs(np.array(words, dtype=np.uint64), RUN_WORDS).tolist())


def shared(first: Side, second: Side) -> list[SharedRun]:
    return find_shared_runs(first, second, find_places(first))


def test_a_run_goes_on_over_a_small_edit() -> None:
    first = side_of(TEXT)
    (run,) = shared(first, side_of("So it ends. " + TEXT.replace("last night", "on Sunday evening")))
    assert run.first == (0, len(first.words))
    assert run.second == (3, 4 + len(first.words))
    assert run.own_words == len(first.words) - 2
    assert run.unbroken == 11


def test_a_run_goes_on_past_words_that_stand_elsewhere_too() -> None:
    first = side_of("What of the fleet now? " + TEXT)
    (run,) = shared(first, side_of(TEXT.replace("after a", "of the fleet after a")))
    assert run.first == (5, len(first.words))


def test_a_form_filled_in_with_other_figures_is_no_passage() -> None:
    form = "The ferry carried {} passengers between Velm and the islands in {}, the line said on Monday."
    assert shared(side_of(form.format(812, "May")), side_of(form.format(640, "June"))) != []
    first = form.format("812 tired but cheerful", "May and 3 in all")
    assert shared(side_of(first), side_of(form.format("640 tired but cheerful", "June and 7 in all"))) == []


def test_short_runs_are_no_passage() -> None:
    first = side_of("The lighthouse at Velm was switched off.")
    assert shared(first, first) == []


def test_speech_counts_only_where_own_words_vouch_for_it() -> None:
    (run,) = shared(side_of(TEXT, SPOKEN), side_of(TEXT, OWN))
    assert (run.own_words, run.worth) == (0, 0)
    assert (weigh(3, 60), weigh(60, 3)) == (6, 63)


def test_a_quotation_has_its_marks_on_both_sides() -> None:
    (lost,) = shared(side_of(TEXT, MARKED), side_of(TEXT, OWN))
    (kept,) = shared(side_of(TEXT, MARKED), side_of(TEXT, MARKED))
    assert lost.own_words == len(find_written(TEXT))
    assert kept.own_words == 0


def test_stock_words_are_nobodys_own() -> None:
    (run,) = shared(side_of(TEXT, STOCK), side_of(TEXT, OWN))
    assert run.worth == 0


def test_too_short_a_wording_shares_nothing() -> None:
    assert shared(side_of("Lamp"), side_of(TEXT)) == []


def test_a_passage_is_cut_where_something_else_stands_between_its_words() -> None:
    run = SharedRun((0, 20), (5, 25), 18, 0, ((0, 5, 10), (12, 17, 8)))
    assert split_run(run, ([], [])) == [((0, 20), (5, 25))]
    assert split_run(run, ([4], [17])) == [((0, 4), (5, 9)), ((4, 10), (9, 15)), ((12, 20), (17, 25))]
