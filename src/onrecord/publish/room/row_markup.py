"""The mark-up of rows, of which a page shows dozens: each in one piece, escaped, which is made sooner than by a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from onrecord.publish.page.safe import direction, language_tag, shown
from onrecord.publish.page.wording import UNKNOWN_SPEAKER
from onrecord.publish.room.links import Addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.listing import Named
    from onrecord.publish.room.rows import Run, StatementShown

_DOTS, _RINGS = 9, 6
"""Independent sources that are drawn at most, and reports beside them."""
_TO = Addresses()


def marked(runs: Iterable[Run]) -> Markup:
    """Return the runs of a wording as mark-up.

    >>> from onrecord.publish.room.rows import Run
    >>> str(marked([Run("a <b> "), Run("ferry", found=True)]))
    'a &lt;b&gt; <mark class="hit">ferry</mark>'
    """
    told = ((run.found, _written(f"{run.opens}{run.text}{run.closes}")) for run in runs)
    pieces = (f'<mark class="hit">{text}</mark>' if found else text for found, text in told)
    return Markup("".join(pieces))  # noqa: S704 - each piece is escaped


def sources(reports: int, independent: int) -> Markup:
    """Return how many reports carry something, drawn and told."""
    dots = "●" * min(independent, _DOTS) + "○" * min(max(reports - independent, 0), _RINGS)
    told = "1 report" if reports == 1 else f"{reports:,} reports, {independent:,} independent"
    drawn = f'<span class="dots" aria-hidden="true">{dots}</span>'
    return Markup(f'<span class="sources">{drawn} {told}</span>')  # noqa: S704 - made of numbers alone


def speakers(names: Sequence[Named]) -> Markup:
    """Return who said something, each with a way to the own page."""
    told = [(_TO.speaker(one.id), _written(one.name)) for one in names]
    told = told or [(_TO.speaker(None), _written(UNKNOWN_SPEAKER))]
    links = (f'<a class="who" href="{_written(href)}">{name}</a>' for href, name in told)
    return Markup(" and ".join(links))  # noqa: S704 - each piece is escaped


def wording(runs: Iterable[Run], language: str | None) -> Markup:
    """Return a wording whose quoted parts stand between marks, and whose found words are marked."""
    tag = language_tag(language) or "und"
    opens = f'<span class="words" lang="{_written(tag)}" dir="{direction(language)}">'
    return Markup(f"{opens}{marked(runs)}</span>")  # noqa: S704 - each piece is escaped


def statement_row(one: StatementShown, here: str | None = None, when: str | None = None) -> Markup:
    """Return one row of a list of statements; on the page of the event `here`, of the day `when`, what that says already is left out."""
    row = one.row
    credit = f'<span class="credit">{_written(one.credit)}:</span> ' if one.credit else ""
    about = [f"<span>{_written(told)}</span> " for told in one.about]
    if not here or (row.said and one.when != when):
        about.append(f"<span>{_written(one.when)}</span> ")
    event = ""
    if row.event and row.event.id != here:
        href = _written(_TO.event(row.event.id))
        event = f' <a class="place ellipsis" dir="auto" href="{href}">{_written(row.event.name)}</a>'
    words = f"{credit}{wording(one.runs, row.language)}"
    return Markup(  # noqa: S704 - each piece is escaped
        f'<li class="row">\n<p class="row-h">{speakers(row.speakers)}</p>\n'
        f'<p class="row-words"><a class="said-link" href="{_written(_TO.statement(row.id))}">{words}</a></p>\n'
        f'<p class="row-about">{sources(row.reports, row.lineages)} {"".join(about)}'
        f'<a class="place" href="{_written(one.place)}">in its report</a>{event}</p>\n</li>\n'
    )


def _written(text: str) -> str:
    return str(escape(shown(text)))
