import gzip
import itertools
import json
import random
from pathlib import Path

import pytest

from onrecord.text.script import fold_letters, replaced_forms, romanisation_key

SPELLINGS = Path(__file__).resolve().parents[3] / "../shared/data/names/latin-spellings.dev.jsonl.gz"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelenskiy", "Zelenskyy", "Zelensky", "Zelenskij", "Зеленський"),
        ("Dmytro", "Dmitro"),
        ("Lukashenka", "Lukashenko"),
        ("Юрий", "Yuri", "Iurii"),
        ("Yevgeny", "Evgeny", "Евгений"),
        ("Šimonytė", "Simonyte"),
        ("Müller", "Muller"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({romanisation_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Velik", "Valik"), ("Jens", "Hans"), ("Roe", "Rowe-Grale"), ("Chang", "Zhang")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert romanisation_key(one) != romanisation_key(other)


def test_letters_of_other_scripts_are_folded() -> None:
    assert fold_letters("Кулеба") == "kuleba"
    assert fold_letters("Ærø") == "aero"


@pytest.mark.parametrize("word", ["", "\x00", "مريم", "—", "a" * 10_000])
def test_any_word_has_a_key(word: str) -> None:
    assert isinstance(romanisation_key(word), str)


@pytest.mark.shared
def test_keys_seldom_join_names_that_differ() -> None:
    if not SPELLINGS.is_file():
        pytest.skip("needs the shared spellings of names beside the checkout")
    with gzip.open(SPELLINGS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["variants"] for line in lines]
    rows = random.Random(7).sample(rows, 1500)
    same = [(row[0], other) for row in rows for other in row[1:]]
    joined = sum(romanisation_key(one) == romanisation_key(other) for one, other in same)
    keys = [{romanisation_key(name) for name in row} for row in rows]
    clashes = sum(bool(left & right) for left, right in itertools.pairwise(keys))
    assert joined / len(same) > 0.2
    assert clashes <= 2


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Jörg", {"jorg", "joerg"}),
        ("Åse", {"ase", "aase"}),
        ("Şahin", {"sahin", "shahin"}),
        ("Jorg", set[str]()),
        ("Šimonytė", set[str]()),
        ("äöüäöü", set[str]()),
    ],
)
def test_letters_are_replaced_as_is_usual_where_a_name_has_such(name: str, written: set[str]) -> None:
    assert replaced_forms(name) == written
