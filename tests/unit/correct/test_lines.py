from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.correct.lines import find_fault, read_corrections, write_correction
from onrecord.model.correction import Correction, CorrectionKind
from onrecord.model.problem import Problem
from support.corrected import one_of_each, quay_pile

EACH = one_of_each(*quay_pile())


@pytest.mark.parametrize("correction", EACH, ids=lambda correction: correction.kind.value)
def test_a_correction_is_read_back_as_it_was_written(correction: Correction) -> None:
    assert find_fault(correction) is None
    line = write_correction(correction)
    assert "\n" not in line
    assert list(read_corrections(line.encode(), "c.jsonl")) == [correction]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        '{"kind": "guess"}',
        '{"kind": "speaker", "names": ["Ana Velik"]}',
        '{"kind": "speaker", "anchors": [{"report": "r1"}], "names": ["Ana Velik"]}',
        '{"kind": "not-speech", "anchors": [{"report": "r1", "content": [[3, 1]], "exact": ["x"]}]}',
        '{"kind": "not-speech", "anchors": [{"report": "r1", "content": [[1, 3]], "exact": []}]}',
        '{"kind": "same-name", "names": ["Ana Velik"]}',
        '{"kind": "date", "anchors": [{"report": "r1"}], "days": ["yesterday"]}',
        '{"kind": "date", "anchors": [{"report": "r1"}], "days": ["2024-03-15", "2024-03-14"]}',
        '{"kind": "date", "anchors": [{"report": "r1"}]}',
        '{"kind": "undo"}',
        '{"kind": "copy", "anchors": {}}',
        '{"kind": "copy", "anchors": [{"report": "r1"}, {"report": "r1"}]}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_correction_is_told_and_the_rest_is_read(line: str) -> None:
    payload = f"{line}\n{write_correction(EACH[0])}\n".encode()
    *problems, last = read_corrections(payload, "c.jsonl")
    assert last == EACH[0]
    assert [one.path for one in problems if isinstance(one, Problem)] == (["c.jsonl#1"] if line else [])


def test_an_id_follows_from_what_is_said_not_from_the_file() -> None:
    line = write_correction(EACH[3]).replace(EACH[3].id, "k77")
    (read,) = read_corrections(line.encode(), "c.jsonl")
    assert isinstance(read, Correction)
    assert read.id == EACH[3].id


@given(st.binary(max_size=200))
def test_any_bytes_give_corrections_or_problems(payload: bytes) -> None:
    for item in read_corrections(payload, "c.jsonl"):
        assert isinstance(item, Problem) or item.kind in CorrectionKind


def test_an_empty_name_is_a_fault() -> None:
    named = next(one for one in EACH if one.kind is CorrectionKind.SPEAKER)
    assert find_fault(replace(named, names=("Ana Velik", " "))) == "a name is empty"
    assert find_fault(replace(named, names=("\x00",))) == "a name has no letter"
    assert find_fault(replace(named, names=("Ana Velik",) * 51)) == "it gives more than 50 names"
    assert find_fault(replace(named, by="x" * 501)) == "a name is longer than 500 characters"
