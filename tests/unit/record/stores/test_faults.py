from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.model.span import Span, map_widths
from onrecord.record.stores.faults import find_faults
from support.contents import ferry_contents

if TYPE_CHECKING:
    from onrecord.model.contents import Contents

CONTENTS = ferry_contents()
LINKED = CONTENTS.linked


def codes(contents: Contents) -> list[tuple[str, str]]:
    return sorted({(finding.code, finding.about) for finding in find_faults(contents)})


def linked(**changes: Any) -> Contents:
    return replace(CONTENTS, linked=replace(LINKED, **changes))


def first_reading(**changes: Any) -> Contents:
    reading, *others = CONTENTS.readings
    return replace(CONTENTS, readings=(replace(reading, **changes), *others))


def test_contents_that_hold_together_have_no_faults() -> None:
    assert codes(CONTENTS) == []


def test_bytes_that_are_not_those_of_the_id_are_found() -> None:
    capture, *others = CONTENTS.captures
    changed = replace(capture, payload=capture.payload.replace(b"May", b"Jun"))

    assert codes(replace(CONTENTS, captures=(changed, *others))) == [
        ("check.bytes", capture.id),
        ("check.payload", capture.id),
    ]


def test_missing_and_cut_bytes_are_found() -> None:
    capture, *others = CONTENTS.captures
    cut = replace(capture, payload=capture.payload[:9])

    assert ("check.payload", capture.id) in codes(replace(CONTENTS, captures=tuple(others)))
    assert ("check.bytes", capture.id) in codes(replace(CONTENTS, captures=(cut, *others)))


def test_offsets_that_lead_elsewhere_are_found() -> None:
    report = CONTENTS.readings[0].report
    moved = replace(report, offsets=map_widths([1] * len(report.text)))

    assert codes(first_reading(report=moved)) == [("check.bytes", report.id)]


def test_an_id_that_its_content_does_not_give_is_found() -> None:
    attribution = CONTENTS.readings[0].attributions[0]
    moved = replace(attribution, content=(Span(0, 5),))
    changed = first_reading(attributions=(moved, *CONTENTS.readings[0].attributions[1:]))

    assert codes(changed) == [("check.id", attribution.id)]


def test_a_chain_of_another_or_no_mention_is_found() -> None:
    chain = CONTENTS.readings[0].chains[0]

    assert codes(first_reading(chains=(replace(chain, mentions=chain.mentions[1:]),)))
    assert codes(first_reading(chains=(replace(chain, mentions=()),))) == [("check.member", chain.id)]


def test_a_group_of_no_members_or_another_s_id_is_found() -> None:
    event = LINKED.events[0]
    renamed = replace(event, id="e" + "0" * 20)
    empty = replace(LINKED.stories[0], event_ids=())

    assert codes(linked(events=(renamed,))) == [("check.id", renamed.id)]
    assert codes(linked(stories=(empty,))) == [("check.member", empty.id)]


def test_what_is_in_no_group_or_in_two_is_found() -> None:
    lost = LINKED.statements[0]
    event = LINKED.events[0]
    members = {member for variant in lost.variants for member in variant.attribution_ids}

    assert codes(linked(statements=LINKED.statements[1:])) == [
        ("check.member", member) for member in sorted(members)
    ]
    assert {about for _, about in codes(linked(events=(event, event)))} == set(event.report_ids)
