"""PDF and Word documents: their text, made into a JSON line; no way leads back to their bytes.

Of a PDF the text layer is read page by page (pypdf); a scan has none. Of a Word document paragraphs, headings and tables
are read in order (python-docx). Days in a document's properties are those of the file, never of publishing, and are not
taken.
"""

from __future__ import annotations

import html
import io
import logging
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from onrecord.ingest.items import capture_item
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Capture

LARGEST_PAGES: Final = 500
"""Pages of a PDF that are read; a longer one is a book."""
LARGEST_TEXT: Final = 5_000_000
"""Characters of a document that are read."""


def read_pdf(payload: bytes, locator: str) -> Iterator[Capture | Problem]:
    """Yield the capture of a PDF that has a text layer, and a problem where it has none or more than is read."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pypdf: Any = import_module("pypdf")
    try:
        reader: Any = pypdf.PdfReader(io.BytesIO(payload))
        if reader.is_encrypted and not reader.decrypt(""):
            yield _problem("ingest.locked", locator, "is locked by a password; save it without one")
            return
        pages = [page.extract_text() or "" for page in islice(reader.pages, LARGEST_PAGES)]
        count = len(reader.pages)
        metadata: Any = reader.metadata
        title = str(metadata.get("/Title") or "").strip() if metadata else ""
    except Exception as error:  # noqa: BLE001 - a damaged PDF fails in whatever its objects are taken for
        yield _damaged(locator, error)
        return
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        yield _problem(
            "ingest.no-words", locator, "holds no text, only pictures; have its letters recognised first"
        )
        return
    if count > LARGEST_PAGES or len(text) > LARGEST_TEXT:
        message = (
            f"has {count} pages; only the first {LARGEST_PAGES}, and {LARGEST_TEXT} characters, are read"
        )
        yield _problem("ingest.too-large", locator, message)
    yield capture_item({"text": text[:LARGEST_TEXT], "title": title}, locator)


def read_docx(payload: bytes, locator: str) -> Iterator[Capture | Problem]:
    """Yield the capture of a Word document, and a problem where it holds no text or is damaged."""
    docx: Any = import_module("docx")
    try:
        document: Any = docx.Document(io.BytesIO(payload))
        parts = [part for block in document.iter_inner_content() for part in _read_block(block)]
        title = str(document.core_properties.title or "").strip()
    except Exception as error:  # noqa: BLE001 - a damaged document fails in whatever its parts are taken for
        yield _damaged(locator, error)
        return
    markup = "\n".join(parts)
    if not markup:
        yield _problem("ingest.no-words", locator, "holds no text")
    else:
        if len(markup) > LARGEST_TEXT:
            yield _problem("ingest.too-large", locator, f"is long; only {LARGEST_TEXT} characters are read")
        yield capture_item({"html": f"<article>{markup[:LARGEST_TEXT]}</article>", "title": title}, locator)


def _read_block(block: Any) -> Iterator[str]:
    """Yield the markup of a paragraph, or of every row of a table."""
    if hasattr(block, "rows"):
        for row in block.rows:
            cells = "".join(f"<td>{html.escape(cell.text)}</td>" for cell in row.cells)
            yield f"<table><tr>{cells}</tr></table>"
        return
    text = html.escape(block.text).replace("\n", "<br>").strip()
    style = str(block.style.name if block.style is not None else "")
    if text and style.startswith(("Heading", "Title")):
        level = 1 if style in {"Title", "Heading 1"} else 2
        yield f"<h{level}>{text}</h{level}>"
    elif text:
        name = "blockquote" if "Quote" in style else "p"
        yield f"<{name}>{text}</{name}>"


def _damaged(locator: str, error: Exception) -> Problem:
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return _problem(
        "ingest.bad-document", locator, f"is damaged ({reason}); open it, and save its text as .txt"
    )


def _problem(code: str, locator: str, message: str) -> Problem:
    return Problem(code=code, message=f"{locator} {message}", path=locator)
