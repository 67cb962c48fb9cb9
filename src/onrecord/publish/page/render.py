"""Contents in, one HTML file out.

Every value goes through one door: characters that HTML cannot carry are made visible, then all mark-up is escaped.
The page's own rule for the browser (its content security policy) allows one style sheet, known by its digest, and
nothing else: no script, no request, no form.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.publish.page import wording
from onrecord.publish.page.citations import citations, cited_spans
from onrecord.publish.page.divergences import grouped_facts
from onrecord.publish.page.ink import over_runs
from onrecord.publish.page.links import Anchors
from onrecord.publish.page.marked import anchor_of, attribution_anchor, marked_paragraphs
from onrecord.publish.page.outlets import copyings, outlet_entries, stated_credits
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.safe import direction, language_tag, link_to, shown
from onrecord.publish.page.speakers import speakers, who_said_what
from onrecord.publish.page.statements import statement_groups
from onrecord.publish.page.stemma import stemma
from onrecord.publish.page.summary import figures_of, limit_words, paragraph
from onrecord.publish.page.timeline import timelines

if TYPE_CHECKING:
    from jinja2 import Environment

    from onrecord.model.contents import Contents
    from onrecord.model.problem import Problem
    from onrecord.model.statement import Statement
    from onrecord.publish.page.pile import Pile

OPEN_REPORTS = 12
"""Up to this many reports stand open on the page; of more, each opens when asked for."""


def render_page(contents: Contents) -> str:
    """Return the record as one self-contained HTML page.

    The same contents give the same page, character for character.
    """
    pile = pile_of(contents)
    everyone = speakers(pile)
    rows = copyings(pile)
    differing = grouped_facts(pile)
    figures = replace(figures_of(contents), divergences=len(differing))
    style = shown(files("onrecord.publish.page").joinpath("templates/style.css").read_text(encoding="utf-8"))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            title=_title(contents),
            policy=_policy(style),
            style=style,
            pile=pile,
            contents=contents,
            figures=figures,
            summary=paragraph(figures),
            limit=limit_words(contents),
            timelines=timelines(pile),
            groups=statement_groups(pile),
            speakers=everyone,
            table=who_said_what(pile, everyone),
            outlets=outlet_entries(pile),
            copyings=rows,
            stated=stated_credits(pile),
            stemma=stemma(rows),
            divergences=differing,
            cited=cited_spans(contents),
            problems=_problems(contents),
            statements_by_event=_statements_by_event(pile),
            open_reports=len(pile.reports) <= OPEN_REPORTS,
            anchor_of=anchor_of,
            attribution_anchor=attribution_anchor,
            citations=partial(citations, pile),
            direction=direction,
            language_tag=language_tag,
            link_to=link_to,
            to=Anchors(),
            marked_paragraphs=marked_paragraphs,
            over_runs=over_runs,
            words=wording,
        )
    )


def _title(contents: Contents) -> str:
    stories = sorted(contents.linked.stories, key=lambda story: (-len(story.event_ids), story.id))
    return stories[0].title if stories else "The record of a pile of reports"


def _problems(contents: Contents) -> tuple[Problem, ...]:
    own = (problem for reading in contents.readings for problem in reading.problems)
    return (*contents.problems, *contents.linked.problems, *own)


def _statements_by_event(pile: Pile) -> dict[str, list[Statement]]:
    by_event: dict[str, list[Statement]] = defaultdict(list)
    for statement in pile.statements:
        if statement.event_id:
            by_event[statement.event_id].append(statement)
    return by_event


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("onrecord.publish.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    return shown(value) if isinstance(value, str) else value
