import pytest

from onrecord.web.gates import find_gate

PAGE = "https://haldenpost.example/2024/quay-to-close?from=feed"


@pytest.mark.parametrize(
    "ended",
    [
        "https://haldenpost.example/login?next=%2F2024%2Fquay-to-close",
        "https://consent.press.example/v2/agree?session=7",
        "https://press.example/account?back=https://haldenpost.example/2024/quay-to-close?from=feed",
        "https://haldenpost.example/members/sign-in.php",
        "https://haldenpost.example/",
        "https://www.haldenpost.example",
    ],
)
def test_where_one_signs_in_and_the_front_page_are_not_the_page(ended: str) -> None:
    assert find_gate(PAGE, ended)


@pytest.mark.parametrize(
    "ended",
    [
        PAGE,
        "https://www.haldenpost.example/2024/quay-to-close",
        "https://haldenpost.example/2024/quay-to-close/",
        "https://haldenpost.example/news/quay-to-close?from=feed",
        "https://press.example/2024/consent-of-the-council",
        "http://[::1",
    ],
)
def test_a_page_that_moved_is_the_page(ended: str) -> None:
    assert find_gate(PAGE, ended) == ""


def test_what_was_asked_for_itself_is_no_gate() -> None:
    assert find_gate("https://h.example/", "https://h.example/de/") == ""
    assert find_gate("https://h.example/login/news", "https://h.example/login/2024") == ""
