"""A record limited to a level holds together: every reference resolves, every form of it is whole."""

from __future__ import annotations

import json
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.link.statements.corroboration import corroborate
from onrecord.model.attribution import Level
from onrecord.pipeline import read_pile
from onrecord.publish.cli.export import Format, exported
from onrecord.publish.export import record_as_json
from onrecord.publish.export.limits import at_least
from onrecord.publish.page import render_page
from onrecord.publish.page.carriers import copies_by_report
from onrecord.record import open_record, write
from onrecord.settings import Settings
from support.schema import faults_of

if TYPE_CHECKING:
    from onrecord.model.contents import Contents

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "sample" / "reports"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def sample() -> Contents:
    return read_pile([str(SAMPLE)], settings=Settings(vectors=False), jobs=1)


def with_levels(contents: Contents, seed: int) -> Contents:
    """Return `contents` with a level drawn for each attribution: any of a statement's may be lost."""
    draw = random.Random(seed)
    levels = tuple(Level)
    return replace(
        contents,
        readings=tuple(
            replace(
                reading,
                attributions=tuple(
                    replace(one, judgement=replace(one.judgement, level=draw.choice(levels)))
                    for one in reading.attributions
                ),
            )
            for reading in contents.readings
        ),
    )


def dangling(record: Json) -> list[str]:
    """Return what in an exported record names something that is not in it, or that nothing rests on."""
    ids = {kind: {one["id"] for one in record[kind]} for kind in ("reports", "speakers", "attributions")}
    ids |= {kind: {one["id"] for one in record[kind]} for kind in ("statements", "events")}
    named: list[tuple[str, str]] = []
    for one in record["attributions"]:
        named += [("reports", one["report"]), ("statements", one["statement"])]
        named += [("speakers", speaker) for speaker in one["speakers"]]
    members: list[str] = []
    for one in record["statements"]:
        named += [("speakers", speaker) for speaker in one["speakers"]]
        named += [("events", one["event"])] if one["event"] else []
        members += [member for variant in one["variants"] for member in variant["attributions"]]
    named += [("attributions", member) for member in members]
    named += [("events", event) for one in record["stories"] for event in one["events"]]
    facts = {fact["id"] for fact in record["made_with"]["facts"]}
    bare = [f"{kind} {one}" for kind, one in named if one not in ids[kind]]
    bare += [str(one) for one in evidence_in(record) if not is_there(one, ids["reports"], facts)]
    credited = {speaker for one in record["attributions"] for speaker in one["speakers"]}
    bare += sorted(ids["speakers"] - credited)
    return bare if sorted(members) == sorted(ids["attributions"]) else [*bare, "members"]


def evidence_in(record: Json) -> list[Json]:
    """Return every evidence in `record`, however deep."""
    found: list[Json] = []

    def collect(members: Json) -> Json:
        found.extend([*members.get("evidence", []), *members.get("between", [])])
        return members

    json.loads(json.dumps(record), object_hook=collect)
    return found


def is_there(evidence: Json, reports: set[str], facts: set[str]) -> bool:
    return evidence["fact"] in facts if "fact" in evidence else evidence["report"] in reports


def wrong_wordings(record: Json) -> list[str]:
    """Return the variants that no attribution of theirs words, and differences outside their texts."""
    texts = {one["id"]: one["text"] for one in record["reports"]}
    worded = {
        one["id"]: " ".join(texts[one["report"]][start:end] for start, end in one["content"])
        for one in record["attributions"]
    }
    wrong: list[str] = []
    for statement in record["statements"]:
        base = statement["variants"][0]
        relations = [variant["relation"] for variant in statement["variants"]]
        wrong += [statement["id"]] if relations.index("base") or relations.count("base") != 1 else []
        for variant in statement["variants"]:
            wrong += (
                [variant["text"]]
                if variant["text"] not in {worded[one] for one in variant["attributions"]}
                else []
            )
            for one in variant["differences"]:
                ends = ((one["base"] or [0])[-1], (one["variant"] or [0])[-1])
                wrong += [variant["text"]] if ends > (len(base["text"]), ends[1]) else []
                wrong += [variant["text"]] if ends[1] > len(variant["text"]) else []
    return wrong


@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("level", [Level.CERTAIN, Level.LIKELY])
def test_every_reference_of_a_limited_record_resolves(
    sample: Contents, seed: int | None, level: Level
) -> None:
    whole = sample if seed is None else with_levels(sample, seed)
    limited = at_least(whole, level)
    record = record_as_json(limited)

    assert dangling(record) == []
    assert wrong_wordings(record) == []
    assert faults_of(record) == []
    assert render_page(limited)
    for statement in record["statements"]:
        members = {member for variant in statement["variants"] for member in variant["attributions"]}
        carrying = {one["report"] for one in record["attributions"] if one["id"] in members}
        assert statement["corroboration"]["reports"] == len(carrying)
        assert 1 <= statement["corroboration"]["lineages"] <= len(carrying)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "limited.db", limited)
        with open_record(Path(folder) / "limited.db") as opened:
            assert opened.contents() == limited


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_limiting_twice_is_limiting_to_the_surer_level(sample: Contents, seed: int) -> None:
    drawn = with_levels(sample, seed)
    twice = at_least(at_least(drawn, Level.LIKELY), Level.CERTAIN)
    once = at_least(drawn, Level.CERTAIN)

    assert twice.readings == once.readings
    assert twice.linked.entities == once.linked.entities
    assert [one.corroboration for one in twice.linked.statements] == [
        one.corroboration for one in once.linked.statements
    ]


@pytest.mark.parametrize("form", Format)
def test_down_to_possible_no_byte_changes(sample: Contents, form: Format) -> None:
    assert exported(sample, form, level=Level.POSSIBLE) == exported(sample, form)


def test_counting_anew_what_is_whole_gives_what_was_recorded(sample: Contents) -> None:
    reports = {reading.report.id: reading.report for reading in sample.readings}
    members = {one.id: one for reading in sample.readings for one in reading.attributions}
    copies = copies_by_report(sample.linked.lineages)
    for statement in sample.linked.statements:
        own = [members[one] for variant in statement.variants for one in variant.attribution_ids]
        assert corroborate(own, reports, copies) == statement.corroboration
