"""Reports read up to their chains and time expressions, and short ways to look at them."""

from collections.abc import Sequence
from functools import cache

from onrecord.annotate import Parser, annotate, load_parser
from onrecord.annotate.timexes import find_timexes
from onrecord.model import ids
from onrecord.model.annotation import Annotations, Chain, Kind, Mention
from onrecord.model.attribution import Reading
from onrecord.model.moment import Moment
from onrecord.model.report import Block, Report, Zone
from onrecord.model.span import Span, map_widths
from onrecord.settings import Settings


@cache
def parser() -> Parser:
    """Return the pinned pipeline, loaded once."""
    return load_parser(Settings().model)


def report(text: str, *, zones: Sequence[Zone] = (), published: Moment | None = None) -> Report:
    """Return a report whose lines are blocks: of `zones` as far as they go, then of the body."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            zone = zones[len(blocks)] if len(blocks) < len(zones) else Zone.BODY
            blocks.append(Block(span=Span(start, start + len(line)), zone=zone))
        start += len(line) + 1
    return Report(
        id=ids.report_id(text.encode()),
        paths=("report.txt",),
        text=text,
        offsets=map_widths([1] * len(text)),
        encoding="utf-8",
        blocks=tuple(blocks),
        published=published,
    )


def annotated(text: str, *, zones: Sequence[Zone] = ()) -> Annotations:
    """Return everything marked in `text`."""
    return annotate(report(text, zones=zones), parser())


def mentions(text: str) -> dict[str, Mention]:
    """Return the mentions of `text` by their characters."""
    return {mention.span.of(text): mention for mention in annotated(text).mentions}


def chains(text: str, *, zones: Sequence[Zone] = ()) -> list[list[str]]:
    """Return the characters of the mentions of each chain of `text`."""
    return [
        [mention.span.of(text) for mention in chain.mentions] for chain in annotated(text, zones=zones).chains
    ]


def reading(text: str, *, zones: Sequence[Zone] = (), published: Moment | None = None) -> Reading:
    """Return the reading of `text`, without attributions."""
    marked = annotated(text, zones=zones)
    return Reading(
        report=report(text, zones=zones, published=published),
        chains=marked.chains,
        timexes=marked.timexes,
        sentences=tuple(sentence.span for sentence in marked.sentences),
        attributions=(),
    )


def bare_reading(text: str, *, zones: Sequence[Zone] = (), published: Moment | None = None) -> Reading:
    """Return a reading with time expressions alone: each line is a sentence. Needs no model."""
    made = report(text, zones=zones, published=published)
    return Reading(
        report=made,
        chains=(),
        timexes=find_timexes(made, ()),
        sentences=tuple(block.span for block in made.blocks),
        attributions=(),
    )


def chain(
    report_id: str, name: str | None, *, kind: Kind = Kind.PERSON, roles: tuple[str, ...] = (), start: int = 0
) -> Chain:
    """Return a chain of one mention."""
    words = name or roles[0]
    span = Span(start, start + len(words))
    mention = Mention(span=span, kind=kind, name=name, role=roles[0] if roles else None)
    return Chain(
        id=ids.chain_id(report_id, span),
        report_id=report_id,
        kind=kind,
        name=name,
        names=(name,) if name else (),
        roles=roles,
        mentions=(mention,),
    )
