"""A reader that costs next to nothing, for tests of what becomes of readings: marks “words,” Name said and no more.

`python -m support.cheap add FILE PATH...` is the command line with it.
"""

from __future__ import annotations

import random
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from onrecord import clean, growing, pipeline, reading, repairing
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.contents import ModelCard
from onrecord.model.span import Span
from onrecord.pipeline import Tools
from onrecord.reading import Outcome, Reader

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from onrecord.model.report import Capture, Report
    from onrecord.settings import Settings

SPEECH = re.compile(r"“([^”]+)” ([A-Z][a-z]+ [A-Z][a-z]+) said")
NAMES = ("Ana Velik", "Orla Fennimore", "Teodor Varga", "Ruta Lindqvist", "Marek Dunne", "Wilma Stray")
THINGS = ("ferry", "harbour", "lighthouse", "breakwater", "fish market", "slipway", "dredger", "pilot boat")
DOINGS = ("will open in May", "needs new piles", "was shut for a week", "costs too much", "stays where it is")
PLACES = ("Lundholm", "Orrin Bay", "Skerry Point", "Tarn Haven")


class CheapParser:
    """Stands for a parser; only its card is asked for."""

    card = ModelCard(name="cheap", version="1", sha256="0" * 64)


def cheap_tools(settings: Settings) -> Tools:
    """Return tools that read cheaply, whatever the settings."""
    del settings
    parser: Any = CheapParser()
    return Tools(Reader(parser), None)


def read_cheaply(reader: Reader, capture: Capture) -> Outcome:
    """Read a capture by its quotation marks alone."""
    del reader
    report, problems = clean.read_report(capture)
    if report is None:
        return Outcome(None, problems)
    found = [(match, _chain_id(report, match)) for match in SPEECH.finditer(report.text)]
    firsts: dict[str, re.Match[str]] = {}
    for match, _ in found:
        firsts.setdefault(match[2], match)
    chains = {name: _chain(report, name, first) for name, first in firsts.items()}
    return Outcome(
        Reading(
            report=report,
            chains=tuple(chains.values()),
            timexes=(),
            sentences=tuple(block.span for block in report.blocks),
            attributions=tuple(_attribution(report, match, chains[match[2]].id) for match, _ in found),
            problems=problems,
        )
    )


def _chain_id(report: Report, match: re.Match[str]) -> str:
    return ids.chain_id(report.id, Span(*match.span(2)))


def _chain(report: Report, name: str, match: re.Match[str]) -> Chain:
    mention = Mention(span=Span(*match.span(2)), kind=Kind.PERSON, name=name)
    return Chain(
        id=_chain_id(report, match),
        report_id=report.id,
        kind=Kind.PERSON,
        name=name,
        names=(name,),
        roles=(),
        mentions=(mention,),
    )


def _attribution(report: Report, match: re.Match[str], chain_id: str) -> Attribution:
    content = (Span(*match.span(1)),)
    return Attribution(
        id=ids.attribution_id(report.id, content),
        report_id=report.id,
        content=content,
        quoted=content,
        manner=Manner.DIRECT,
        act=Act.ASSERTION,
        cue=None,
        source=Span(*match.span(2)),
        speakers=(chain_id,),
        judgement=Judgement(rule="cheap", because=(), level=Level.CERTAIN),
    )


@contextmanager
def cheap_reading() -> Generator[None]:
    """Let build and add read cheaply."""
    with (
        mock.patch.object(pipeline, "load_tools", cheap_tools),
        mock.patch.object(growing, "load_tools", cheap_tools),
        mock.patch.object(repairing, "load_tools", cheap_tools),
        mock.patch.object(reading, "read_capture", read_cheaply),
    ):
        yield


def write_notes(folder: Path, count: int, *, seed: int) -> list[Path]:
    """Write `count` short reports, some of them about the same, into `folder`; the same seed writes the same."""
    dice = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for number in range(count):
        thing, place = dice.choice(THINGS), dice.choice(PLACES)
        lines = [
            f"The {thing} of {place}",
            f"Number {dice.randrange(10**6)} of the harbour notes is on the {thing}.",
        ]
        for _ in range(dice.randint(1, 3)):
            name, doing = dice.choice(NAMES), dice.choice(DOINGS)
            lines.append(f"“The {thing} of {place} {doing},” {name} said.")
        path = folder / f"{number:05}.txt"
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    from onrecord.publish.cli.app import run
    from onrecord.record.contents import inbox

    # Many short steps, so that a process can be killed between any two of them.
    with cheap_reading(), mock.patch.object(inbox, "AT_ONCE", 8):
        sys.stderr.write("ready\n")
        sys.stderr.flush()
        run()
