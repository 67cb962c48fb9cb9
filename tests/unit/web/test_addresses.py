import pytest

from onrecord.errors import WebError
from onrecord.web.addresses import escape, find_public, is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - looked at, not bound to
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(WebError, match="inside this network") as caught:
        find_public("quay.example", 80, resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.7"])
    assert caught.value.code == "web.private-address"


def test_the_first_public_address_is_the_one_to_visit() -> None:
    assert find_public("quay.example", 80, resolve=lambda _host, _port: ["93.184.216.34"]) == "93.184.216.34"


def test_a_name_that_nobody_knows_is_told() -> None:
    with pytest.raises(WebError, match="not known"):
        resolve("nowhere.invalid", 80)
    with pytest.raises(WebError, match="no address"):
        find_public("quay.example", 80, resolve=lambda _host, _port: [])


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://h.example/a?b=c%20d#e", "https://h.example/a?b=c%20d#e"),
        ("https://h.example/größe?was=käse&b=%20", "https://h.example/gr%C3%B6%C3%9Fe?was=k%C3%A4se&b=%20"),
        ("https://Häfen.example:8080/", "https://xn--hfen-loa.example:8080/"),
        ("http://[ö", "http://[ö"),
        ("http://\ud800.example/", "http://\ud800.example/"),
        ("http://" + "ö" * 80 + ".example/", "http://" + "ö" * 80 + ".example/"),
    ],
)
def test_letters_that_an_address_may_not_hold_are_escaped(written: str, sent: str) -> None:
    assert escape(written) == sent
