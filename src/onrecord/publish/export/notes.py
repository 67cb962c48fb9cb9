"""The footnotes of a brief: outlet, title, date, and the exact words of a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.publish.export.references import NO_TITLE, date_words, published
from onrecord.publish.page.pieces import Run, quoted_runs
from onrecord.publish.page.safe import direction, language_tag, link_to, shown
from onrecord.publish.page.wording import MANNERS, level_words, outlet_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.attribution import Attribution
    from onrecord.model.moment import Evidence
    from onrecord.model.report import Report
    from onrecord.model.span import Span
    from onrecord.publish.page.pile import Pile

Range = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One footnote. `ranges` are the exact words, a tuple of runs for each range of the report.

    Quotation marks stand only around runs that the report itself has between marks. `manner` and `level` are empty where the
    words are evidence of a day or a fact, not somebody's. `signs` counts characters for which a visible sign stands.
    """

    number: int
    report_id: str
    report_number: str
    outlet: str
    title: str
    date: str
    ranges: tuple[Range, ...]
    place: str
    manner: str
    level: str
    url: str | None
    language: str | None
    direction: str
    signs: int


def printed(text: str) -> str:
    r"""Return `text` as a brief can hold it: controls made visible, every line end a line feed.

    >>> printed("one\r\ntwo\x00")
    'one\ntwo␀'
    """
    return shown(text.replace("\r\n", "\n").replace("\r", "\n"))


class Notebook:
    """Notes in the order in which they are first asked for; each place of a report has one."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._numbers: dict[tuple[str, tuple[Span, ...]], int] = {}
        self._notes: list[Note] = []

    def of_attribution(self, one: Attribution) -> int:
        """Return the number of the note that cites the content of `one`."""
        text = self._pile.readings_by_id[one.report_id].report.text
        ranges = tuple(
            quoted_runs(span.of(text), replace(one, content=(span,)), text) for span in one.content
        )
        level = level_words(one.judgement)
        cue = self._pile.cue_words(one)
        manner = f"{MANNERS[one.manner]}; {cue}" if cue else MANNERS[one.manner]
        return self._number(one.report_id, one.content, ranges, said=(manner, level))

    def of_evidence(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """Return the numbers of the notes that cite these places; of reports that are not in the pile none."""
        return tuple(
            self._number(one.report_id, (one.span,), ((Run(one.span.of(self._text(one))),),))
            for one in dict.fromkeys(evidence)
            if one.report_id in self._pile.readings_by_id
        )

    def all(self) -> tuple[Note, ...]:
        """Return every note so far, by number."""
        return tuple(self._notes)

    def _text(self, evidence: Evidence) -> str:
        return self._pile.readings_by_id[evidence.report_id].report.text

    def _number(
        self,
        report_id: str,
        spans: tuple[Span, ...],
        ranges: tuple[Range, ...],
        said: tuple[str, str] = ("", ""),
    ) -> int:
        key = report_id, spans
        if key not in self._numbers:
            self._numbers[key] = len(self._notes) + 1
            report = self._pile.readings_by_id[report_id].report
            self._notes.append(self._note(report, spans, ranges, said))
        return self._numbers[key]

    def _note(
        self, report: Report, spans: tuple[Span, ...], ranges: tuple[Range, ...], said: tuple[str, str]
    ) -> Note:
        words = "".join(span.of(report.text) for span in spans)
        return Note(
            number=len(self._notes) + 1,
            report_id=report.id,
            report_number=self._pile.numbers[report.id],
            outlet=outlet_words(report),
            title=report.title or NO_TITLE,
            date=date_words(published(self._pile.contents, report)),
            ranges=ranges,
            place="characters " + ", ".join(f"{span.start}–{span.end}" for span in spans),
            manner=said[0],
            level=said[1],
            url=link_to(report.url),
            language=language_tag(report.language),
            direction=direction(report.language),
            signs=sum(one != other for one, other in zip(words, shown(words), strict=True)),
        )
