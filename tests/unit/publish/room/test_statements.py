from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model.statement import Corroboration
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.statements import entry
from onrecord.publish.room.statements import (
    Source,
    apart_words,
    carried_in,
    contradicted,
    counted_words,
    show_statement,
    summed_up,
    title_of,
)
from support.contents import ferry_contents
from support.room import visiting
from support.taken import denying

CONTENTS = ferry_contents()
FARES = next(one for one in CONTENTS.linked.statements if len(one.variants) > 1)


def test_a_statement_is_shown_with_the_sources_that_count(tmp_path: Path) -> None:
    with visiting(tmp_path, f"/statement/{FARES.id}") as visit:
        shown = show_statement(visit)

    sources: list[Source] = shown.values["sources"]
    assert len(sources) == FARES.corroboration.lineages
    assert "fares" in shown.title


def test_the_wordings_are_summed_up_in_a_sentence() -> None:
    one = entry(pile_of(CONTENTS), FARES)
    assert summed_up(one) == "It is told in 2 wordings. Beside this one, the fullest: 1 shorter."
    assert summed_up(replace(one, wordings=one.wordings[:1])) == ""


def test_why_sources_are_counted_apart_is_told_where_there_are_several() -> None:
    one = entry(pile_of(CONTENTS), FARES)
    several = replace(one, statement=replace(FARES, corroboration=Corroboration(reports=3, lineages=2)))
    assert apart_words(several, 2) == (
        "The 2 sources are counted apart: none has these words in text copied from the other or the same beside it, and no two credit one house."
    )
    alone = replace(one, statement=replace(FARES, corroboration=Corroboration(reports=2, lineages=1)))
    assert apart_words(alone, 1) == apart_words(several, 3) == ""


@pytest.mark.parametrize(
    ("reports", "lineages", "words"),
    [
        (1, 1, "1 report carries it"),
        (3, 3, "3 reports carry it, each a source of its own"),
        (3, 2, "3 reports carry it and count as 2 sources"),
        (2, 1, "2 reports carry it and count as 1 source"),
    ],
)
def test_sources_are_counted_in_words(reports: int, lineages: int, words: str) -> None:
    one = entry(pile_of(CONTENTS), FARES)
    corroboration = replace(FARES.corroboration, reports=reports, lineages=lineages)
    assert counted_words(replace(one, statement=replace(FARES, corroboration=corroboration))) == words


def test_each_run_tells_the_reports_that_have_it() -> None:
    pile = pile_of(CONTENTS)
    told = carried_in(pile, FARES)
    everywhere, somewhere = (entry(pile, FARES).ink[0], entry(pile, FARES).ink[1])
    assert len(told(everywhere).split("; ")) == 3
    assert len(told(somewhere).split("; ")) == 1


def test_a_contradiction_belongs_to_a_statement_only_with_both_its_sides() -> None:
    assert contradicted(pile_of(CONTENTS), FARES) == frozenset()


def test_a_title_is_the_beginning_of_the_base_wording() -> None:
    long = replace(FARES, variants=(replace(FARES.variants[0], text="word " * 40),))
    pile = pile_of(CONTENTS)
    assert title_of(pile, long).endswith(" …")
    assert title_of(pile, FARES) == "We will not raise the fares this year,"


def test_a_denial_is_no_assertion_in_a_title() -> None:
    pile = pile_of(denying())
    assert title_of(pile, pile.statements[0]) == "has never believed: the quay was safe"
