"""A brief as Markdown with footnotes, as GitHub, pandoc and many editorial systems read it.

The words of reports are escaped, so that nothing in them is mark-up. What would break a line or be swallowed at its edge stands as
a character reference, which every reader turns into that very character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.publish.export.brief import HOW_COUNTED, HOW_QUOTED
from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model.contents import Contents
    from onrecord.publish.export.brief import Brief, Fact, Item, Section, Told
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.notes import Note, Range

_MARKS = re.compile(r"[\\`*_{}\[\]<>&#|~^!$@]")
_EMOJI = re.compile(r":(?=\w+:)")
_EDGES = re.compile(r"^ +| +$")
_BREAKS = str.maketrans({"\n": "&#10;", "\t": "&#9;"})
_NUMBERED = re.compile(r"^(\d+)([.)])")


def write_brief_markdown(contents: Contents, choice: Chosen) -> bytes:
    """Return the brief of what `choice` is of, in UTF-8."""
    return as_markdown(brief_of(contents, choice)).encode("utf-8")


def as_markdown(brief: Brief) -> str:
    """Return `brief` as Markdown."""
    return "\n\n".join(_blocks(brief)) + "\n"


def escaped(text: str) -> str:
    r"""Return `text` as Markdown that shows exactly it, on one line.

    >>> escaped("*3* [x]\n1. <b>")
    '\\*3\\* \\[x\\]&#10;1. \\<b\\>'
    """
    plain = _EMOJI.sub(r"\\:", _MARKS.sub(r"\\\g<0>", printed(text)))
    plain = _NUMBERED.sub(r"\1\\\2", plain)
    plain = re.sub(r"^([-+=])", r"\\\1", plain)
    plain = _EDGES.sub(lambda found: "&#32;" * len(found[0]), plain)
    return plain.translate(_BREAKS)


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield (
        f"*Brief of one {brief.kind}.* {escaped(brief.lead)}"
        if brief.kind != "record"
        else escaped(brief.lead)
    )
    if brief.limit:
        yield f"**{escaped(brief.limit)}**"
    yield from _facts(brief.facts)
    for section in brief.sections:
        yield from _section(section)
    if brief.differing:
        yield "## Where reports differ"
        for differing in brief.differing:
            sides = "; ".join(
                f"{escaped(side.label)}: *{_edged(side.words)}*{_refs(side.notes)}"
                for side in differing.sides
            )
            yield f"- {differing.slot.capitalize()}. {sides}"
    yield "## How to read this"
    yield escaped(HOW_COUNTED)
    yield escaped(HOW_QUOTED)
    yield "## Reports cited"
    yield from (f"- {escaped(fact.label)}: {escaped(fact.words)}" for fact in brief.reports)
    yield f"Made with {escaped(brief.made_with)}. The words of reports belong to their outlets."
    yield from (_note(note) for note in brief.notes)


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    lines = [f"- {fact.label}: {escaped(fact.words)}{_refs(fact.notes)}" for fact in facts]
    if lines:
        yield "\n".join(lines)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    yield from _facts(section.facts)
    for item in section.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    roles = "".join(f", {escaped(role.words)}{_refs(role.notes)}" for role in item.described)
    when = f" ({escaped(item.when)})" if item.when else ""
    if item.speaker or when:
        yield f"**{_edged(item.speaker)}**{roles}{when}" if item.speaker else when.strip()
    for number, told in enumerate(item.wordings):
        words = escaped("".join(f"{run.opens}{run.text}{run.closes}" for run in told.runs))
        if number:
            yield f"{told.relation.capitalize()}, {told.quotation}{_changes(told)}"
        credit = f"*{_edged(told.credit)}:* " if told.credit else ""
        yield f"> {credit}{words}{_refs(told.notes)}"
    first = item.wordings[0].quotation.capitalize()
    yield f"{first}; {escaped(item.carried)}. {' '.join(map(escaped, item.counting))}".rstrip()


def _changes(told: Told) -> str:
    if not told.changes:
        return f": {escaped(told.more)}" if told.more else ":"
    told_changes = [
        f"{change.what} *{_edged(change.words)}*{f' for *{_edged(change.instead)}*' if change.instead else ''}"
        for change in told.changes
    ]
    return f" ({'; '.join(told_changes)}):"


def _edged(words: str) -> str:
    """Return words for between marks of emphasis, which must not touch a blank."""
    return escaped(" ".join(words.split()))


def _refs(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _note(note: Note) -> str:
    said = f"{note.manner.capitalize()}; {note.level}; " if note.manner else ""
    signs = (
        f" A sign stands for {note.signs} of these characters, which no page can show." if note.signs else ""
    )
    head = f"{escaped(note.outlet)}, *{_edged(note.title)}*, {escaped(note.date)}:"
    place = f"{said}{note.place} of {note.report_number} {note.report_id}.{signs}"
    address = f"    {_address(note.url)}" if note.url else ""
    quoted = "\n    >\n".join(f"    > {_range(one)}" for one in note.ranges)
    paragraphs = [f"[^{note.number}]: {head}", quoted, f"    {escaped(place)}", address]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _range(one: Range) -> str:
    return escaped("".join(f"{run.opens}{run.text}{run.closes}" for run in one))


def _address(url: str) -> str:
    return f"<{url}>"
