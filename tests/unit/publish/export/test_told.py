from dataclasses import replace

import pytest

from onrecord.model.span import Span
from onrecord.model.statement import Change, Difference, Variant
from onrecord.publish.export.brief import Told
from onrecord.publish.export.notes import Notebook
from onrecord.publish.export.told import LONGEST, tell_wording
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.statements import wording
from support.taken import ferry

CONTENTS = ferry()
PILE = pile_of(CONTENTS)
FARES = next(one for one in CONTENTS.linked.statements if len(one.variants) == 2)
BASE = FARES.variants[0].text


def told(variant: Variant) -> Told:
    return tell_wording(BASE, wording(PILE, variant, BASE), Notebook(PILE))


def differing(*differences: Difference) -> Variant:
    return replace(FARES.variants[1], differences=differences)


@pytest.mark.parametrize(
    ("difference", "what", "words", "instead"),
    [
        (Difference(kind=Change.DROPPED, base=Span(27, 37), variant=None), "leaves out", "this year", ""),
        (Difference(kind=Change.ADDED, base=None, variant=Span(0, 2)), "adds", "We", ""),
        (Difference(kind=Change.REPLACED, base=Span(0, 7), variant=Span(0, 2)), "has", "We", "We will"),
    ],
)
def test_a_difference_is_told_by_what_is_done_to_the_base(
    difference: Difference, what: str, words: str, instead: str
) -> None:
    (changed,) = told(differing(difference)).changes

    assert (changed.what, changed.words, changed.instead) == (what, words, instead)


def test_the_base_has_no_differences_and_every_report_its_note() -> None:
    base, variant = (told(one) for one in FARES.variants)

    assert (base.changes, base.more, base.relation) == ((), "", "base wording")
    assert (len(base.notes), len(variant.notes)) == (1, 2)


def test_many_differences_are_only_counted() -> None:
    one = Difference(kind=Change.DROPPED, base=Span(0, 2), variant=None)

    assert told(differing(*[one] * 6)).more == "differs in 6 places."
    assert told(differing(*[one] * 5)).more == ""


def test_long_words_that_differ_are_shortened_and_it_shows() -> None:
    base = "so " * 60 + BASE
    variant = differing(Difference(kind=Change.DROPPED, base=Span(0, 180), variant=None))
    (changed,) = tell_wording(base, wording(PILE, variant, base), Notebook(PILE)).changes

    assert changed.words.endswith("so […]")
    assert len(changed.words) <= LONGEST + len(" […]")
