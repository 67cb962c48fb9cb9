import json
from typing import Any

import pytest

from onrecord.ingest.agency import is_agency_item, read_agency_items
from onrecord.model.problem import Problem

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:{number}" xml:lang="en-GB">
<itemMeta><provider><name>Coastal Press</name></provider><versionCreated>2024-03-15T10:15:00Z</versionCreated></itemMeta>
<contentMeta><headline>Quay to close</headline><by>Ana Velik</by></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The council voted.</p></body></html></inlineXML>
</contentSet></newsItem>"""
NITF = """<nitf><head><docdata><date.issue norm="20240315T101500Z"/></docdata></head><body><body.head><hedline><hl1>Quay</hl1>
</hedline></body.head><body.content><p>Ahoy</p></body.content></body></nitf>"""


def items(payload: str) -> list[Any]:
    found = read_agency_items(payload.encode(), "n.xml")
    return [item.code if isinstance(item, Problem) else json.loads(item.payload) for item in found]


def test_an_item_is_read_with_what_its_agency_says() -> None:
    (item,) = items(ITEM.format(number=1))
    assert "<p>The council voted.</p>" in item.pop("html")
    assert item == {
        "author": "Ana Velik",
        "date": "2024-03-15T10:15:00Z",
        "id": "urn:n:1",
        "language": "en-GB",
        "outlet": "Coastal Press",
        "title": "Quay to close",
    }


def test_a_message_of_several_items_gives_several_reports() -> None:
    message = f"<newsMessage><itemSet>{ITEM.format(number=1)}{ITEM.format(number=2)}</itemSet></newsMessage>"
    assert [item["id"] for item in items(message)] == ["urn:n:1", "urn:n:2"]


def test_nitf_is_read() -> None:
    (item,) = items(NITF)
    assert (item["title"], item["date"]) == ("Quay", "2024-03-15T10:15:00")
    assert "<p>Ahoy</p>" in item["html"]


@pytest.mark.parametrize(
    "payload", [NITF[:80], '<!DOCTYPE x [<!ENTITY a "1">]><nitf>&a;</nitf>', "<nitf>" * 100_000]
)
def test_a_damaged_or_hostile_item_is_told(payload: str) -> None:
    assert items(payload)[0] in {"ingest.bad-agency-item", "ingest.no-words"}


def test_items_are_told_from_pages() -> None:
    assert is_agency_item(NITF.encode())
    assert is_agency_item(ITEM.encode())
    assert not is_agency_item(b"The <nitf> form")


PREFIXED = """<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1"><n:itemMeta><n:provider literal="Coastal Press"/>
<n:firstCreated>2024-03-15T10:15:00Z</n:firstCreated></n:itemMeta><n:contentMeta><n:language tag="en"/><n:headline>Quay</n:headline>
<n:creator><n:name>Ana Velik</n:name></n:creator></n:contentMeta><n:contentSet><n:inlineData>Ahoy</n:inlineData></n:contentSet></n:newsItem>"""


def test_an_item_is_read_whatever_its_names_begin_with() -> None:
    assert is_agency_item(PREFIXED.encode())
    assert items(PREFIXED) == [
        {
            "author": "Ana Velik",
            "date": "2024-03-15T10:15:00Z",
            "id": "urn:n:1",
            "language": "en",
            "outlet": "Coastal Press",
            "text": "Ahoy",
            "title": "Quay",
        }
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("<date.issue>15 March 2024</date.issue>", "15 March 2024"),
        ('<date.release norm="20240315"/>', "2024-03-15"),
        ("", "2024-03-16"),
        ('<date.issue norm="soon"/>', "soon"),
    ],
)
def test_nitf_says_its_day_in_several_places(said: str, day: str) -> None:
    nitf = NITF.replace('<date.issue norm="20240315T101500Z"/>', said + '<doc-id id-string="x1"/>').replace(
        "</head>", '<pubdata name="Haldenpost" date.publication="20240316"/></head>'
    )
    (item,) = items(nitf)
    assert (item["date"], item["outlet"], item["id"]) == (day, "Haldenpost", "x1")


FIRST = """<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:n:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240314T101500Z</FirstCreated><ThisRevisionCreated>20240315T101500Z</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Quay to close</HeadLine><ByLine>Ana Velik</ByLine></NewsLines><AdministrativeMetadata>
<Provider><Party FormalName="Coastal Press"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/>
</DescriptiveMetadata><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        ("The council voted.", "text", "The council voted."),
        ("<p>The council voted.</p>", "html", "<p>The council voted.</p>"),
        (NITF.replace("Ahoy", "The council voted."), "html", "<p>The council voted.</p>"),
    ],
)
def test_an_item_of_the_first_version_is_read(body: str, name: str, words: str) -> None:
    assert is_agency_item(FIRST.encode())
    (item,) = items(FIRST.format(body=body))
    assert words in item.pop(name)
    assert item == {
        "author": "Ana Velik",
        "date": "2024-03-15T10:15:00",
        "id": "urn:n:1",
        "language": "en",
        "outlet": "Coastal Press",
        "title": "Quay to close",
    }


def test_an_item_of_the_first_version_without_words_is_told() -> None:
    assert items(FIRST.format(body="")) == ["ingest.no-words"]


@pytest.mark.parametrize(
    "said",
    [
        '<copyrightHolder uri="urn:c"><name>Coastal Press</name></copyrightHolder>',
        '<infoSource literal="Coastal Press"/>',
        '<infoSource literal="Another"/><copyrightHolder literal="Coastal Press"/>',
    ],
)
def test_an_item_without_a_provider_is_of_whoever_holds_it(said: str) -> None:
    (item,) = items(ITEM.format(number=1).replace("<provider><name>Coastal Press</name></provider>", said))
    assert item["outlet"] == "Coastal Press"


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ('<doc-id regsrc="Coastal Press" id-string="x"/>', "Coastal Press"),
        ("<rights><rights.owner>Coastal Press</rights.owner></rights>", "Coastal Press"),
        ("<distributor><org>Coastal Press</org></distributor>", "Coastal Press"),
        ('<doc-id regsrc="Another"/><doc.copyright holder="Coastal Press"/>', "Coastal Press"),
        ("", None),
    ],
)
def test_nitf_names_its_outlet_in_several_places(said: str, outlet: str | None) -> None:
    (item,) = items(NITF.replace("</docdata>", f"{said}</docdata>"))
    assert item.get("outlet") == outlet


@pytest.mark.parametrize("name", ["CopyrightHolder", "CreditLine", "ProviderId"])
def test_an_item_of_the_first_version_names_its_outlet_in_several_places(name: str) -> None:
    party = '<Provider><Party FormalName="Coastal Press"/></Provider>'
    (item,) = items(FIRST.format(body="Ahoy").replace(party, f"<{name}>Coastal Press</{name}>"))
    assert item["outlet"] == "Coastal Press"
