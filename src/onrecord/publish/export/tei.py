"""Statements as a critical apparatus in TEI P5 (https://tei-c.org/guidelines/p5, chapter 12): every report a witness.

Each statement is a paragraph in parallel segmentation: where wordings differ, an ``app`` with the base's words as ``lem`` and the
others' as ``rdg``; read straight through, a witness has exactly its words. What XML cannot carry has a visible stand-in, and the
header counts these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.export.apparatus import collate
from onrecord.publish.export.markup import DECLARATION, Markup, count_replaced, element, joined
from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.references import NO_TITLE, date_words, iso_day, known_day, published
from onrecord.publish.page.counting import counting_words
from onrecord.publish.page.pile import Pile, pile_of
from onrecord.publish.page.safe import language_tag, link_to
from onrecord.publish.page.statements import carried_words
from onrecord.publish.page.wording import outlet_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement
    from onrecord.publish.export.apparatus import Place
    from onrecord.publish.export.chosen import Chosen


def write_tei(contents: Contents, choice: Chosen) -> bytes:
    """Return the statements that `choice` is of, each as a paragraph with its apparatus; reports give the witnesses."""
    pile = pile_of(narrowed(contents, choice))
    statements = pile.contents.linked.statements
    members = [member for statement in statements for member in pile.members(statement)]
    body = element("body", None, *(_paragraph(pile, statement) for statement in statements))
    speaking = sorted({speaker for statement in statements for speaker in statement.speaker_ids})
    header = element(
        "teiHeader",
        None,
        element(
            "fileDesc",
            None,
            element("titleStmt", None, element("title", None, _title(choice))),
            element("publicationStmt", None, element("p", None, _made_with(contents))),
            element(
                "sourceDesc", None, element("listWit", None, *(_witness(pile, member) for member in members))
            ),
        ),
        _encoding(pile, members),
        *([_profile(pile, speaking)] if speaking else []),
    )
    root = element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0"}, header, element("text", None, body))
    return f"{DECLARATION}{root}\n".encode()


def _title(choice: Chosen) -> str:
    return f"What was said: {choice.part.value} {choice.id}".rstrip()


def _made_with(contents: Contents) -> str:
    return f"Exported from a record made with onrecord {contents.made_with.onrecord}; the words belong to their outlets."


def _encoding(pile: Pile, members: Iterable[Attribution]) -> Markup:
    lost = sum(count_replaced(_words(pile, member)) for member in members)
    told = (
        f"{lost} characters of these words have no form in XML; a visible sign stands for each."
        if lost
        else ""
    )
    return element(
        "encodingDesc",
        None,
        *([element("editorialDecl", None, element("p", None, told))] if told else []),
        element("variantEncoding", {"method": "parallel-segmentation", "location": "internal"}),
    )


def _profile(pile: Pile, speaking: Iterable[str]) -> Markup:
    people = (
        element("person", {"xml:id": speaker}, element("persName", None, pile.entities_by_id[speaker].name))
        for speaker in speaking
    )
    return element("profileDesc", None, element("particDesc", None, element("listPerson", None, *people)))


def _witness(pile: Pile, member: Attribution) -> Markup:
    report = pile.readings_by_id[member.report_id].report
    scopes = (
        element("biblScope", {"unit": "character", "from": str(span.start), "to": str(span.end)})
        for span in member.content
    )
    address = link_to(report.url)
    bibl = element(
        "bibl",
        None,
        element("publisher", None, outlet_words(report)),
        element("title", {"level": "a"}, report.title or NO_TITLE),
        _date(published(pile.contents, report)),
        *scopes,
        element("idno", {"type": "onrecord"}, report.id),
        *([element("ptr", {"target": address})] if address else []),
        element("note", {"type": "manner"}, member.manner.value),
        element("note", {"type": "level"}, member.judgement.level.value),
        *(_quoted(report, member)),
    )
    return element("witness", {"xml:id": member.id}, bibl)


def _quoted(report: Report, member: Attribution) -> list[Markup]:
    """Tell which of the words the report has between quotation marks, where these are not all."""
    return [
        element("note", {"type": "quoted"}, element("quote", None, span.of(report.text)))
        for span in member.quoted
    ]


def _date(moment: Moment | None) -> Markup:
    day = iso_day(known_day(moment))
    if day:
        return element("date", {"when": day}, date_words(moment))
    bounds = {
        "notBefore": moment.earliest.isoformat() if moment and moment.earliest else "",
        "notAfter": moment.latest.isoformat() if moment and moment.latest else "",
    }
    return element("date", {name: value for name, value in bounds.items() if value}, date_words(moment))


def _paragraph(pile: Pile, statement: Statement) -> Markup:
    members = pile.members(statement)
    base = pile.readings_by_id[members[0].report_id].report
    attributes = {"xml:id": statement.id}
    language = language_tag(base.language)
    if language:
        attributes["xml:lang"] = language
    said = {"who": " ".join(f"#{speaker}" for speaker in statement.speaker_ids)}
    words = [_words(pile, member) for member in members]
    pieces = [_piece(place, members) for place in collate(words)]
    carried = "; ".join([carried_words(statement), *counting_words(pile, statement)])
    return element(
        "p",
        attributes,
        element("said", said if statement.speaker_ids else None, *pieces),
        element("note", {"type": "sources"}, carried),
    )


def _words(pile: Pile, member: Attribution) -> str:
    text = pile.readings_by_id[member.report_id].report.text
    return " ".join(span.of(text) for span in member.content)


def _piece(place: Place, members: Sequence[Attribution]) -> str:
    if place.is_agreed:
        return place.readings[0]
    by_words: dict[str, list[str]] = {}
    for words, member in zip(place.readings, members, strict=True):
        by_words.setdefault(words, []).append(f"#{member.id}")
    readings = [
        element("rdg" if number else "lem", {"wit": " ".join(witnesses)}, words)
        for number, (words, witnesses) in enumerate(by_words.items())
    ]
    return element("app", None, joined(*readings))
