"""Web pages against hand-made readings: is the report's own text told from all that stands around it, and is nothing lost?

Run by `python -m eval.pages FOLDER`, where FOLDER holds NAME.html with NAME.json beside it; prints what is read wrongly, page by page.
A reading gives the ``body`` lines, the ``headline``, ``captions``, which body lines stand in block quotations (``quoted``), lines that
may count as body or not (``either``: standfirsts, pull quotes that repeat the text, notes of correction), and under ``given`` what the
page says of itself (null: it must say nothing).

Body text is scored by its words as a bag, case and marks aside, over every page alike (the mean of the pages' F1). Beside it stand
what trafilatura finds by itself, and every visible word. `lines_to_bytes` is the share of lines whose bytes, less the markup in them,
say exactly the line.
"""

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from trafilatura import extract

from eval.outcome import Outcome, digest_of
from onrecord.model.report import Report, Zone
from support.captures import html as captured
from support.captures import read

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
FOLDERS = {"pages": GOLDEN / "pages", "pages-apart": GOLDEN / "apart" / "pages"}

_BODY = frozenset({Zone.BODY, Zone.SUBHEADING, Zone.SIGNATURE})
_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template)\b.*?</\1\s*>|<[a-zA-Z/!?][^>]*>", re.DOTALL
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_BAR = 0.95


@dataclass(frozen=True, kw_only=True)
class PageScore:
    """What was found of one page; `faults` say in words what is wrong."""

    f1: float
    trafilatura: float
    everything: float
    quoted: tuple[int, int]
    lines: tuple[int, int]
    captions: tuple[int, int]
    given: tuple[int, int]
    headline: bool
    faults: tuple[str, ...]


def score_page(page: Path) -> PageScore:
    """Read one page and compare it with the reading beside it."""
    payload, gold = page.read_bytes(), json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    report = read(captured(payload))
    body, captions, every = _zoned(report, _BODY), _zoned(report, {Zone.CAPTION}), _zoned(report, set(Zone))
    aside = {_folded(line) for line in (*gold["either"], gold["headline"] or "")}
    wanted = Counter(word for line in gold["body"] for word in _words(line))
    found = _bag(body, aside)
    quoted = [line for line in gold["quoted"] if _folded(line) in " ".join(map(_folded, body))]
    headline = next((line for line in _zoned(report, {Zone.HEADLINE})), None)
    wrong = dict(_find_wrong(report, gold["given"]))
    by_itself = extract(payload.decode(report.encoding, "replace"), include_comments=False) or ""
    held = [line for line in gold["captions"] if _folded(line) in " ".join(map(_folded, captions))]
    lost, extra = wanted - found, found - wanted
    faults = [
        *(f"lost: {' '.join(sorted(lost.elements()))}" for _ in [0] if lost),
        *(f"extra: {' '.join(sorted(extra.elements()))}" for _ in [0] if extra),
        *(f"headline: {headline}" for _ in [0] if _folded(headline or "") != _folded(gold["headline"] or "")),
        *(f"given {name}: {value}" for name, value in sorted(wrong.items())),
        *(f"caption lost: {line}" for line in gold["captions"] if line not in held),
        *(f"quotation lost: {line}" for line in gold["quoted"] if line not in quoted),
    ]
    return PageScore(
        f1=_f1(wanted, found),
        trafilatura=_f1(wanted, _bag(by_itself.splitlines(), aside)),
        everything=_f1(wanted, _bag(every, aside)),
        quoted=(len(quoted), len(gold["quoted"])),
        captions=(len(held), len(gold["captions"])),
        lines=(sum(_leads_to_bytes(report, payload)), len(report.blocks)),
        given=(len(gold["given"]) - len(wrong), len(gold["given"])),
        headline=_folded(headline or "") == _folded(gold["headline"] or ""),
        faults=tuple(faults),
    )


def measure_pages(name: str, data: Path) -> Outcome | None:
    """Score the pages of this project, or those in the folder `name` of `data` where there is one."""
    folder = data / name if (data / name).is_dir() else FOLDERS[name]
    pages = sorted(folder.glob("*.html"))
    if not pages:
        return None
    scores = {page.stem: score_page(page) for page in pages}
    parts = list(scores.values())
    figures = {
        "pages_f1": _mean(score.f1 for score in parts),
        "pages_f1_lowest": min(score.f1 for score in parts),
        "pages_quotations_kept": _share(score.quoted for score in parts),
        "pages_headline_right": _mean(float(score.headline) for score in parts),
        "pages_captions_told": _share(score.captions for score in parts),
        "pages_metadata_right": _share(score.given for score in parts),
        "pages_lines_to_bytes": _share(score.lines for score in parts),
        "pages_f1_trafilatura_alone": _mean(score.trafilatura for score in parts),
        "pages_f1_everything": _mean(score.everything for score in parts),
    }
    right = frozenset(stem for stem, score in scores.items() if score.f1 >= _BAR and score.headline)
    return Outcome(figures=figures, digest=digest_of([*pages, *folder.glob("*.json")]), right=right)


PAGES = {name: partial(measure_pages, name) for name in FOLDERS}


def _zoned(report: Report, zones: Iterable[Zone]) -> list[str]:
    """Return the characters of every block of these zones; a dateline belongs to the paragraph that it opens."""
    wanted = set(zones)
    found: list[str] = []
    for number, block in enumerate(report.blocks):
        after = report.blocks[number + 1] if number + 1 < len(report.blocks) else None
        opens = (
            block.zone is Zone.DATELINE
            and after is not None
            and not report.text[block.span.end : after.span.start].count("\n")
            and after.zone in wanted
        )
        if block.zone in wanted or opens:
            found.append(block.span.of(report.text))
    return found


def _find_wrong(report: Report, given: dict[str, str | None]) -> Iterable[tuple[str, str | None]]:
    said = {
        "outlet": report.outlet.name if report.outlet else None,
        "date": report.published.earliest.isoformat()
        if report.published and report.published.earliest
        else None,
        "author": report.declared.get("author"),
        "url": report.url,
        "language": report.language,
    }
    return ((name, said[name]) for name, value in given.items() if said[name] != value)


def _leads_to_bytes(report: Report, payload: bytes) -> Iterable[bool]:
    for block in report.blocks:
        place = report.offsets.to_captured(block.span)
        written = payload[place.start : place.end].decode(report.encoding, "replace")
        yield _flat(html.unescape(_MARKUP.sub("", written))) == _flat(block.span.of(report.text))


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _folded(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _bag(lines: Sequence[str], aside: set[str]) -> Counter[str]:
    """Return the words of all lines but those that count neither for nor against."""
    return Counter(word for line in lines if _folded(line) not in aside for word in _words(line))


def _f1(wanted: Counter[str], found: Counter[str]) -> float:
    return 2 * (wanted & found).total() / max(1, wanted.total() + found.total())


def _mean(values: Iterable[float]) -> float:
    kept = list(values)
    return sum(kept) / len(kept)


def _share(counts: Iterable[tuple[int, int]]) -> float:
    right, every = (sum(column) for column in zip(*counts, strict=True))
    return right / every if every else 1.0


def main(arguments: Sequence[str]) -> None:
    """Print what is wrong with each page of a folder."""
    for page in sorted(Path(arguments[0]).glob("*.html")):
        score: Any = score_page(page)
        print(f"{page.stem} {score.f1:.3f} (trafilatura {score.trafilatura:.3f})", *score.faults, sep="\n   ")


if __name__ == "__main__":
    main(sys.argv[1:])
