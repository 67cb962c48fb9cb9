from typing import Any

import pytest

from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from onrecord.publish.export.markup import carried
from onrecord.publish.export.tei import write_tei
from support.readers import reader
from support.taken import NASTY, attributions_of, ferry, parts_of, saying, words_of

ETREE = reader("lxml.etree")

CONTENTS = ferry()
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
# What the guidelines let stand in what, for the elements that are used.
INSIDE: dict[str, set[str]] = {
    "TEI": {"teiHeader", "text"},
    "teiHeader": {"fileDesc", "encodingDesc", "profileDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title"},
    "publicationStmt": {"p"},
    "sourceDesc": {"listWit"},
    "listWit": {"witness"},
    "witness": {"bibl"},
    "bibl": {"publisher", "title", "date", "biblScope", "idno", "ptr", "note"},
    "note": {"quote"},
    "encodingDesc": {"editorialDecl", "variantEncoding"},
    "editorialDecl": {"p"},
    "profileDesc": {"particDesc"},
    "particDesc": {"listPerson"},
    "listPerson": {"person"},
    "person": {"persName"},
    "text": {"body"},
    "body": {"p"},
    "p": {"said", "note"},
    "said": {"app"},
    "app": {"lem", "rdg"},
}


def root_of(payload: bytes) -> Any:
    return ETREE.fromstring(payload, ETREE.XMLParser(resolve_entities=False, no_network=True))


def text_of_witness(said: Any, witness: str) -> str:
    """Read a statement straight through as one witness has it."""
    pieces = [said.text or ""]
    for app in said:
        own = [one for one in app if f"#{witness}" in one.get("wit").split()]
        assert len(own) == 1, "a witness has one reading at each place"
        pieces += [own[0].text or "", app.tail or ""]
    return "".join(pieces)


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_each_witness_read_straight_through_has_exactly_its_words(choice: Chosen) -> None:
    root = root_of(write_tei(CONTENTS, choice))
    for paragraph in root.iter(f"{TEI}p"):
        if paragraph.get(ID) is None:
            continue
        statement = next(one for one in CONTENTS.linked.statements if one.id == paragraph.get(ID))
        for variant in statement.variants:
            for member in variant.attribution_ids:
                words = " ".join(words_of(CONTENTS, attributions_of(CONTENTS)[member]))
                assert text_of_witness(paragraph.find(f"{TEI}said"), member) == words


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_it_keeps_the_rules_of_tei_that_can_be_checked_without_its_schema(choice: Chosen) -> None:
    root = root_of(write_tei(CONTENTS, choice))
    ids = [one.get(ID) for one in root.iter() if one.get(ID)]
    pointers = [
        pointer for one in root.iter() for name in ("wit", "who") for pointer in (one.get(name) or "").split()
    ]

    assert len(ids) == len(set(ids))
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(ids)
    for parent in root.iter():
        for child in parent:
            assert child.tag.removeprefix(TEI) in INSIDE[parent.tag.removeprefix(TEI)]
    for app in root.iter(f"{TEI}app"):
        assert next(one.tag.removeprefix(TEI) for one in app) == "lem"
        assert len(app) > 1


def test_a_day_is_an_attribute_only_as_far_as_it_is_known() -> None:
    dates = {
        tuple(sorted(one.attrib.items())) for one in root_of(write_tei(CONTENTS, Chosen())).iter(f"{TEI}date")
    }

    assert dates == {
        (),
        (("when", "2021-03-04"),),
        (("notAfter", "2021-03-04"), ("notBefore", "2010-03-04")),
    }


def test_sources_are_counted_and_explained() -> None:
    run = next(one for one in CONTENTS.linked.statements if one.corroboration.reports == 2)
    root = root_of(write_tei(CONTENTS, find_chosen(CONTENTS, Part.STATEMENT, run.id)))
    note = next(one for one in root.iter(f"{TEI}note") if one.get("type") == "sources")

    assert "carried by 2 reports, 1 independent; In Lundholm Gazette" in note.text


@pytest.mark.parametrize("words", NASTY)
def test_any_words_survive_or_are_told_as_changed(words: str) -> None:
    contents = saying(words, title=words, name=words, outlet=words)
    root = root_of(write_tei(contents, Chosen()))
    (member,) = attributions_of(contents)

    assert text_of_witness(next(root.iter(f"{TEI}said")), member) == carried(words)
    told = root.find(f".//{TEI}editorialDecl")
    assert (told is not None) == (carried(words) != words)
