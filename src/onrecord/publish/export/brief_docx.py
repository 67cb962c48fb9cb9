"""A brief as a Word document with real footnotes, which an editor can move about with the words that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.export.brief import HOW_COUNTED, HOW_QUOTED
from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.docx_parts import (
    CONTENT_TYPES,
    DOCUMENT_LINKS,
    LINKS,
    NAMESPACES,
    PACKAGE,
    ROOT_LINKS,
    SETTINGS,
    STYLES,
    archive_of,
    core_properties,
)
from onrecord.publish.export.docx_runs import paragraph, run, words
from onrecord.publish.export.markup import Markup, element
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model.contents import Contents
    from onrecord.publish.export.brief import Brief, Fact, Item, Section, Told
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.notes import Note

_LINK = "rIdNote"


def write_brief_docx(contents: Contents, choice: Chosen) -> bytes:
    """Return the brief of what `choice` is of as the bytes of a .docx file; the same contents give the same bytes."""
    brief = brief_of(contents, choice)
    body = _Body()
    paragraphs = list(body.of(brief))
    page = element(
        "w:sectPr",
        None,
        element("w:pgSz", {"w:w": "11906", "w:h": "16838"}),
        element(
            "w:pgMar",
            {
                "w:top": "1247", "w:right": "1304", "w:bottom": "1247", "w:left": "1304",
                "w:header": "709", "w:footer": "709", "w:gutter": "0",
            },
        ),
    )  # fmt: skip
    return archive_of(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": ROOT_LINKS,
            "docProps/core.xml": core_properties(printed(brief.title), brief.made_with),
            "word/document.xml": element(
                "w:document", NAMESPACES, element("w:body", None, *paragraphs, page)
            ),
            "word/_rels/document.xml.rels": DOCUMENT_LINKS,
            "word/styles.xml": STYLES,
            "word/settings.xml": SETTINGS,
            "word/footnotes.xml": _footnotes(brief.notes),
            "word/_rels/footnotes.xml.rels": _addresses(brief.notes),
        }
    )


class _Body:
    """Writes paragraphs; of a note that is referred to again, only its number."""

    def __init__(self) -> None:
        self._met: set[int] = set()

    def of(self, brief: Brief) -> Iterator[Markup]:
        """Yield all paragraphs of the document."""
        yield paragraph("Kicker", run(f"BRIEF · {brief.kind.upper()}"))
        yield paragraph("Title", run(brief.title))
        yield paragraph("Lead", run(brief.lead))
        if brief.limit:
            yield paragraph("Normal", run(brief.limit, bold=True))
        yield from self._facts(brief.facts)
        for section in brief.sections:
            yield from self._section(section)
        if brief.differing:
            yield paragraph("Heading1", run("Where reports differ"))
        for differing in brief.differing:
            pieces = [run(f"{differing.slot.capitalize()}. ")]
            for number, side in enumerate(differing.sides):
                pieces += [run(f"{'; ' if number else ''}{side.label}: "), run(side.words, italic=True)]
                pieces += self._refs(side.notes)
            yield paragraph("Normal", *pieces)
        yield paragraph("Heading1", run("How to read this"))
        yield paragraph("Small", run(HOW_COUNTED))
        yield paragraph("Small", run(HOW_QUOTED))
        if brief.reports:
            yield paragraph("Heading1", run("Reports cited"))
        for fact in brief.reports:
            yield paragraph("Fact", run(f"{fact.label}: "), run(fact.words))
        yield paragraph(
            "Small", run(f"Made with {brief.made_with}. The words of reports belong to their outlets.")
        )

    def _facts(self, facts: Iterable[Fact]) -> Iterator[Markup]:
        for fact in facts:
            yield paragraph(
                "Fact", run(f"{fact.label}: ", bold=True), run(fact.words), *self._refs(fact.notes)
            )

    def _section(self, section: Section) -> Iterator[Markup]:
        yield paragraph("Heading1", run(section.heading))
        yield from self._facts(section.facts)
        for item in section.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[Markup]:
        head = [run(item.speaker)]
        for role in item.described:
            head += [run(f", {role.words}", bold=False), *self._refs(role.notes)]
        if item.when:
            head.append(run(f" · {item.when}" if item.speaker else item.when, bold=False))
        if item.speaker or item.when:
            yield paragraph("Heading2", *head)
        for number, told in enumerate(item.wordings):
            reported = told.quotation.startswith("reported")
            style = "Variant" if number else "Reported" if reported else "Quote"
            credit = [run(f"{told.credit}: ", italic=True, told=told)] if told.credit else []
            yield paragraph(style, *credit, *words(told.runs, told), *self._refs(told.notes), told=told)
            if number:
                yield paragraph("Changes", *_changes(told))
        sources = f"{item.wordings[0].quotation.capitalize()}; {item.carried}."
        yield paragraph("Small", run(" ".join([sources, *item.counting])))

    def _refs(self, numbers: Iterable[int]) -> list[Markup]:
        return [self._ref(number, first=not place) for place, number in enumerate(numbers)]

    def _ref(self, number: int, *, first: bool) -> Markup:
        raised = element("w:rPr", None, element("w:rStyle", {"w:val": "FootnoteReference"}))
        gap = [] if first else [element("w:t", {"xml:space": "preserve"}, " ")]
        if number in self._met:
            return element("w:r", None, raised, *gap, element("w:t", None, str(number)))
        self._met.add(number)
        return element("w:r", None, raised, *gap, element("w:footnoteReference", {"w:id": str(number)}))


def _changes(told: Told) -> Iterator[Markup]:
    yield run(f"{told.relation.capitalize()}, {told.quotation}{': ' if told.changes or told.more else '.'}")
    if told.more:
        yield run(told.more)
    for number, change in enumerate(told.changes, 1):
        yield run(f"{change.what} ")
        yield run(change.words, italic=True, told=told)
        if change.instead:
            yield run(" for ")
            yield run(change.instead, italic=True, told=told)
        yield run("." if number == len(told.changes) else "; ")


def _footnotes(notes: Sequence[Note]) -> Markup:
    lines = (("separator", "-1", "w:separator"), ("continuationSeparator", "0", "w:continuationSeparator"))
    ruled = (
        element(
            "w:footnote",
            {"w:type": kind, "w:id": number},
            element("w:p", None, element("w:r", None, element(line))),
        )
        for kind, number, line in lines
    )
    return element("w:footnotes", NAMESPACES, *ruled, *(_footnote(note) for note in notes))


def _footnote(note: Note) -> Markup:
    """Return the note: where, the exact words with a paragraph for each range, and how they were read."""
    raised = element("w:rPr", None, element("w:rStyle", {"w:val": "FootnoteReference"}))
    said = f"{note.manner.capitalize()}; {note.level}; " if note.manner else ""
    signs = (
        f" A sign stands for {note.signs} of these characters, which no page can show." if note.signs else ""
    )
    head = paragraph(
        "FootnoteText",
        element("w:r", None, raised, element("w:footnoteRef")),
        run(f" {note.outlet}, ", bold=True),
        run(note.title, italic=True),
        run(f", {note.date}:"),
    )
    exact = [paragraph("FootnoteText", *words(one, note), told=note) for one in note.ranges]
    link = [_linked(note)] if note.url else []
    place = run(f"{said}{note.place} of {note.report_number} {note.report_id}.{signs} ")
    where = paragraph("FootnoteText", place, *link)
    return element("w:footnote", {"w:id": str(note.number)}, head, *exact, where)


def _linked(note: Note) -> Markup:
    style = element("w:rPr", None, element("w:rStyle", {"w:val": "Hyperlink"}))
    words = element("w:t", None, note.url or "")
    return element("w:hyperlink", {"r:id": f"{_LINK}{note.number}"}, element("w:r", None, style, words))


def _addresses(notes: Iterable[Note]) -> Markup:
    return element(
        "Relationships",
        {"xmlns": f"{PACKAGE}/relationships"},
        *(
            element(
                "Relationship",
                {
                    "Id": f"{_LINK}{note.number}",
                    "Type": f"{LINKS}/hyperlink",
                    "Target": note.url,
                    "TargetMode": "External",
                },
            )
            for note in notes
            if note.url
        ),
    )
