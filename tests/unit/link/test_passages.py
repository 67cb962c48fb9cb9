from onrecord.link.passages import find_places, find_shared_runs, read_wording, span_of
from onrecord.model.attribution import Manner
from support.piles import reading_of

TEXT = "The old lighthouse at Velm was switched off last night after a hundred and forty years of service to the fleet."


def test_a_run_goes_on_over_a_small_edit() -> None:
    first = read_wording(reading_of("", [TEXT]))
    second = read_wording(reading_of("", ["So it ends. " + TEXT.replace("last night", "on Sunday evening")]))
    (run,) = find_shared_runs(first, second, find_places(first))
    assert run.first == (0, len(first.words))
    assert span_of(first, run.first).of(TEXT) == TEXT.removesuffix(".")


def test_quoted_words_are_not_the_reporters_own() -> None:
    reading = reading_of(
        "",
        ["Quist said: “Leave the lamp alone.”"],
        speeches=[("Quist", "Leave the lamp alone", Manner.DIRECT)],
    )
    wording = read_wording(reading)
    assert wording.own_count == 2
    assert wording.telling == frozenset()


def test_short_runs_are_no_passage() -> None:
    first = read_wording(reading_of("", ["The lighthouse at Velm was switched off."]))
    assert find_shared_runs(first, first, find_places(first)) == []
