from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGED = (
    "statements",
    "speakers",
    "events",
    "stories",
    "reports",
    "lineages",
    "attributions",
    "doubts",
    "report-days",
    "stated-credits",
)


@pytest.mark.parametrize("name", PAGED)
def test_whoever_follows_the_links_meets_every_row_once(api: TestClient, name: str) -> None:
    address, rows, total = f"/api/v1/{name}?most=37", list[str](), 0
    while address:
        answer = api.get(address)
        assert answer.status_code == 200
        rows += [str(row) for row in answer.json()["rows"]]
        total = answer.json()["total"]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers.get("link", ""))
        address = following[1] if following else ""
    assert len(rows) == len(set(rows)) == total


def test_the_way_back_is_told_too(api: TestClient) -> None:
    answer = api.get("/api/v1/statements?most=5&first=3&outlet=courier")
    assert '</api/v1/statements?most=5&outlet=courier&first=0>; rel="prev"' in answer.headers["link"]
    only = api.get("/api/v1/outlets?most=200")
    assert "link" not in only.headers


def test_an_answer_that_is_known_is_not_sent_again(api: TestClient) -> None:
    answer = api.get("/api/v1/statements")
    tag = answer.headers["etag"]
    again = api.get("/api/v1/statements", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get("/api/v1/statements", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_question_that_is_none_is_refused_even_if_its_answer_is_known(api: TestClient) -> None:
    tag = api.get("/api/v1/about").headers["etag"]
    answer = api.get("/api/v1/statements?most=0", headers={"if-none-match": tag})
    assert answer.status_code == 422


def test_answers_are_utf_8(api: TestClient) -> None:
    report = api.get("/api/v1/reports?most=1").json()["rows"][0]["links"]["self"]
    assert "“".encode() in api.get(report).content
