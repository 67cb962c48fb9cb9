import json

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.jsonld import iri, write_jsonld
from support.taken import NASTY, attributions_of, ferry, parts_of, saying, words_of

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:onrecord:")
CONTENTS = ferry()
# Told by the library of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph_of(payload: bytes) -> Graph:
    return Graph().parse(data=payload.decode(), format="json-ld")


def test_reports_are_articles_and_statements_claims_that_appear_in_them() -> None:
    graph = graph_of(write_jsonld(CONTENTS, Chosen()))

    assert len(set(graph.subjects(RDF.type, SCHEMA.NewsArticle))) == 3
    for statement in CONTENTS.linked.statements:
        claim = URIRef(iri(statement.id))
        members = [one for variant in statement.variants for one in variant.attribution_ids]
        reports = {attributions_of(CONTENTS)[one].report_id for one in members}
        assert set(graph.objects(claim, SCHEMA.appearance)) == {URIRef(iri(one)) for one in reports}
        assert set(graph.objects(claim, SCHEMA.author)) == {URIRef(iri(one)) for one in statement.speaker_ids}
        assert graph.value(claim, OWN.lineages) == Literal(statement.corroboration.lineages)


def test_only_words_between_quotation_marks_are_quotations_and_they_are_exact() -> None:
    graph = graph_of(write_jsonld(CONTENTS, Chosen()))
    quoted = {
        (str(graph.value(one, SCHEMA.text)), str(graph.value(one, SCHEMA.isPartOf)))
        for one in graph.subjects(RDF.type, SCHEMA.Quotation)
    }

    assert quoted == {
        (words_of(CONTENTS, one)[0], iri(one.report_id))
        for one in attributions_of(CONTENTS).values()
        if one.quoted
    }


def test_a_day_is_given_only_where_it_is_known() -> None:
    graph = graph_of(write_jsonld(CONTENTS, Chosen()))

    days = {str(day) for day in graph.objects(None, SCHEMA.datePublished)}
    told = {str(day) for day in graph.objects(None, OWN.published)}
    assert days == {"2021-03-04"}
    assert told == {"4 March 2021", "date not known", "Thursday 4 March of 2010 or 2021"}


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_nothing_leads_out_of_the_document(choice: Chosen) -> None:
    graph = graph_of(write_jsonld(CONTENTS, choice))
    named = {one for one in graph.objects() if isinstance(one, URIRef) and one.startswith("urn:onrecord:")}

    assert named <= set(graph.subjects())


@pytest.mark.parametrize("words", NASTY)
def test_any_words_come_back(words: str) -> None:
    document = json.loads(write_jsonld(saying(words, title=words, name=words), Chosen()))
    quotation = next(node for node in document["@graph"] if node["@type"] == "Quotation")

    assert quotation["text"] == words
    assert document["@context"]["@vocab"] == "https://schema.org/"


def test_full_texts_stand_in_it_only_when_asked_for() -> None:
    assert b"articleBody" not in write_jsonld(CONTENTS, Chosen())
    bodies = [
        node.get("articleBody") for node in json.loads(write_jsonld(CONTENTS, Chosen(texts=True)))["@graph"]
    ]
    assert {reading.report.text for reading in CONTENTS.readings} <= set(bodies)
