from __future__ import annotations

import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from jsonschema import Draft202012Validator

from onrecord.publish.api import create_api
from onrecord.publish.api.document import document
from support.api import lender

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

EXAMPLES = 8
"""Questions that are made up for each call: some that fit its form, and some that do not."""


def schema_of(path: str) -> dict[str, Any]:
    told = document()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {**told, "components": document()["components"]}


def validator(path: str) -> Any:
    return Draft202012Validator(schema_of(path))


def test_every_schema_is_one() -> None:
    for path in document()["paths"]:
        Draft202012Validator.check_schema(schema_of(path))


@pytest.mark.parametrize("path", [path for path in document()["paths"] if "{id}" not in path])
def test_answers_have_the_form_that_is_told(api: TestClient, path: str) -> None:
    answer = api.get(path, params={"words": "winter"} if path.endswith("search") else {})
    validator(path).validate(answer.json())
    rows: list[dict[str, Any]] = answer.json().get("rows", [])
    if rows and "links" in rows[0]:
        single = str(rows[0]["links"]["self"] or "")
        if (own := f"{single.rpartition('/')[0]}/{{id}}") in document()["paths"]:
            validator(own).validate(api.get(single).json())


def test_the_document_is_served(api: TestClient) -> None:
    assert api.get("/api/v1/openapi.json").json() == document()


def test_no_made_up_question_breaks_the_api_or_gets_an_answer_that_is_not_told(place: Path) -> None:
    ask_everything(place)


def ask_everything(place: Path) -> None:
    """Let schemathesis ask each call what fits its form and what does not."""
    with warnings.catch_warnings():
        # The library's own imports warn of things to come.
        warnings.simplefilter("ignore")
        library: Any = import_module("schemathesis")
        app = create_api(lender(place))
        schema = library.openapi.from_asgi("/api/v1/openapi.json", app)
        asked = 0
        for found in schema.get_all_operations():
            ask_one(library, found.ok(), app)
            asked += 1
        assert asked == len(document()["paths"])


def ask_one(library: Any, operation: Any, app: Any) -> None:
    modes = (library.GenerationMode.POSITIVE, library.GenerationMode.NEGATIVE)
    cases: Any = strategies.one_of([operation.as_strategy(generation_mode=mode) for mode in modes])

    def ask(case: Any) -> None:
        case.call_and_validate(app=app)

    usual = settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large),
        database=None,
    )
    usual(given(case=cases)(ask))()
