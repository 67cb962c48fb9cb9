"""The parts of a Word document that are the same in every brief, and the archive that holds all (ECMA-376, Office Open XML).

Nothing of it tells a time: entries of the archive have the earliest day that one can have, and the properties no day at all.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from onrecord.publish.export.markup import DECLARATION, Markup, element

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = {"xmlns:w": WORD, "xmlns:r": LINKS}
EARLIEST = (1980, 1, 1, 0, 0, 0)
SERIF, SANS = "Cambria", "Calibri"
INK, SOFT, MARK = "16191D", "50575F", "2D6CA2"

CONTENT_TYPES = element(
    "Types",
    {"xmlns": f"{PACKAGE}/content-types"},
    element(
        "Default",
        {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"},
    ),
    element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
    *(
        element("Override", {"PartName": f"/{name}", "ContentType": kind})
        for name, kind in (
            ("word/document.xml", f"{TYPES}.document.main+xml"),
            ("word/styles.xml", f"{TYPES}.styles+xml"),
            ("word/settings.xml", f"{TYPES}.settings+xml"),
            ("word/footnotes.xml", f"{TYPES}.footnotes+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        )
    ),
)
ROOT_LINKS = element(
    "Relationships",
    {"xmlns": f"{PACKAGE}/relationships"},
    element("Relationship", {"Id": "rId1", "Type": f"{LINKS}/officeDocument", "Target": "word/document.xml"}),
    element(
        "Relationship",
        {
            "Id": "rId2",
            "Type": f"{PACKAGE}/relationships/metadata/core-properties",
            "Target": "docProps/core.xml",
        },
    ),
)
DOCUMENT_LINKS = element(
    "Relationships",
    {"xmlns": f"{PACKAGE}/relationships"},
    *(
        element("Relationship", {"Id": f"rId{number}", "Type": f"{LINKS}/{name}", "Target": f"{name}.xml"})
        for number, name in enumerate(("styles", "settings", "footnotes"), 1)
    ),
)


def _val(name: str, value: str) -> Markup:
    return element(name, {"w:val": value})


def _style(kind: str, name: str, title: str, *inside: Markup, based: str = "") -> Markup:
    attributes = {"w:type": kind, "w:styleId": name}
    if not based and kind == "paragraph":
        attributes["w:default"] = "1"
    basis = [_val("w:basedOn", based)] if based else []
    return element("w:style", attributes, _val("w:name", title), *basis, element("w:qFormat"), *inside)


def _font(name: str, *, size: float, colour: str = INK, bold: bool = False) -> Markup:
    half_points = str(round(2 * size))
    return element(
        "w:rPr",
        None,
        element("w:rFonts", {"w:ascii": name, "w:hAnsi": name, "w:cs": name}),
        *([element("w:b")] if bold else []),
        _val("w:color", colour),
        _val("w:sz", half_points),
        _val("w:szCs", half_points),
    )


def _spaced(before: int, after: int, *inside: Markup, keep: bool = False) -> Markup:
    """Return paragraph properties; distances in points."""
    return element(
        "w:pPr",
        None,
        *([element("w:keepNext")] if keep else []),
        *[one for one in inside if one.startswith("<w:pBdr")],
        element(
            "w:spacing",
            {"w:before": str(20 * before), "w:after": str(20 * after), "w:line": "276", "w:lineRule": "auto"},
        ),
        *[one for one in inside if not one.startswith("<w:pBdr")],
    )


def _bar(kind: str, colour: str) -> Markup:
    border = element("w:left", {"w:val": kind, "w:sz": "24", "w:space": "10", "w:color": colour})
    return element("w:pBdr", None, border)


def _indented(points: int) -> Markup:
    return element("w:ind", {"w:left": str(20 * points)})


STYLES = element(
    "w:styles",
    NAMESPACES,
    element("w:docDefaults", None, element("w:rPrDefault", None, _font(SANS, size=10.5))),
    _style("paragraph", "Normal", "Normal", _spaced(0, 4)),
    _style(
        "paragraph",
        "Kicker",
        "Kicker",
        _spaced(0, 0),
        _font(SANS, size=9, colour=MARK, bold=True),
        based="Normal",
    ),
    _style(
        "paragraph",
        "Title",
        "Title",
        _spaced(0, 6, keep=True),
        _font(SERIF, size=24, bold=True),
        based="Normal",
    ),
    _style("paragraph", "Lead", "Lead", _spaced(0, 8), _font(SERIF, size=12), based="Normal"),
    _style(
        "paragraph",
        "Heading1",
        "heading 1",
        _spaced(18, 4, element("w:outlineLvl", {"w:val": "0"}), keep=True),
        _font(SERIF, size=15, bold=True),
        based="Normal",
    ),
    _style(
        "paragraph",
        "Heading2",
        "heading 2",
        _spaced(12, 2, element("w:outlineLvl", {"w:val": "1"}), keep=True),
        _font(SANS, size=10.5, bold=True),
        based="Normal",
    ),
    _style("paragraph", "Fact", "Fact", _spaced(0, 1), _font(SANS, size=10), based="Normal"),
    _style(
        "paragraph",
        "Quote",
        "Quote",
        _spaced(2, 4, _bar("single", MARK), _indented(14)),
        _font(SERIF, size=12.5),
        based="Normal",
    ),
    _style(
        "paragraph",
        "Reported",
        "Reported",
        _spaced(2, 4, _bar("dotted", SOFT), _indented(14)),
        _font(SERIF, size=12.5),
        based="Normal",
    ),
    _style(
        "paragraph", "Variant", "Variant", _spaced(4, 0, _indented(28)), _font(SERIF, size=11), based="Normal"
    ),
    _style(
        "paragraph",
        "Changes",
        "Changes",
        _spaced(0, 4, _indented(28)),
        _font(SANS, size=9.5, colour=SOFT),
        based="Normal",
    ),
    _style("paragraph", "Small", "Small", _spaced(0, 4), _font(SANS, size=9.5, colour=SOFT), based="Normal"),
    _style("paragraph", "FootnoteText", "footnote text", _spaced(0, 3), _font(SANS, size=9), based="Normal"),
    element(
        "w:style",
        {"w:type": "character", "w:styleId": "FootnoteReference"},
        _val("w:name", "footnote reference"),
        element("w:rPr", None, _val("w:vertAlign", "superscript")),
    ),
    element(
        "w:style",
        {"w:type": "character", "w:styleId": "Hyperlink"},
        _val("w:name", "Hyperlink"),
        element("w:rPr", None, _val("w:color", "0B4F86"), _val("w:u", "single")),
    ),
)
SETTINGS = element(
    "w:settings",
    NAMESPACES,
    element(
        "w:footnotePr",
        None,
        element("w:footnote", {"w:id": "-1"}),
        element("w:footnote", {"w:id": "0"}),
    ),
    element(
        "w:compat",
        None,
        element(
            "w:compatSetting",
            {
                "w:name": "compatibilityMode",
                "w:uri": "http://schemas.microsoft.com/office/word",
                "w:val": "15",
            },
        ),
    ),
)


def core_properties(title: str, made_with: str) -> Markup:
    """Return the properties of the document: a title and what made it, no author and no day."""
    return element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
        element("dc:title", None, title),
        element("dc:creator", None, made_with),
    )


def archive_of(parts: Mapping[str, Markup]) -> bytes:
    """Return the archive of `parts`, by name in their order; the same parts give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, f"{DECLARATION}{part}".encode())
    return target.getvalue()
