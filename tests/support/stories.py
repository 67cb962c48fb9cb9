"""Compile a story: the marked reports of one folder, and its story.json, become plain reports and a gold reading.

A story is a folder of `NN-outlet.txt`, read by `support.marked`, with a `story.json` that has all that a mark cannot
say: speakers and the names that the reports give them, statements, events, dating, furniture.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

from support.marked import MarkedAttribution, MarkedReport, read_marked_file

_REPORTS: Final = Path("reports")
_GOLD: Final = Path("gold.json")
_REPORT_NAME: Final = re.compile(r"[0-9]{2}-[a-z-]+\.txt")
_SURROUNDINGS: Final = 60
"""How much of a line of furniture is looked for in content."""


def write_story(story: Path, folder: Path) -> Path:
    """Write the plain reports of a story to `folder`/reports and its gold to `folder`/gold.json.

    Args:
        story: The folder of the marked reports.
        folder: Where to write; made if need be.

    Returns:
        The path of gold.json.

    Raises:
        ValueError: A report breaks the form of marked text, or story.json names what no report holds.
    """
    for path, data in compile_story(story).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder / _GOLD


def compile_story(story_path: Path) -> dict[Path, bytes]:
    """Compile the marked reports of one folder into reports and a gold, by the paths they are to have.

    Raises:
        ValueError: A report breaks the form of marked text, or story.json names what no report holds.
    """
    reports = [read_marked_file(path) for path in sorted(story_path.glob("*.txt"))]
    story: dict[str, Any] = json.loads((story_path / "story.json").read_text(encoding="utf-8"))
    faults = [
        f"{story_path.name}/{fault}"
        for fault in chain(find_report_faults(reports), find_faults(story, reports))
    ]
    if faults:
        raise ValueError("\n".join(faults))
    gold = story | {
        "outlets": {report.name: report.details["outlet"] for report in reports},
        "attributions": [
            write_attribution(attribution, report=report)
            for report in reports
            for attribution in report.attributions
        ],
    }
    compiled = {_REPORTS / report.name: report.text.encode("utf-8") for report in reports}
    compiled[_GOLD] = (json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return compiled


def write_attribution(attribution: MarkedAttribution, *, report: MarkedReport) -> dict[str, Any]:
    """Write one attribution as a reading has it."""
    entry: dict[str, Any] = {
        "id": name_attribution(attribution, report=report),
        "report": report.name,
        "manner": attribution.manner,
        "act": attribution.act,
        "speaker": name_speakers(attribution),
        "content": [[*span] for span in attribution.content],
    }
    if attribution.alternatives:
        entry["or"] = [[[*span] for span in spans] for spans in attribution.alternatives]
    return entry | {
        "content_text": [span.of(report.text) for span in attribution.content],
        "source": attribution.source and [*attribution.source],
        "cue": attribution.cue and [*attribution.cue],
        "required": attribution.required,
    }


def name_speakers(attribution: MarkedAttribution) -> str | None:
    """Name the speakers of an attribution in one string, as a reading does; none when nobody knows."""
    return "; ".join(attribution.speakers) or None


def name_attribution(attribution: MarkedAttribution, *, report: MarkedReport) -> str:
    """Name an attribution in its pile: `01-3` is the third of report 01."""
    return f"{report.name.split('-')[0]}-{attribution.id}"


def find_report_faults(reports: list[MarkedReport]) -> Iterator[str]:
    """Find what is wrong in the reports beyond their form."""
    for report in reports:
        if not _REPORT_NAME.fullmatch(report.name):
            yield f"{report.name}: a report is named by two digits and words, as 01-courier.txt"
        if report.expect != "pass":
            yield f"{report.name}: a report of the sample has no failing reading"
        title, outlet = report.details.get("title"), report.details.get("outlet")
        if not title or title not in report.text:
            yield f"{report.name}: the header's title is not in the report"
        if not outlet:
            yield f"{report.name}: the header lacks an outlet"


def find_faults(story: Mapping[str, Any], reports: list[MarkedReport]) -> Iterator[str]:
    """Find what story.json says that the reports do not bear out."""
    yield from find_speaker_faults(story, reports)
    yield from find_statement_faults(story, reports)
    yield from find_event_faults(story, reports)
    yield from find_dating_faults(story["dating"], reports)
    yield from find_furniture_faults(story["furniture"], reports)


def find_statement_faults(story: Mapping[str, Any], reports: list[MarkedReport]) -> Iterator[str]:
    """Find groups that name no attribution, or that mix speakers."""
    speakers = {
        name_attribution(attribution, report=report): name_speakers(attribution)
        for report in reports
        for attribution in report.attributions
    }
    for group in story["same_statement"]:
        for variant in group["variants"]:
            if variant in speakers and speakers[variant] != group["speaker"]:
                yield f"story.json: same_statement {group['id']}: {variant} is said by {speakers[variant]}"
    named = {
        "same_statement": [group["variants"] for group in story["same_statement"]],
        "may_be_same": story["may_be_same"],
        "not_same": story["not_same"],
        "divergences": [
            [place for place in divergence["between"] if "-" in place] for divergence in story["divergences"]
        ],
    }
    for member, groups in named.items():
        for name in chain.from_iterable(groups):
            if name not in speakers:
                yield f"story.json: {member}: no attribution {name}"


def find_event_faults(story: Mapping[str, Any], reports: list[MarkedReport]) -> Iterator[str]:
    """Find reports without an event or with two, and reprints of reports that are not there."""
    names = sorted(report.name for report in reports)
    if sorted(name for event in story["events"] for name in event["reports"]) != names:
        yield "story.json: events: every report has exactly one event"
    for reprint in story["reprints"]:
        for end in sorted({"report", "of"} & reprint.keys()):
            if reprint[end] not in names:
                yield f"story.json: reprints: no report {reprint[end]}"


def find_dating_faults(
    datings: Mapping[str, Mapping[str, str]], reports: list[MarkedReport]
) -> Iterator[str]:
    """Find datings that are incomplete, or whose words the report does not have."""
    texts = {report.name: report.text for report in reports}
    if datings.keys() != texts.keys():
        yield "story.json: dating: every report is dated, be it by its truth alone"
    for name, dating in datings.items():
        if dating.keys() & {"date", "max_days", "truth"} not in ({"date", "max_days"}, {"truth"}):
            yield f"story.json: dating {name}: give date and max_days, or truth"
        for words in dating["says"].split("; "):
            if words not in texts.get(name, ""):
                yield f"story.json: dating {name}: the report does not say {words!r}"


def find_speaker_faults(story: Mapping[str, Any], reports: list[MarkedReport]) -> Iterator[str]:
    """Find speakers without an entry, and names that no report uses."""
    pile = "\n".join(report.text for report in reports).replace("’", "'").casefold()
    for report in reports:
        for attribution in report.attributions:
            yield from (
                f"{report.name}: {speaker!r} is not among the speakers of story.json"
                for speaker in attribution.speakers
                if speaker not in story["speakers"]
            )
            if len(attribution.speakers) > 1 and attribution.required:
                yield f"{report.name}: attribution {attribution.id} is joint, which score.py can only take as optional"
    for speaker, names in story["speakers"].items():
        for name in names:
            if name.casefold() not in pile:
                yield f"story.json: speakers: no report calls {speaker} {name!r}"
    yield from (
        f"story.json: accept: {speaker!r} is not a speaker"
        for speaker in story["accept"]
        if speaker not in story["speakers"]
    )


def find_furniture_faults(furniture: Mapping[str, list[str]], reports: list[MarkedReport]) -> Iterator[str]:
    """Find furniture that is no line of its report, or that stands inside what somebody said."""
    by_name = {report.name: report for report in reports}
    for name, lines in furniture.items():
        report = by_name.get(name)
        if report is None:
            yield f"story.json: furniture: no report {name}"
            continue
        said = [span.of(report.text) for attribution in report.attributions for span in attribution.content]
        for line in lines:
            if line not in report.text.splitlines():
                yield f"story.json: furniture {name}: no such line: {line!r}"
            elif any(line.strip()[:_SURROUNDINGS] in content for content in said):
                yield f"story.json: furniture {name}: part of an attribution: {line!r}"
