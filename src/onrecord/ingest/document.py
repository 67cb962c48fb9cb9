"""PDF and Word documents: their text, made into a JSON line; no way leads back to their bytes.

Of a PDF the text layer is read page by page (pypdf); a scan has none. Of a Word document paragraphs, headings and tables
are read in order (python-docx). Days in a document's properties are those of the file, never of publishing, and are not
taken.
"""

from __future__ import annotations

import html
import io
import logging
import re
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from onrecord.ingest.items import capture_item
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model.report import Capture

LARGEST_PAGES: Final = 500
"""Pages of a PDF that are read; a longer one is a book."""
LARGEST_WORK: Final = 1_000_000
"""Steps of drawing that are followed in a PDF, a few thousand of which make a page of text: forms drawn by forms multiply them."""
LARGEST_TEXT: Final = 5_000_000
"""Characters of a document that are read."""


_NAME_OF_FILE: Final = re.compile(
    r"microsoft \w+ - .*|(?:untitled|document|print(?:ed)?)[ \d]*|.*\.(?:docx?|html?|indd|md|odt|pages|pdf|pptx?|qxd|rtf|tex|txt|xlsx?)",
    re.IGNORECASE,
)

_PROPERTIES: Final = "/core-properties"
_PROGRAMS: Final = frozenset(
    {
        "python-docx",
        "microsoft office user",
        "user",
        "admin",
        "administrator",
        "(anonymous)",
        "anonymous",
        "unknown",
    }
)
"""What stands as author where nobody wrote a name."""
_LIMITS: Final[Mapping[str, object]] = {
    "jbig2dec_binary": None,
    "lzw_maximum_output_length": 16_000_000,
    "run_length_maximum_output_length": 16_000_000,
    "stream_decoding_work_maximum_length": 32_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "xform_maximum_invocations_per_extraction": 500,
    "zlib_maximum_output_length": 16_000_000,
}
"""What pypdf allows of one stream or page, in bytes and steps; and no other program is called for pictures."""


def read_pdf(payload: bytes, locator: str) -> Iterator[Capture | Problem]:
    """Yield the capture of a PDF that has a text layer, and a problem where it has none or more than is read."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pypdf: Any = import_module("pypdf")
    work = _Work(LARGEST_WORK)
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader: Any = pypdf.PdfReader(io.BytesIO(payload))
            if reader.is_encrypted and not reader.decrypt(""):
                pages, count, said = None, 0, {}
            else:
                pages = [_read_page(page, work) for page in islice(reader.pages, LARGEST_PAGES)]
                count = len(reader.pages)
                metadata: Any = reader.metadata
                said = (
                    {
                        "title": _as_title(metadata.get("/Title")),
                        "author": _as_author(metadata.get("/Author")),
                    }
                    if metadata
                    else {}
                )
    except Exception as error:  # noqa: BLE001 - a damaged PDF fails in whatever its objects are taken for
        yield _damaged(locator, error)
        return
    if pages is None:
        yield _problem("ingest.locked", locator, "is locked by a password; save it without one")
        return
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if count > LARGEST_PAGES or len(text) > LARGEST_TEXT or work.left < 0:
        message = f"is too long, or too much is drawn in it, to be read to its end ({count} pages); save its text as .txt"
        yield _problem("ingest.too-large", locator, message)
    if text:
        yield capture_item({"text": text[:LARGEST_TEXT], **said}, locator)
    elif work.left >= 0:
        yield _problem(
            "ingest.no-words", locator, "holds no text, only pictures; have its letters recognised first"
        )


class _Work:
    """Counts steps of drawing, and ends it when there have been too many."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left < 0:
            raise _TooMuchWorkError


class _TooMuchWorkError(Exception):
    """A PDF takes more steps to draw than are followed."""


def _read_page(page: Any, work: _Work) -> str:
    if work.left < 0:
        return ""
    try:
        return str(page.extract_text(visitor_operand_before=work) or "")
    except _TooMuchWorkError:
        return ""


def read_docx(payload: bytes, locator: str) -> Iterator[Capture | Problem]:
    """Yield the capture of a Word document, and a problem where it holds no text or is damaged."""
    docx: Any = import_module("docx")
    try:
        document: Any = docx.Document(io.BytesIO(payload))
        parts = [part for block in document.iter_inner_content() for part in _read_block(block)]
        said = _read_properties(document)
    except Exception as error:  # noqa: BLE001 - a damaged document fails in whatever its parts are taken for
        yield _damaged(locator, error)
        return
    markup = "\n".join(parts)
    if not markup:
        yield _problem("ingest.no-words", locator, "holds no text")
    else:
        if len(markup) > LARGEST_TEXT:
            yield _problem("ingest.too-large", locator, f"is long; only {LARGEST_TEXT} characters are read")
        yield capture_item({"html": f"<article>{markup[:LARGEST_TEXT]}</article>", **said}, locator)


def _read_properties(document: Any) -> dict[str, object]:
    """Return title and author where the document states them; the library makes up properties for one that has none."""
    package = document.part.package
    if not any(one.reltype.endswith(_PROPERTIES) for one in package.rels.values()):
        return {}
    properties = document.core_properties
    return {"title": _as_title(properties.title), "author": _as_author(properties.author)}


def _read_block(block: Any) -> Iterator[str]:
    """Yield the markup of a paragraph, or of every row of a table."""
    if hasattr(block, "rows"):
        for row in block.rows:
            # What a row says of its cells repeats one for every column that it spans, however many it says they are.
            own = row._tr.tc_lst  # noqa: SLF001 - there is no public way to each cell once
            words = ["\n".join(paragraph.text for paragraph in cell.p_lst) for cell in own]
            cells = "".join(f"<td>{html.escape(word)}</td>" for word in words)
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


def _as_title(value: object) -> str:
    """Return the title that a document states; not the name of the file it was printed from, which many programs put there.

    A document named "quay-final.docx" or "Microsoft Word - Quay" has no title.
    """
    title = " ".join(str(value or "").split())
    return "" if _NAME_OF_FILE.fullmatch(title) else title


def _as_author(value: object) -> str:
    """Return the author that a document states; not the program that made it."""
    author = " ".join(str(value or "").split())
    return "" if author.casefold() in _PROGRAMS else author


def _damaged(locator: str, error: Exception) -> Problem:
    # Only the kind of the error: some of their words name addresses in memory, which no record may hold.
    message = f"is damaged ({type(error).__name__}); open it, and save its text as .txt"
    return _problem("ingest.bad-document", locator, message)


def _problem(code: str, locator: str, message: str) -> Problem:
    return Problem(code=code, message=f"{locator} {message}", path=locator)
