import json
from typing import Any, cast

import pytest
from rdflib import RDF, Graph, Namespace

from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.jsonld import iri
from onrecord.publish.export.webanno import AROUND, write_webanno
from support.taken import NASTY, attributions_of, ferry, saying

CONTENTS = ferry()
# Told by the library of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
OA = Namespace("http://www.w3.org/ns/oa#")
# The members of the model's own context that are used, so that nothing is fetched.
CONTEXT = {
    "@vocab": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "body": {"@id": "oa:hasBody"},
    "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "oa": "http://www.w3.org/ns/oa#",
    "onrecord": "urn:onrecord:",
}


def items_of(payload: bytes) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(payload)["items"]
    return items


def targets_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    target = item["target"]
    return cast("list[dict[str, Any]]", target if isinstance(target, list) else [target])


def test_every_attribution_is_an_annotation_whose_selectors_agree_with_the_report() -> None:
    texts = {iri(reading.report.id): reading.report.text for reading in CONTENTS.readings}
    items = items_of(write_webanno(CONTENTS, Chosen()))

    assert {item["id"] for item in items} == {iri(one) for one in attributions_of(CONTENTS)}
    for item in items:
        for target in targets_of(item):
            text = texts[target["source"]["id"]]
            place, quote = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(AROUND, start)


def test_the_two_selectors_find_the_same_place_even_where_words_come_again() -> None:
    contents = saying("no")
    (item,) = items_of(write_webanno(contents, Chosen()))
    place, quote = item["target"]["selector"]
    text = contents.readings[0].report.text

    found = text.index(quote["prefix"] + quote["exact"] + quote["suffix"]) + len(quote["prefix"])
    assert found == place["start"]


def test_it_is_linked_data_of_the_model() -> None:
    page = json.loads(write_webanno(CONTENTS, Chosen()))
    graph = Graph().parse(data=json.dumps({**page, "@context": CONTEXT}), format="json-ld")

    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == len(page["items"])
    assert len(set(graph.subjects(RDF.type, OA.TextQuoteSelector))) == len(page["items"])


@pytest.mark.parametrize("words", NASTY)
def test_any_words_come_back_exactly(words: str) -> None:
    (item,) = items_of(write_webanno(saying(words), Chosen()))

    assert item["target"]["selector"][1]["exact"] == words


def test_an_unknown_speaker_is_nobody() -> None:
    unknown = next(one for one in attributions_of(CONTENTS).values() if not one.speakers)
    item = next(one for one in items_of(write_webanno(CONTENTS, Chosen())) if one["id"] == iri(unknown.id))

    assert not [body for body in item["body"] if body["purpose"] in {"identifying", "describing"}]
