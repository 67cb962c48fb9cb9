r"""Read marked text: a report in which the parts of every attribution are marked where they stand.

A case *is* the report, so no span is ever typed by hand. A file is a header, a line `---`, then the report:

    why: speech before and after its cue is one attribution
    from: invented
    expect: pass
    outlet: The Port Carrow Courier
    1: direct | Ragna Tolliver
    2: indirect | unknown | optional, act=belief
    ---
    {content 1|“The tide is out,”} {source 1|Tolliver} {cue 1|said}. {content 1|“Wait for it.”}

Header lines
    `why`, `from` and `expect` (`pass` or `fail`) must be there. Other names (`title`, `outlet`, `date` …) are
    kept as details. A number opens the line of an attribution: manner, then speakers, full names joined by `;`
    or `unknown`, then, if need be, flags joined by `,`: `optional`, `act=request` (or `belief`, `intention`),
    `source-none` (the report names nobody at this place, as after a quotation that has no cue).

Marks
    `{content 1|…}`, `{source 1|…}`, `{cue 1|…}` may be nested, and one mark may serve several attributions:
    `{source 1,2|…}`. Several content marks with one number are one discontinuous content. `{or 1a|…}` is
    another bound of the content that a reading may choose; the spans of one key (`1a`) form one alternative.
    Spans of one key that touch are joined. A literal brace or backslash is written `\{`, `\}`, `\\`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from onrecord.model.attribution import Act, Manner
from onrecord.model.span import Span

Expectation = Literal["pass", "fail"]

_RULE: Final = "---"
_HEADER_LINE: Final = re.compile(r"(?P<name>[a-z][a-z-]*|[1-9][0-9]*):(?:\s+(?P<value>.*\S))?\s*")
_TOKEN: Final = re.compile(
    r"\\(?P<literal>[{}\\])"
    r"|\{(?P<part>content|source|cue|or) (?P<keys>[0-9a-z]+(?:,[0-9a-z]+)*)\|"
    r"|(?P<end>\})"
    r"|(?P<stray>[{\\])"
)
_KEY: Final = re.compile(r"(?P<id>[1-9][0-9]*)(?P<letter>[a-z]?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAttribution:
    """One attribution as a person read it. Unlike the program's, content keeps its quotation marks."""

    id: str
    manner: Manner
    act: Act
    speakers: tuple[str, ...]
    """Full names; empty when the report does not let anyone know."""
    required: bool
    """False: a reading may leave it out."""
    content: tuple[Span, ...]
    alternatives: tuple[tuple[Span, ...], ...]
    """Other bounds of the content that are as good."""
    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report without its marks, and what the marks said."""

    name: str
    text: str
    why: str
    origin: str
    """Where the difficulty was met: the header's `from`."""
    expect: Expectation
    details: Mapping[str, str]
    attributions: tuple[MarkedAttribution, ...]
    """In the order of their numbers."""


def read_marked_file(path: Path) -> MarkedReport:
    """Read one file of marked text.

    Raises:
        ValueError: The file breaks the form; the message opens with its path and line.
    """
    return read_marked(path.read_bytes().decode("utf-8"), name=path.name, where=str(path))


def read_marked(marked: str, *, name: str = "case.txt", where: str | None = None) -> MarkedReport:
    """Read marked text.

    Args:
        marked: The header, the rule and the report with its marks.
        name: The name that the report goes by.
        where: What error messages call the text; the name unless given.

    Raises:
        ValueError: The text breaks the form; the message opens with `where` and the line.
    """
    place = _Place(where=where or name, line=1)
    lines = marked.splitlines(keepends=True)
    rule = next((number for number, line in enumerate(lines, 1) if line.rstrip("\r\n") == _RULE), None)
    if rule is None:
        raise place.at(max(1, len(lines))).fault(f"no line {_RULE!r} between the header and the report")
    details, declarations = _read_header(lines[: rule - 1], place=place)
    text, marks = _read_marks("".join(lines[rule:]), place=place.at(rule + 1))
    by_attribution = _group_marks(marks, declarations)
    return MarkedReport(
        name=name,
        text=text,
        why=details.pop("why"),
        origin=details.pop("from"),
        expect="pass" if details.pop("expect") == "pass" else "fail",
        details=MappingProxyType(details),
        attributions=tuple(
            _resolve_attribution(declarations[key], by_attribution.get(key, []), text=text)
            for key in sorted(declarations, key=int)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    where: str
    line: int

    def at(self, line: int) -> "_Place":
        return _Place(where=self.where, line=line)

    def fault(self, message: str) -> ValueError:
        return ValueError(f"{self.where}:{self.line}: {message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declaration:
    id: str
    place: _Place
    manner: Manner
    act: Act
    speakers: tuple[str, ...]
    flags: frozenset[str]

    @property
    def has_source(self) -> bool:
        return self.manner is not Manner.CARRIED and "source-none" not in self.flags


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    part: str
    key: str
    span: Span
    place: _Place

    @property
    def shown(self) -> str:
        return f"{{{self.part} {self.key}|…}}"


@dataclass(slots=True, kw_only=True)
class _Opening:
    part: str
    keys: tuple[str, ...]
    start: int
    place: _Place


@dataclass(slots=True)
class _Scan:
    """The bare text so far, the marks that are closed and those still open."""

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    marks: list[_Mark] = field(default_factory=list[_Mark])
    still_open: list[_Opening] = field(default_factory=list[_Opening])

    def keep(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def open(self, part: str, keys: tuple[str, ...], *, place: _Place) -> None:
        for opening in self.still_open:
            if opening.part == part and not set(keys).isdisjoint(opening.keys):
                raise place.fault(f"{{{part} {','.join(keys)}|…}} inside itself")
        self.still_open.append(_Opening(part=part, keys=keys, start=self.length, place=place))

    def close(self, *, place: _Place) -> None:
        if not self.still_open:
            raise place.fault("a closing brace with no mark open")
        opening = self.still_open.pop()
        if opening.start == self.length:
            raise opening.place.fault(f"{{{opening.part} {','.join(opening.keys)}|}} marks nothing")
        span = Span(opening.start, self.length)
        self.marks += [
            _Mark(part=opening.part, key=key, span=span, place=opening.place) for key in opening.keys
        ]


def _read_header(lines: list[str], *, place: _Place) -> tuple[dict[str, str], dict[str, _Declaration]]:
    details: dict[str, str] = {}
    declarations: dict[str, _Declaration] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _HEADER_LINE.fullmatch(line)
        if found is None:
            raise place.at(number).fault(f"not a header line: {line.strip()!r}")
        key, value = found["name"], found["value"] or ""
        if key in details or key in declarations:
            raise place.at(number).fault(f"{key!r} is given twice")
        if key.isdigit():
            declarations[key] = _read_declaration(key, value, place=place.at(number))
        else:
            details[key] = value
    end = place.at(len(lines) + 1)
    for key in ("why", "from", "expect"):
        if not details.get(key):
            raise end.fault(f"the header lacks {key!r}")
    if details["expect"] not in {"pass", "fail"}:
        raise end.fault(f"'expect' is pass or fail, not {details['expect']!r}")
    return details, declarations


def _read_declaration(key: str, value: str, *, place: _Place) -> _Declaration:
    manner, *others = [part.strip() for part in value.split("|")]
    if len(others) not in {1, 2}:
        raise place.fault(f"attribution {key} needs 'manner | speakers' or 'manner | speakers | flags'")
    if manner not in set(Manner):
        raise place.fault(f"attribution {key} has no manner {manner!r}; use one of {', '.join(Manner)}")
    speakers = tuple(speaker.strip() for speaker in others[0].split(";"))
    if not all(speakers):
        raise place.fault(f"attribution {key} has an empty speaker; write 'unknown' for nobody named")
    if "unknown" in speakers and len(speakers) > 1:
        raise place.fault(f"attribution {key} has an unknown speaker beside a known one")
    flags = frozenset(flag.strip() for part in others[1:] for flag in part.split(","))
    acts = {f"act={act}": act for act in Act}
    if stray := flags - acts.keys() - {"optional", "source-none"}:
        raise place.fault(f"attribution {key} has an unheard-of flag {min(stray)!r}")
    chosen = [acts[flag] for flag in sorted(flags & acts.keys())]
    if len(chosen) > 1:
        raise place.fault(f"attribution {key} has more than one act")
    return _Declaration(
        id=key,
        place=place,
        manner=Manner(manner),
        act=chosen[0] if chosen else Act.ASSERTION,
        speakers=() if speakers == ("unknown",) else speakers,
        flags=flags,
    )


def _read_marks(marked: str, *, place: _Place) -> tuple[str, list[_Mark]]:
    """Part the report from its marks, whose spans then count in the bare text."""
    scan = _Scan()
    position = 0
    for token in _TOKEN.finditer(marked):
        scan.keep(marked[position : token.start()])
        position = token.end()
        here = place.at(place.line + marked.count("\n", 0, token.start()))
        if token["stray"] == "{":
            raise here.fault(f"not a mark: {marked[token.start() : token.start() + 24]!r}")
        if token["stray"]:
            raise here.fault("a backslash stands only before a brace or a backslash")
        if token["literal"]:
            scan.keep(token["literal"])
        elif token["end"]:
            scan.close(place=here)
        else:
            scan.open(token["part"], tuple(token["keys"].split(",")), place=here)
    scan.keep(marked[position:])
    if scan.still_open:
        opening = scan.still_open[-1]
        raise opening.place.fault(f"{{{opening.part} {','.join(opening.keys)}|… is never closed")
    return "".join(scan.pieces), scan.marks


def _group_marks(marks: list[_Mark], declarations: Mapping[str, _Declaration]) -> dict[str, list[_Mark]]:
    grouped: dict[str, list[_Mark]] = {}
    for mark in marks:
        key = _KEY.fullmatch(mark.key)
        if key is None or bool(key["letter"]) != (mark.part == "or"):
            form = "a number and a letter, as 1a" if mark.part == "or" else "a number"
            raise mark.place.fault(f"{mark.shown} needs {form}")
        if key["id"] not in declarations:
            raise mark.place.fault(f"{mark.shown} has no line {key['id']!r} in the header")
        grouped.setdefault(key["id"], []).append(mark)
    return grouped


def _resolve_attribution(declaration: _Declaration, marks: list[_Mark], *, text: str) -> MarkedAttribution:
    by_part = {
        part: [mark for mark in marks if mark.part == part] for part in ("content", "source", "cue", "or")
    }
    if not by_part["content"]:
        raise declaration.place.fault(f"attribution {declaration.id} has no {{content {declaration.id}|…}}")
    _check_ends(declaration, by_part)
    alternatives = groupby(sorted(by_part["or"], key=lambda mark: mark.key), key=lambda mark: mark.key)
    source, cue = _join(by_part["source"], text=text), _join(by_part["cue"], text=text)
    return MarkedAttribution(
        id=declaration.id,
        manner=declaration.manner,
        act=declaration.act,
        speakers=declaration.speakers,
        required="optional" not in declaration.flags,
        content=_join(by_part["content"], text=text),
        alternatives=tuple(_join(list(group), text=text) for _, group in alternatives),
        source=source[0] if source else None,
        cue=cue[0] if cue else None,
    )


def _check_ends(declaration: _Declaration, by_part: Mapping[str, list[_Mark]]) -> None:
    """Refuse a source or a cue that the attribution lacks, may not have, or has twice."""
    sources, cues = by_part["source"], by_part["cue"]
    for mark in (*sources[1:], *cues[1:]):
        raise mark.place.fault(f"attribution {declaration.id} has a second {mark.part}")
    if declaration.has_source and not sources:
        lacking = f"attribution {declaration.id} has no {{source {declaration.id}|…}}"
        raise declaration.place.fault(f"{lacking}; flag it source-none if nobody is named")
    if sources and not declaration.has_source:
        reason = "carried" if declaration.manner is Manner.CARRIED else "flagged source-none"
        raise sources[0].place.fault(f"attribution {declaration.id} is {reason}: it may have no source")
    if cues and declaration.manner is Manner.CARRIED:
        raise cues[0].place.fault(f"attribution {declaration.id} is carried: it has no cue")


def _join(marks: list[_Mark], *, text: str) -> tuple[Span, ...]:
    """Join the spans that touch, in text order."""
    spans: list[Span] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        if spans and spans[-1].end == mark.span.start:
            spans[-1] = Span(spans[-1].start, mark.span.end)
        else:
            spans.append(mark.span)
    for span in spans:
        if span.of(text) != span.of(text).strip():
            mark = next(mark for mark in marks if mark.span in span)
            raise mark.place.fault(f"{mark.shown} begins or ends in white space")
    return tuple(spans)
