from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.testclient import TestClient

from onrecord.errors import RecordError
from onrecord.publish.api import add_api, create_api
from support.api import lender

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from onrecord.record import Record


def test_what_is_not_there_is_told_as_a_problem(api: TestClient) -> None:
    answer = api.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404


def test_nothing_can_be_sent(api: TestClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = api.request(method, "/api/v1/statements")
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]
        assert answer.headers["content-type"] == "application/problem+json"


def test_no_other_site_may_read_the_answers(api: TestClient) -> None:
    answer = api.get("/api/v1/about", headers={"origin": "http://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_record_that_cannot_be_read_is_told() -> None:
    @contextmanager
    def lend() -> Generator[Record]:
        raise RecordError("story.db: damaged; build it again from its reports")
        yield

    answer = TestClient(create_api(lend)).get("/api/v1/about")
    assert answer.status_code == 503
    assert "build it again" in answer.json()["detail"]


def test_a_fault_says_nothing_of_the_inside() -> None:
    @contextmanager
    def lend() -> Generator[Record]:
        raise ValueError("secret")
        yield

    answer = TestClient(create_api(lend), raise_server_exceptions=False).get("/api/v1/about")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_the_api_can_stand_beside_pages(place: Path) -> None:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_api(app, lender(place))
    assert TestClient(app).get("/api/v1/about").status_code == 200
