"""Which addresses a load visits: every kind of page and of call, with things of a record chosen by seed.

`addresses_of` gives them by kind. To have another page measured, add a line to `_pages`.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from onrecord.model.listing import Asked
from onrecord.record import open_record

EACH = 40
"""Addresses of one kind that differ, where there are so many."""
TOP = 10
"""So many of them are of the first things of their list, the largest."""
API = "/api/v1"
WORDS = ("harbour", "ferry winter", '"fish market"', "quay march", "council", "lighthouse safer", "the")
FILTERS = (
    {"manner": "direct"},
    {"manner": "indirect", "level": "certain"},
    {"level": "likely", "independent": "2"},
    {"outlet": "courier"},
    {"since": "2015-03-01", "until": "2016-02-01"},
    {"order": "time"},
    {"unknown": "true"},
)
Addresses = Mapping[str, Sequence[str]]


def addresses_of(path: Path, *, seed: int) -> Addresses:
    """Return, for each kind of page and of call, the addresses to visit on the record at `path`."""
    dice = random.Random(seed)
    with open_record(path) as record:
        lists: Mapping[str, Callable[[Asked], Any]] = {
            "statement": record.list_statements,
            "speaker": record.list_speakers,
            "event": record.list_events,
            "story": record.list_stories,
            "report": record.list_reports,
            "outlet": record.list_outlets,
            "lineage": record.list_lineages,
            "divergence": record.list_divergences,
            "attribution": lambda asked: record.values("attributions", asked),
        }
        ids = {name: _choose(dice, ask) for name, ask in lists.items()}
        names = [row.name for row in record.list_speakers(Asked(first=TOP, most=EACH)).rows]
    return {**_pages(dice, ids, names), **_calls(dice, ids, names)}


def _choose(dice: random.Random, ask: Callable[[Asked], Any]) -> list[str]:
    """Return ids from the top of a list, and from places anywhere in it."""
    page = ask(Asked(most=TOP))
    ids = [row.id for row in page.rows]
    while len(ids) < min(EACH, page.total):
        ids += [row.id for row in ask(Asked(first=dice.randrange(page.total), most=2)).rows]
    return ids[:EACH]


def _pages(dice: random.Random, ids: Mapping[str, Sequence[str]], names: Sequence[str]) -> Addresses:
    numbers = [dice.randrange(1, 30) for _ in range(TOP)]
    return {
        "page /": [f"/?page={number}" for number in numbers[:5]],
        "page events": [f"/events?page={number}" for number in numbers],
        "page speakers": [f"/speakers?page={number}" for number in numbers],
        "page reports": [f"/reports?page={number}" for number in numbers],
        **{
            f"page {kind}": [f"/{kind}/{one}" for one in ids[kind]]
            for kind in ("story", "event", "statement", "speaker", "report", "attribution")
        },
        "page like": [f"/like/{one}" for one in ids["statement"]],
        "page why": [
            f"/why/{one}" for kind in ("statement", "lineage", "divergence") for one in ids[kind][:TOP]
        ],
        "page search": [f"/search?{urlencode({'q': words})}" for words in (*WORDS, *names[:TOP])],
        **{
            f"page {name}": [f"/{name}"]
            for name in ("matrix", "outlets", "divergences", "problems", "corrections", "help")
        },
    }


def _calls(dice: random.Random, ids: Mapping[str, Sequence[str]], names: Sequence[str]) -> Addresses:
    starts = [dice.randrange(0, 2000, 50) for _ in range(5)]
    several = {
        "statement": "statements",
        "speaker": "speakers",
        "event": "events",
        "story": "stories",
        "report": "reports",
        "outlet": "outlets",
        "lineage": "lineages",
        "divergence": "divergences",
        "attribution": "attributions",
    }
    lists = {
        f"api {name}": [f"{API}/{name}?first={start}" for start in starts]
        for name in (*several.values(), "problems", "corrections", "doubts", "report-days")
    }
    filtered = {
        f"api {name} filtered": [f"{API}/{name}?{urlencode(filters)}" for filters in FILTERS]
        for name in ("statements", "speakers", "events", "stories", "reports", "outlets")
    }
    whole = {
        f"api {name} whole": [f"{API}/{name}?whole=true&most=20&first={start}" for start in starts]
        for name in ("statements", "events", "stories", "reports", "speakers")
    }
    single = {
        f"api {name}/id": [f"{API}/{name}/{quote(one)}" for one in ids[kind]]
        for kind, name in several.items()
    }
    return {
        **lists,
        **filtered,
        **whole,
        **single,
        "api by speaker": [f"{API}/statements?{urlencode({'speaker': name})}" for name in names],
        "api by event": [f"{API}/statements?event={one}" for one in ids["event"]],
        "api like": [f"{API}/statements/{one}/like" for one in ids["statement"]],
        "api search": [f"{API}/search?{urlencode({'words': words})}" for words in (*WORDS, *names[:TOP])],
        "api slice": [f"{API}/slice?statement={one}" for one in ids["statement"]],
        "api matrix": [f"{API}/matrix"],
        "api about": [f"{API}/about", f"{API}/summary"],
        "api document": [f"{API}/openapi.json"],
    }
