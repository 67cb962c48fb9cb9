"""Every case in cases/: one report in marked text, read by the stages up to attribute.

A case passes when each marked attribution is found with the same words, manner, act and speakers, its source and cue
where the marks say, and nothing else is found. Cases that expect to fail must fail.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from onrecord.annotate import Parser, annotate, load_parser
from onrecord.attribute import attribute
from onrecord.clean import read_report
from onrecord.model.annotation import Chain, Kind
from onrecord.model.attribution import Attributed, Attribution
from onrecord.model.ids import report_id
from onrecord.model.report import Capture
from onrecord.model.span import Span
from onrecord.settings import Settings
from support.marked import MarkedAttribution, MarkedReport, read_marked_file

CASES = Path(__file__).parent / "cases"
_WORD = re.compile(r"\w+")


@cache
def parser() -> Parser:
    return load_parser(Settings().model)


def words(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The words of `spans` with their places; a leading "that" and all marks are left out."""
    found = [
        f"{match.group().lower()}@{span.start + match.start()}"
        for span in spans
        for match in _WORD.finditer(span.of(text))
    ]
    return tuple(found[1:] if found and found[0].startswith("that@") else found)


def read_case(case: MarkedReport) -> tuple[str, Attributed]:
    payload = case.text.encode()
    report, _ = read_report(
        Capture(id=report_id(payload), payload=payload, media_type="text/plain", locator=case.name)
    )
    assert report is not None
    assert report.text == case.text
    return report.text, attribute(report, annotate(report, parser()))


def names(attribution: Attribution, chains: dict[str, Chain]) -> set[str]:
    return {
        name.casefold().removeprefix("the ")
        for chain_id in attribution.speakers
        for name in chains[chain_id].names
        if chains[chain_id].name or chains[chain_id].kind is Kind.GROUP
    }


def check(wanted: MarkedAttribution, found: Attribution, chains: dict[str, Chain]) -> None:
    assert found.manner.value == wanted.manner
    assert found.act.value == wanted.act
    assert {speaker.casefold() for speaker in wanted.speakers} <= names(found, chains)
    if not wanted.speakers:
        assert not names(found, chains)
    for want, have in ((wanted.source, found.source), (wanted.cue, found.cue)):
        assert want is None or (have is not None and have.overlaps(want))


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.relative_to(CASES).with_suffix("").as_posix())
        for path in sorted(CASES.rglob("*.txt"))
    ],
)
def test_the_report_is_read_as_it_is_marked(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_marked_file(path)
    if case.expect == "fail":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case.why))
    text, attributed = read_case(case)
    chains = {chain.id: chain for chain in attributed.chains}
    found = {words(text, attribution.content): attribution for attribution in attributed.attributions}
    wanted = {words(text, attribution.content): attribution for attribution in case.attributions}
    required = {content for content, attribution in wanted.items() if attribution.required}
    assert required <= set(found) <= set(wanted)
    for content in sorted(set(found) & set(wanted)):
        check(wanted[content], found[content], chains)
