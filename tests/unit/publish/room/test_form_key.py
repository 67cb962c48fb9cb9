import pytest

from onrecord.publish.room.form_key import COOKIE, FormKeys, is_own_origin


def test_a_form_of_this_room_fits_the_browser_that_it_was_made_for() -> None:
    keys = FormKeys()
    number = keys.number_of({})
    assert keys.number_of({COOKIE: number}) == number
    assert keys.fits({COOKIE: number}, keys.key_of(number))


@pytest.mark.parametrize("cookies", [{}, {COOKIE: ""}, {COOKIE: "0" * 32}, {COOKIE: "x"}])
def test_no_other_browser_and_no_other_room_fits(cookies: dict[str, str]) -> None:
    keys = FormKeys()
    key = keys.key_of(keys.number_of({}))
    assert not keys.fits(cookies, key)
    assert not FormKeys().fits({COOKIE: "1" * 32}, keys.key_of("1" * 32))
    assert not keys.fits({COOKIE: ""}, keys.key_of(""))


@pytest.mark.parametrize("cookie", ["", "x" * 32, "0" * 31, "0" * 33, "A" * 32])
def test_a_number_that_is_none_is_replaced(cookie: str) -> None:
    number = FormKeys().number_of({COOKIE: cookie})
    assert number != cookie
    assert len(number) == 32


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://localhost:8710", True),
        ("http://LOCALHOST:8710", True),
        ("http://evil.example", False),
        ("http://localhost", False),
        ("null", False),
        ("", False),
        ("file://localhost:8710", False),
    ],
)
def test_a_form_comes_from_the_room_itself(origin: str, *, own: bool) -> None:
    assert is_own_origin({"origin": origin, "host": "localhost:8710"}) is own
