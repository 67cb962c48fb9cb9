from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model.listing import Asked
from onrecord.model.span import Span
from onrecord.publish.room.rows import LONGEST, Run, marked_runs, shown_alike, shown_hits, shown_statements
from support.records import written
from support.room import client, visiting
from support.taken import denying


def test_quotation_marks_stand_only_around_what_was_quoted() -> None:
    runs = marked_runs("the ferry “will run” again", [Span(11, 19)])
    assert runs == (Run("the ferry “"), Run("will run"), Run("” again"))
    assert marked_runs("will run", [Span(0, 8)]) == (Run("will run", opens="“", closes="”"),)


def test_the_marks_around_a_part_are_one_pair() -> None:
    told = marked_runs('He told me: "I stay here as well.', [Span(13, 33)])
    assert told[-1] == Run("I stay here as well.", closes='"')
    assert marked_runs("I stay.” He left.", [Span(0, 6)])[0] == Run("I stay", opens="“")
    assert marked_runs('I stay." He left.', [Span(0, 6)])[0] == Run("I stay", opens='"')


def test_what_was_found_is_marked_within_what_was_quoted() -> None:
    assert marked_runs("no ferry now", [Span(0, 12)], [Span(3, 8)]) == (
        Run("no ", opens="“"),
        Run("ferry", found=True),
        Run(" now", closes="”"),
    )


def test_a_long_wording_is_shortened_and_says_so() -> None:
    runs = marked_runs("word " * 200, [Span(0, 1000)])
    assert runs[-1] == Run(" […]")
    assert len("".join(run.text for run in runs)) < LONGEST + 10


def test_runs_joined_are_the_wording(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        for shown in shown_statements(visit.record.list_statements(Asked()).rows):
            assert "".join(run.text for run in shown.runs) == shown.row.text
            assert shown.place.startswith("/report/r")


def test_hits_and_likes_are_rows_too(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        hits = visit.record.find(Asked(words="fares")).statements.rows
        likes = visit.record.find_like(hits[0].id)

        assert [run.text for run in shown_hits(hits)[0].runs if run.found] == ["fares"]
        assert len(shown_alike(likes)) == len(likes)


def test_a_wording_beside_the_base_is_told_as_its_own_report_gives_it(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        hits = [one for one in visit.record.find(Asked(words="fares")).statements.rows if one.number]
        hit = replace(hits[0], credit="denied")
        (shown,) = shown_hits([hit])

    assert (shown.credit, hit.row.credit) == ("denied", "")
    assert hit.manner is not None
    assert shown.about == (hit.manner.value, f"one of {hit.row.variants} wordings, not the fullest")


def test_before_words_that_are_no_direct_speech_stand_those_that_credit_them(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        direct = shown_statements(visit.record.list_statements(Asked(words="fares")).rows)
        indirect = shown_statements(visit.record.list_statements(Asked(words="Lundholm")).rows)

    assert [one.credit for one in direct] == [""]
    assert "said" in [one.credit for one in indirect]


@pytest.mark.parametrize("path", ["/search?q=quay", "/search"])
def test_a_denial_never_reads_as_an_assertion_in_a_list(tmp_path: Path, path: str) -> None:
    page = client(written(tmp_path, denying())).get(path).text
    assert '<span class="credit">has never believed:</span> <span class="words"' in page
