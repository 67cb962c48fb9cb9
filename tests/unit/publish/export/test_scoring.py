from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish.export import record_as_json, score
from support.contents import ferry_contents
from support.gold import gold_of

SHARED = Path(__file__).resolve().parents[4] / "../shared"
TOOL = SHARED / "tools/score.py"
GOLD = SHARED / "gold/seeds.json"

MANNERS = ("direct", "mixed", "indirect", "unmarked", "carried")
Json = dict[str, Any]


def test_a_record_agrees_with_its_own_reading() -> None:
    record = record_as_json(ferry_contents())
    statements = [
        {"variants": [one for variant in statement["variants"] for one in variant["attributions"]]}
        for statement in record["statements"]
    ]

    scores = score(gold_of(record, same_statement=statements), record)

    assert scores.cases == ()
    assert scores.figures["attributions_required"] == scores.figures["found"] == "8"
    for name in ("precision", "recall", "f1", "end_to_end_f1", "statement_pair_f1", "event_pair_f1"):
        assert scores.figures[name] == "1.000"
    assert scores.figures["dates_right"] == "0/0"


def test_what_the_gold_lacks_is_extra_and_what_the_record_lacks_is_missed() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    dropped = gold["attributions"].pop(0)
    record["attributions"].pop()

    scores = score(gold, record)

    assert {case.kind for case in scores.cases} >= {"extra", "missed"}
    assert any(case.kind == "extra" and dropped["id"] in case.words for case in scores.cases)
    assert scores.figures["precision"] == scores.figures["recall"] == "0.857"


def test_a_speaker_credited_to_somebody_else_is_wrong_and_an_unnamed_one_unknown() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    speakers = record["speakers"]
    speakers.append({**speakers[0], "id": "p" + "f" * 20, "name": "Bo Tamsin", "aliases": []})
    record["attributions"][0]["speakers"] = ["p" + "f" * 20]
    record["attributions"][1]["speakers"] = []

    scores = score(gold, record)

    assert scores.figures["speaker_wrong"] == scores.figures["speaker_unknown"] == "1"
    assert [case.words[-1] for case in scores.cases if case.kind == "wrong_speaker"] == ["Bo Tamsin"]


def test_an_attribution_the_gold_does_not_require_neither_helps_nor_hurts() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    gold["attributions"][0]["required"] = False

    assert score(gold, record).figures["found"] == "7"
    record["attributions"].pop(0)
    assert score(gold, record).figures["f1"] == "1.000"


def test_other_bounds_that_the_gold_allows_are_found() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    content = gold["attributions"][0]["content"]
    gold["attributions"][0] |= {"content": [[0, 4]], "or": [content]}

    assert score(gold, record).figures["found"] == "8"


def test_statements_joined_against_the_gold_are_named() -> None:
    record = record_as_json(ferry_contents())
    one, other = (attribution["id"] for attribution in record["attributions"][:2])
    record["attributions"][1]["statement"] = record["attributions"][0]["statement"]

    scores = score(gold_of(record, not_same=[[one, other]]), record)

    assert scores.figures["not_same_joined"] == "1"
    assert ("statement_wrongly_joined", tuple(sorted((one, other)))) in {
        (case.kind, case.words) for case in scores.cases
    }


def test_attributions_in_no_statement_are_not_together() -> None:
    record = record_as_json(ferry_contents())
    for attribution in record["attributions"]:
        attribution["statement"] = None

    assert score(gold_of(record), record).figures["statement_pair_precision"] == "1.000"


@pytest.mark.parametrize(
    ("date", "max_days", "right"),
    [
        ({"from": "2021-03-04", "to": "2021-03-04", "candidates": None}, 1, 1),
        ({"from": "2021-03-04", "to": "2021-03-05", "candidates": None}, 1, 0),
        ({"from": "2021-03-04", "to": None, "candidates": None}, 99, 0),
        ({"from": None, "to": None, "candidates": ["2020-03-04", "2021-03-04"]}, 2, 1),
        ({"from": None, "to": None, "candidates": ["2020-03-04", "2021-03-04"]}, 1, 0),
        (None, 9, 0),
    ],
)
def test_a_date_is_right_when_it_leaves_few_enough_days_open(
    date: Json | None, max_days: int, right: int
) -> None:
    record = record_as_json(ferry_contents())
    record["reports"][0]["date"] = date
    name = Path(record["reports"][0]["path"]).name
    dating = {name: {"date": "2021-03-04", "max_days": max_days}, "other.txt": {"says": "last week"}}

    assert score(gold_of(record, dating=dating), record).figures["dates_right"] == f"{right}/1"


def test_furniture_that_was_read_as_speech_is_counted() -> None:
    record = record_as_json(ferry_contents())
    furniture = {"gazette-2.txt": ["  14 boats were waiting ", "Sign up"], "nowhere.txt": ["x"]}

    assert score(gold_of(record, furniture=furniture), record).figures["furniture_read_as_speech"] == "1"


def test_a_report_that_was_not_read_is_named() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    gold["attributions"].append({**gold["attributions"][0], "id": "x", "report": "lost.txt"})

    scores = score(gold, record)

    assert scores.figures["reports_missing"] == "1"
    assert ("missing_report", ("lost.txt",)) in {(case.kind, case.words) for case in scores.cases}


@pytest.mark.shared
@pytest.mark.skipif(not TOOL.exists(), reason="the shared scorer is not beside the checkout")
@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_the_shared_scorer(seed: int, tmp_path: Path) -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    record = _disturbed(gold, random.Random(seed))
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record), "utf-8")

    run = subprocess.run(
        [sys.executable, str(TOOL), str(GOLD), str(path), "-v"], capture_output=True, text=True, check=True
    )

    scores = score(gold, record)
    lines = run.stdout.splitlines()
    assert [f"{name} {value}" for name, value in scores.figures.items()] == lines[: len(scores.figures)]
    kinds = [line.split(" ", 1)[0] for line in lines[len(scores.figures) :] if line]
    told = [case.kind for case in scores.cases]
    assert told == [kind for kind in kinds if kind in set(told)]
    assert len(told) > 3


def _disturbed(gold: Json, chance: random.Random) -> Json:
    """A record that reads the shared reports as the gold does, with faults of every kind."""
    texts = {path.name: path.read_text("utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))}
    people = sorted(gold["speakers"])
    attributions: list[Json] = []
    for one in gold["attributions"]:
        if chance.random() < 0.15:
            continue
        moved = chance.choice((0, 0, 0, 3, 40))
        attributions.append(
            {
                "id": f"a{one['id']}",
                "report": one["report"],
                "content": [[start + moved, end + moved] for start, end in one["content"]],
                "manner": chance.choice((one["manner"], chance.choice(MANNERS))),
                "speakers": chance.choice(
                    (
                        [name for name in people if name == one["speaker"]],
                        [chance.choice(people)],
                        chance.sample(people, 2),
                        [],
                    )
                ),
                "statement": f"s{chance.randrange(12)}",
            }
        )
    names = sorted(texts)
    chance.shuffle(names)
    return {
        "reports": [
            {"id": name, "path": f"pile/{name}", "external_id": None, "text": texts[name], "date": date}
            for name in sorted(texts)
            for date in [chance.choice((None, {"from": "2022-03-04", "to": "2022-03-04"}))]
        ],
        "speakers": [
            {"id": name, "name": name, "aliases": gold["speakers"][name][: chance.randrange(3)]}
            for name in people
        ],
        "attributions": attributions,
        "events": [{"reports": names[:2]}, {"reports": names[2:]}],
    }
