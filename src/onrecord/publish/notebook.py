"""A statement, event, story or speaker as a notebook shows it: words, sources and notes, in HTML that runs nothing.

>>> from onrecord.publish.notebook import show  # doctest: +SKIP
>>> show(record, statement="S3")  # doctest: +SKIP

The tables of a record are `Record.table`. Nothing heavy is loaded before it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from onrecord.publish.export.markup import Markup, element, joined
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.contents import Contents
    from onrecord.publish.export.brief import Brief, Fact, Item, Section, Told
    from onrecord.publish.export.notes import Note
    from onrecord.publish.page.pieces import Run


class HasContents(Protocol):
    """What `show` needs of a record."""

    def contents(self) -> Contents:
        """Return everything the record holds."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief for a notebook: it draws itself in HTML, and says the same in Markdown."""

    brief: Brief
    markdown: str

    def _repr_html_(self) -> str:
        """Return the HTML that Jupyter and its kin show; styles stand in attributes, and there is no script."""
        return drawn(self.brief)

    def _repr_markdown_(self) -> str:
        """Return the same as Markdown with footnotes."""
        return self.markdown


def show(
    record: HasContents,
    *,
    statement: str | None = None,
    event: str | None = None,
    story: str | None = None,
    speaker: str | None = None,
) -> Shown:
    """Return one part of `record`, or with none named the whole of it, for a notebook to show.

    Args:
        record: an open record.
        statement: its id, the start of it, or its number (S3).
        event: its id, the start of it, or its number (E1).
        story: its id or the start of it.
        speaker: a whole name, or an id.

    Raises:
        RecordError: when the record has no such part, or several that fit.
        ValueError: when several parts are named.
    """
    from onrecord.publish.export.brief_markdown import as_markdown
    from onrecord.publish.export.briefing import brief_of
    from onrecord.publish.export.chosen import Part, find_chosen

    named = {Part.STATEMENT: statement, Part.EVENT: event, Part.STORY: story, Part.SPEAKER: speaker}
    given = [(part, wanted) for part, wanted in named.items() if wanted is not None]
    if len(given) > 1:
        raise ValueError(f"one part at a time, not {' and '.join(part.value for part, _ in given)}")
    part, wanted = given[0] if given else (Part.RECORD, "")
    contents = record.contents()
    brief = brief_of(contents, find_chosen(contents, part, wanted))
    return Shown(brief=brief, markdown=as_markdown(brief))


_SERIF = "font-family:Charter,Cambria,Georgia,serif"
_SOFT = "margin:.3em 0;opacity:.72;font-size:90%"
_BASE = (
    f"margin:.3em 0;padding-inline-start:.8em;border-inline-start:4px solid #2d6ca2;font-size:112%;{_SERIF}"
)
_REPORTED = _BASE.replace("4px solid #2d6ca2", "4px dotted #767d86")
_VARIANT = (
    f"margin:.3em 0 .3em 1.2em;padding-inline-start:.8em;border-inline-start:1px solid #767d86;{_SERIF}"
)
_EXACT = f"white-space:pre-wrap;unicode-bidi:isolate;{_SERIF}"


def drawn(brief: Brief) -> Markup:
    """Return `brief` as a piece of HTML for within another page."""
    notes = element("ol", {"style": "font-size:88%"}, *(_note(note) for note in brief.notes))
    return element(
        "article",
        {"style": "max-width:46em;line-height:1.45"},
        _line("h3", brief.title),
        _line("p", brief.lead, style=_SOFT),
        *([_line("p", brief.limit)] if brief.limit else []),
        *_facts(brief.facts),
        *(piece for section in brief.sections for piece in _section(section)),
        *(_line("p", f"{one.slot}: {_sides(one.sides)}", style=_SOFT) for one in brief.differing),
        *([notes] if brief.notes else []),
    )


def _line(name: str, text: str, *, style: str = "") -> Markup:
    return element(name, {"style": style} if style else None, printed(text))


def _sides(sides: Iterable[Fact]) -> str:
    return "; ".join(f"{side.label}: {side.words} {_numbers(side.notes)}" for side in sides)


def _numbers(notes: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in notes)


def _facts(facts: Iterable[Fact]) -> list[Markup]:
    return [_line("p", f"{fact.label}: {fact.words} {_numbers(fact.notes)}", style=_SOFT) for fact in facts]


def _section(section: Section) -> list[Markup]:
    return [
        _line("h4", section.heading),
        *_facts(section.facts),
        *(piece for item in section.items for piece in _item(item)),
    ]


def _item(item: Item) -> list[Markup]:
    roles = "".join(f", {role.words} {_numbers(role.notes)}" for role in item.described)
    when = f" · {item.when}" if item.when else ""
    sources = f"{item.wordings[0].quotation}; {item.carried}."
    return [
        element("p", None, _line("b", item.speaker), printed(f"{roles}{when}")),
        *(piece for place, told in enumerate(item.wordings) for piece in _told(told, is_base=place == 0)),
        _line("p", " ".join([sources, *item.counting]), style=_SOFT),
    ]


def _told(told: Told, *, is_base: bool) -> list[Markup]:
    reported = told.quotation.startswith("reported")
    style = _VARIANT if not is_base else _REPORTED if reported else _BASE
    raised = element("sup", None, _numbers(told.notes))
    credit = [_line("i", f"{told.credit}:", style=_SOFT), " "] if told.credit else []
    words = element("p", {"style": style, **_tongue(told)}, *credit, _words(told.runs), raised)
    if is_base:
        return [words]
    changes = "; ".join(
        f"{one.what} {one.words}{f' for {one.instead}' if one.instead else ''}" for one in told.changes
    )
    more = changes or told.more
    how = f"{told.relation}, {told.quotation}{f': {more}' if more else ''}"
    return [words, _line("p", how, style=f"{_SOFT};margin-inline-start:1.2em")]


def _words(runs: Iterable[Run]) -> Markup:
    return element(
        "span", {"style": _EXACT}, *(printed(f"{run.opens}{run.text}{run.closes}") for run in runs)
    )


def _tongue(one: Told | Note) -> dict[str, str]:
    return {"dir": one.direction, **({"lang": one.language} if one.language else {})}


def _note(note: Note) -> Markup:
    said = f"{note.manner}; {note.level}; " if note.manner else ""
    signs = f" A sign stands for {note.signs} of these characters." if note.signs else ""
    where = f"{said}{note.place} of {note.report_id}.{signs} "
    link = element("a", {"href": note.url, "rel": "noreferrer"}, note.url) if note.url else Markup()
    return element(
        "li",
        None,
        printed(f"{note.outlet}, "),
        _line("cite", note.title),
        f", {note.date}: ",
        *(element("span", _tongue(note), _words(one), " ") for one in note.ranges),
        element("div", {"style": _SOFT}, where, joined(link)),
    )
