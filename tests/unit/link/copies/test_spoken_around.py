from dataclasses import replace

from onrecord.link.copies.copies import find_copies
from onrecord.model.attribution import Manner, Reading
from support.piles import find, reading_of

WORDS = "We will do what is needed"


def quoted(before: str, behind: str) -> Reading:
    """Return a reading whose report quotes `WORDS`, and then tells whose they are."""
    text = f'{before} "{WORDS}," {behind}'
    reading = reading_of("", [text], speeches=[("Anna Vik", WORDS, Manner.DIRECT)])
    (told,) = reading.attributions
    cue = replace(told, cue=find(text, "told"), source=find(text, "governor Anna Vik"))
    return replace(reading, attributions=(cue,))


def test_a_quotation_and_who_said_it_to_whom_is_no_copy() -> None:
    behind = "governor Anna Vik told reporters in Dorn."
    january = quoted("The bank of Dorn kept its rate at 4 percent on Monday.", behind)
    march = quoted("The bank of Dorn raised its rate to 5 percent on Monday.", behind)

    assert find_copies((january, march)) == ()


def test_what_is_told_at_length_behind_a_quotation_is_the_reporters_own() -> None:
    behind = (
        "governor Anna Vik told reporters in a hall whose roof had been mended with the money of the harbour masters "
        "after the storm that took it off in the spring."
    )
    january = quoted("The bank of Dorn kept its rate at 4 percent on Monday.", behind)
    march = quoted("Prices rose by a tenth.", behind)

    assert len(find_copies((january, march))) == 1
