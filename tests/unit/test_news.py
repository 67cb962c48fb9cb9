from dataclasses import replace

from onrecord.model.problem import Problem
from onrecord.model.statement import Corroboration, Linked
from onrecord.news import News, find_news
from support.contents import ferry_contents

WHOLE = ferry_contents()


def test_nothing_is_new_in_what_did_not_change() -> None:
    assert find_news(WHOLE, WHOLE) == News()


def test_everything_is_new_in_what_was_empty() -> None:
    empty = replace(WHOLE, readings=(), linked=Linked(), problems=())

    news = find_news(empty, WHOLE)

    assert news.reports == tuple(reading.report for reading in WHOLE.readings)
    assert news.statements == WHOLE.linked.statements
    assert news.events == WHOLE.linked.events
    assert news.corroborated == ()


def test_a_known_statement_in_more_independent_reports_is_borne_out_not_new() -> None:
    first, *others = WHOLE.linked.statements
    more = replace(first, corroboration=Corroboration(reports=9, lineages=first.corroboration.lineages + 1))
    after = replace(WHOLE, linked=replace(WHOLE.linked, statements=(more, *others)))

    news = find_news(WHOLE, after)

    assert (news.statements, news.corroborated) == ((), (more,))
    assert find_news(after, WHOLE).corroborated == ()


def test_a_problem_is_new_once() -> None:
    problem = Problem(code="ingest.empty", message="x.txt is empty", path="x.txt")
    after = replace(WHOLE, problems=(*WHOLE.problems, problem))

    assert find_news(WHOLE, after).problems == (problem,)
