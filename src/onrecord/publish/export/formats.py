"""Every form that a record can be taken away in: one table, for the command line and for the pages alike.

Each is a pure function of a record's contents and of what is chosen of it; the same two give the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.publish.export.bibtex import write_bibtex
from onrecord.publish.export.brief_docx import write_brief_docx
from onrecord.publish.export.brief_html import write_brief_html
from onrecord.publish.export.brief_markdown import write_brief_markdown
from onrecord.publish.export.chosen import Part
from onrecord.publish.export.csl import write_csl
from onrecord.publish.export.ftm import write_ftm
from onrecord.publish.export.jsonld import write_jsonld
from onrecord.publish.export.lines import write_jsonl
from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.parquet import write_parquet
from onrecord.publish.export.record_json import record_as_json, write_json
from onrecord.publish.export.ris import write_ris
from onrecord.publish.export.table import write_csv
from onrecord.publish.export.tei import write_tei
from onrecord.publish.export.webanno import write_webanno
from onrecord.publish.page.render import render_page
from onrecord.text.marks import find_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen

_LONGEST_NAME = 60
"""Characters of a title that a file is named by."""
EVERY = tuple(Part)
"""All parts, for forms that can be of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: its `name` at the command line, how its files end and what servers call it, and what it holds.

    `parts` is what it can be of. `holds_texts` says that it has the full texts of reports whether asked for or not.
    """

    name: str
    suffix: str
    media_type: str
    about: str
    write: Callable[[Contents, Chosen], bytes]
    parts: tuple[Part, ...] = EVERY
    holds_texts: bool = False


def written(name: str, contents: Contents, choice: Chosen) -> bytes:
    """Return the bytes of a file of the form `name`, of what `choice` is of.

    Raises:
        RecordError: when there is no such form, when it cannot be of that part, or when it needs what is not installed.
    """
    form = FORMS.get(name)
    if form is None:
        raise RecordError(f"{name!r}: no such format; there are {', '.join(FORMS)}")
    if choice.part not in form.parts:
        of = " or ".join(part.value for part in form.parts)
        raise RecordError(f"{name} is of a whole {of} only, not of one {choice.part.value}")
    return form.write(contents, choice)


def file_name(form: Form, choice: Chosen, title: str = "") -> str:
    """Return a name for a file of `form`: from letters and digits of a title, so that nothing of a report can steer where it lands.

    Where the title has none of the Latin alphabet, the id stands for it. Forms that are written with one suffix differ in name.

    >>> from onrecord.publish.export.chosen import Chosen
    >>> file_name(FORMS["csv-safe"], Chosen(), "Ferry: fares “will not rise”")
    'ferry-fares-will-not-rise-csv-safe.csv'
    """
    latin = [word for word in find_tokens(title) if word.isascii() and word.isalnum()]
    stem = "-".join(latin)[:_LONGEST_NAME].strip("-")
    alike = [one for one in FORMS.values() if one.suffix == form.suffix]
    apart = f"-{form.name}" if len(alike) > 1 and f".{form.name}" != form.suffix else ""
    return f"{stem or choice.id or choice.part.value}{apart}{form.suffix}"


def _write_json(contents: Contents, choice: Chosen) -> bytes:
    text = io.StringIO(newline="")
    write_json(record_as_json(narrowed(contents, choice)), text)
    return text.getvalue().encode("utf-8")


def _write_jsonl(contents: Contents, choice: Chosen) -> bytes:
    text = io.StringIO(newline="")
    write_jsonl(record_as_json(narrowed(contents, choice)), text, texts=choice.texts)
    return text.getvalue().encode("utf-8")


def _write_csv(contents: Contents, choice: Chosen) -> bytes:
    text = io.StringIO(newline="")
    write_csv(record_as_json(narrowed(contents, choice)), text)
    return text.getvalue().encode("utf-8")


def _write_guarded_csv(contents: Contents, choice: Chosen) -> bytes:
    text = io.StringIO(newline="")
    write_csv(record_as_json(narrowed(contents, choice)), text, guarded=True)
    # The mark tells spreadsheets that this is UTF-8: else they take it for the code page of the machine.
    return text.getvalue().encode("utf-8-sig")


def _write_page(contents: Contents, choice: Chosen) -> bytes:
    return render_page(narrowed(contents, choice)).encode("utf-8")


_ALL = (
    Form(
        name="json",
        suffix=".json",
        media_type="application/json",
        about="the whole record, for programs",
        write=_write_json,
        holds_texts=True,
    ),
    Form(
        name="jsonl",
        suffix=".jsonl",
        media_type="application/jsonl",
        about="the same, one item a line, without the reports' texts",
        write=_write_jsonl,
    ),
    Form(
        name="csv",
        suffix=".csv",
        media_type="text/csv; charset=utf-8; header=present",
        about="one attribution a row, words exact",
        write=_write_csv,
    ),
    Form(
        name="csv-safe",
        suffix=".csv",
        media_type="text/csv; charset=utf-8; header=present",
        about="the same for spreadsheets: no cell is run as a formula",
        write=_write_guarded_csv,
    ),
    Form(
        name="html",
        suffix=".html",
        media_type="text/html; charset=utf-8",
        about="the page: one file that needs no network",
        write=_write_page,
        parts=(Part.RECORD,),
        holds_texts=True,
    ),
    Form(
        name="parquet",
        suffix=".parquet",
        media_type="application/vnd.apache.parquet",
        about="one table, typed",
        write=write_parquet,
    ),
    Form(
        name="brief-html",
        suffix=".html",
        media_type="text/html; charset=utf-8",
        about="a brief with footnotes, as a page",
        write=write_brief_html,
    ),
    Form(
        name="brief-md",
        suffix=".md",
        media_type="text/markdown; charset=utf-8; variant=GFM",
        about="a brief with footnotes, as Markdown",
        write=write_brief_markdown,
    ),
    Form(
        name="brief-docx",
        suffix=".docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        about="a brief with footnotes, for Word",
        write=write_brief_docx,
    ),
    Form(
        name="jsonld",
        suffix=".jsonld",
        media_type="application/ld+json",
        about="linked data in the words of schema.org",
        write=write_jsonld,
    ),
    Form(
        name="webanno",
        suffix=".jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        about="each attribution as a W3C Web Annotation",
        write=write_webanno,
    ),
    Form(
        name="tei",
        suffix=".xml",
        media_type="application/tei+xml",
        about="statements as a critical apparatus",
        write=write_tei,
    ),
    Form(
        name="csl",
        suffix=".json",
        media_type="application/vnd.citationstyles.csl+json",
        about="the reports, to cite: CSL-JSON",
        write=write_csl,
    ),
    Form(
        name="bibtex",
        suffix=".bib",
        media_type="application/x-bibtex",
        about="the reports, to cite: BibTeX",
        write=write_bibtex,
    ),
    Form(
        name="ris",
        suffix=".ris",
        media_type="application/x-research-info-systems",
        about="the reports, to cite: RIS",
        write=write_ris,
    ),
    Form(
        name="ftm",
        suffix=".ftm.json",
        media_type="application/x-ndjson",
        about="entities of Follow the Money, one a line",
        write=write_ftm,
    ),
)
FORMS: Mapping[str, Form] = {form.name: form for form in _ALL}
"""The forms by name, in the order in which they are offered."""
