from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.model.statement import Linked
from onrecord.record import check, open_record
from onrecord.record.rows import schema
from onrecord.record.stores import postgresql_words
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import transaction, writing_to
from support.contents import capture_of, ferry_contents, reading_of, report_of
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model.contents import Contents
    from support.stores import Places

WORDS = [
    "ferry",
    "férry",
    "FERRY",
    "no-fly",
    "no",
    "fly",
    "C-300",
    "c300",
    "300",
    "quay's",
    "quays",
    "ß",
    "ss",
    "ı",
    "İ",
    "ﬁsh",
    "½",
    "x²",
    "—",
    "“tide”",
    "क्षि",
    "東京",
    "\x00",
    "�",
    "O'Hare",
    "O`Hare",
    "a_b",
    "a.b",
    "3.5",
    "don’t",
    "́",
    "naïve",
    "naive",
    "ΑΒΓ",
    "αβγ",
    "ΐ",
]


def pile_of(texts: list[str]) -> Contents:
    captures = [capture_of(f"{number}. {text}", f"{number}.txt") for number, text in enumerate(texts)]
    reports = [
        replace(report_of(capture), title=text.split(" ")[0] if text else None)
        for capture, text in zip(captures, texts, strict=True)
    ]
    captures.sort(key=lambda one: one.id)
    reports.sort(key=lambda one: one.id)
    return replace(
        ferry_contents(),
        captures=tuple(captures),
        readings=tuple(reading_of(report, (), ()) for report in reports),
        linked=Linked(),
        problems=(),
    )


def test_the_same_words_find_the_same_rows_in_the_same_order_as_in_a_file(
    team: Places, tmp_path: Path
) -> None:
    dice = random.Random(11)
    texts = [" ".join(dice.choices(WORDS, k=dice.randint(0, 30))).replace("\ud83d", "?") for _ in range(60)]
    contents = pile_of(texts)
    asked = [" ".join(dice.choices(WORDS, k=dice.choice((1, 1, 2, 3)))) for _ in range(60)]
    found = 0
    with open_record(written(team, contents)) as one, open_record(written(tmp_path, contents)) as other:
        for words in [*WORDS, *asked, "ferry " * 40, "%s", "'", "\\", ":x", "%(y)s"]:
            assert one.search(words) == other.search(words), words
            found += len(one.search(words).report_ids)
    assert found > 300


def test_a_text_with_more_words_than_an_index_takes_is_found_all_the_same(
    team: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql_words, "MOST", 200)
    monkeypatch.setattr(postgresql_words, "LONGEST", 8)
    long = "harbourmaster harbourmistress " + " ".join(f"w{number}" for number in range(60))
    contents = pile_of([long, "harbourmaster", "harbourmistress w3", "w3 w4"])
    with open_record(written(team, contents)) as one, open_record(written(tmp_path, contents)) as other:
        for words in ("harbourmaster", "harbourm", "w3", "w3-w4", "w59 harbourmistress", "w60"):
            assert one.search(words) == other.search(words)
    findings = check(written(team, contents))
    assert "check.words" not in {finding.code for finding in findings}


def test_a_word_beyond_what_the_server_takes_is_kept(team: Places) -> None:
    contents = pile_of(["x" * 5000 + " ferry", "ferry"])
    with open_record(written(team, contents)) as record:
        assert len(record.search("x" * 5000).report_ids) == 1
        assert len(record.search("x" * 4999).report_ids) == 0
        assert len(record.search("ferry").report_ids) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM variant_words WHERE place = 1",
        "UPDATE variant_words SET words = ' other '",
        "UPDATE variant_words SET lexemes = array_to_tsvector(ARRAY['other'])",
        "UPDATE variants SET text = text || ' more'",
        "DROP TABLE variant_words",
    ],
)
def test_an_index_out_of_step_is_found_and_made_again(statement: str, team: Places) -> None:
    place = tampered(written(team), statement)
    for connection in [store_of(place).open().connect()]:
        assert not postgresql_words.is_in_step(connection, "variant_words")
        assert postgresql_words.is_in_step(connection, "report_words")
        connection.close()
    with writing_to(place) as connection:
        with transaction(connection):
            postgresql_words.create(connection, "variant_words")
            postgresql_words.rebuild(connection, "variant_words")
        assert all(postgresql_words.is_in_step(connection, name) for name in schema.WORD_INDEXES)
