from datetime import date

import pytest

from onrecord.clean.given import read_given, read_moment
from onrecord.clean.members import read_members


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-15", date(2024, 3, 15)),
        (" 2024-03-15 ", date(2024, 3, 15)),
        ("2024-03-15T23:59:59+02:00", date(2024, 3, 15)),
        ("20240315", date(2024, 3, 15)),
        ("2024-02-30", None),
        ("Fri, 15 Mar 2024 10:15:00 GMT", date(2024, 3, 15)),
        ("15/03/2024", None),
        ("Friday", None),
        ("", None),
    ],
)
def test_only_days_that_can_be_told_are_believed(written: str, day: date | None) -> None:
    moment = read_moment(written)
    assert (moment.earliest if moment else None) == day


def test_blank_and_nested_members_say_nothing() -> None:
    given = read_given(
        {"title": "  ", "outlet": None, "tags": ["a"], "more": {}, "desk": " harbour ", "paid": True}
    )
    assert (given.title, given.outlet) == (None, None)
    assert given.declared == {"desk": "harbour", "paid": "true"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"language": true}', '"language" is a truth value, not a string'),
        ('{"outlet": 7}', '"outlet" is the number 7, not a string'),
        ('{"title": ["Old Quay"]}', '"title" is a list, not a string'),
        ('{"url": {"to": "x"}}', '"url" is an object, not a string'),
        ('{"date": 20240312}', '"date" is the number 20240312, not a string'),
        ('{"id": false}', '"id" is a truth value, not a string'),
        (
            '{"language": "xx-!!"}',
            '"language" is \'xx-!!\', which is no language tag such as "en" or "pt-BR"',
        ),
    ],
)
def test_a_member_of_a_wrong_type_is_named_and_left_out(line: str, fault: str) -> None:
    given = read_given(read_members(line))
    assert given.faults == (fault,)
    assert (given.external_id, given.title, given.url) == (None, None, None)
    assert (given.outlet, given.date, given.language) == (None, None, None)


def test_numbers_are_fine_as_ids_and_in_members_of_the_users_own() -> None:
    given = read_given(read_members('{"id": 12, "page": 3, "language": " ", "outlet": null}'))
    assert (given.external_id, given.declared, given.faults) == ("12", {"page": "3"}, ())


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "sl-rozaj-biske-1994", " yue "])
def test_language_tags_are_believed(tag: str) -> None:
    assert read_given({"language": tag}).language == tag.strip()


@pytest.mark.parametrize(
    ("written", "tag"), [("ENGLISH", "en"), ("eng", "en"), ("en_GB", "en-GB"), ("Deutsch", "de")]
)
def test_a_language_may_be_named(written: str, tag: str) -> None:
    given = read_given({"language": written})
    assert (given.language, given.faults) == (tag, ())


def test_members_are_known_by_the_names_that_tables_have_too() -> None:
    given = read_given(
        read_members(
            '{"headline": "Quay", "Published-At": "2024-03-15", "link": "https://c.example/q", "lang": "English",'
            ' "source": {"id": null, "name": "Courier"}, "guid": 7, "authors": ["Ana Velik", {"name": "Lou Hart"}], "desk": "x"}'
        )
    )
    assert (given.title, given.date, given.url) == ("Quay", "2024-03-15", "https://c.example/q")
    assert (given.language, given.outlet, given.external_id) == ("en", "Courier", "7")
    assert given.declared == {"author": "Ana Velik; Lou Hart", "desk": "x"}


def test_a_member_by_its_own_name_goes_before_others() -> None:
    given = read_given({"date": "2024-03-15", "published": "2024-03-16", "title": None, "headline": "Quay"})
    assert (given.date, given.title, given.declared) == ("2024-03-15", "Quay", {"published": "2024-03-16"})


@pytest.mark.parametrize("line", ['{"date": "soon"}', '{"pubdate": "soon"}', '{"date": " soon "}'])
def test_a_day_that_is_none_is_kept_to_be_told(line: str) -> None:
    given = read_given(read_members(line))
    assert (given.date, given.unread) == (None, "soon")


def test_a_number_by_another_name_is_no_title() -> None:
    given = read_given(read_members('{"headline": 7, "published": 1710497700}'))
    assert (given.title, given.unread, given.declared) == (None, "1710497700", {"headline": "7"})
