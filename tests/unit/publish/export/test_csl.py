from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.csl import write_csl
from support.taken import NASTY, ferry, saying

if TYPE_CHECKING:
    from onrecord.model.contents import Contents

FORM = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "article-newspaper"},
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                    }
                },
            },
            **{
                name: {"type": "string", "minLength": 1}
                for name in ("id", "title", "container-title", "URL", "language", "note")
            },
        },
    },
}
"""What the schema of CSL 1.0.2 (csl-data.json) asks of an item, of the members that ours have."""


def cited(contents: Contents) -> list[str]:
    """Return the bibliography that a CSL processor makes of the export, in the style that it brings along."""
    citeproc: Any = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    source: Any = pytest.importorskip("citeproc.source.json")
    items = json.loads(write_csl(contents, Chosen()))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=True)
    book = citeproc.CitationStylesBibliography(style, source.CiteProcJSON(items), citeproc.formatter.plain)
    for item in items:
        book.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    return [str(entry) for entry in book.bibliography()]


def test_each_report_is_an_item_with_what_is_known_of_it() -> None:
    items = {item["title"]: item for item in json.loads(write_csl(ferry(), Chosen()))}

    assert items["Islanders wait for a ferry"] == {
        "id": "re8a1516e43a061041a04",
        "type": "article-newspaper",
        "title": "Islanders wait for a ferry",
        "container-title": "Lundholm Gazette",
        "issued": {"date-parts": [[2021, 3, 4]]},
        "language": "en",
    }


def test_a_day_that_is_not_known_is_said_and_not_guessed() -> None:
    items = json.loads(write_csl(ferry(), Chosen()))

    assert sorted(item["note"] for item in items if "issued" not in item) == [
        "date not known",
        "published Thursday 4 March of 2010 or 2021",
    ]


@pytest.mark.parametrize("title", NASTY)
def test_any_title_makes_an_item(title: str) -> None:
    (item,) = json.loads(write_csl(saying("so", title=title), Chosen()))

    assert item["title"]
    assert "\n" not in item["title"]


def test_a_processor_cites_outlet_title_day_and_address_of_each_report() -> None:
    assert sorted(cited(ferry())) == [
        "Lundholm Gazette (2021) “Islanders wait for a ferry”, Lundholm Gazette, 4 March.",
        "Lundholm Gazette (no date) “Ferry to run again from May”, Lundholm Gazette.",
        (
            "The Orrin Courier (no date) “Ferry to run again from May”, The Orrin Courier. "
            "Available at: https://courier.example/ferry."
        ),
    ]


@pytest.mark.parametrize("title", NASTY)
def test_a_processor_cites_any_title_as_it_is(title: str) -> None:
    contents = saying("so", title=title)
    (item,) = json.loads(write_csl(contents, Chosen()))
    (entry,) = cited(contents)

    assert f"“{item['title']}”" in entry


@pytest.mark.parametrize("contents", [ferry(), *(saying("so", title=title) for title in NASTY)])
def test_items_have_the_form_of_the_schema(contents: Contents) -> None:
    form: Any = Draft7Validator(FORM)
    form.validate(json.loads(write_csl(contents, Chosen())))
