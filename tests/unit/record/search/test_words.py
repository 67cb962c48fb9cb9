from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record.search.words import WORDS_AT_ONCE, Found, find_words, split
from support.contents import ferry_contents
from support.records import connected, written

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

CONTENTS = ferry_contents()
FARES = next(statement for statement in CONTENTS.linked.statements if len(statement.variants) > 1)
NOTHING = Found(statement_ids=(), report_ids=())


def test_words_are_found_in_any_wording_of_a_statement(ferry: Connection) -> None:
    assert find_words(ferry, "raise fares").statement_ids == (FARES.id,)
    assert find_words(ferry, "fares year").statement_ids == (FARES.id,)


def test_words_are_found_in_reports_whatever_their_case(ferry: Connection) -> None:
    found = find_words(ferry, "ORRIN courier")

    assert len(found.report_ids) == 1
    assert found.statement_ids == ()


def test_all_words_must_be_there(ferry: Connection) -> None:
    assert find_words(ferry, "fares lighthouse") == NOTHING


@pytest.mark.parametrize(
    "words",
    [
        "no-fly zone",
        "C-300",
        "Tamsin's",
        "(x",
        "lighthouse OR ferry AND",
        "secret:zzz",
        "text:ferry lighthouse",
        'a "b',
        "NEAR(a b)",
        "ferr* {",
        "^",
        "\x00",
        "\ud83d",
        "",
        " \t ",
        "— “ ”",
    ],
)
def test_no_words_are_syntax(words: str, ferry: Connection) -> None:
    assert find_words(ferry, words) == NOTHING


def test_marks_beside_words_do_not_matter(ferry: Connection) -> None:
    assert find_words(ferry, "“fares,” — year!").statement_ids == (FARES.id,)


def test_a_word_in_quotation_marks_stays_one_word() -> None:
    assert split('say "no"') == ("say", '"no"')


def test_a_very_long_question_is_cut(ferry: Connection) -> None:
    assert len(split("w " * 10_000)) == WORDS_AT_ONCE
    assert find_words(ferry, "w " * 10_000) == NOTHING


def test_accents_are_not_needed(tmp_path: Path) -> None:
    for connection in connected(written(tmp_path)):
        assert find_words(connection, "férry").report_ids == find_words(connection, "ferry").report_ids != ()
