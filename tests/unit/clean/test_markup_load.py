import time

import pytest

from onrecord.clean.markup_load import find_load


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>The quay &lt;b&gt; is closed.",
        "<div>" * 5000 + "x" + "</div>" * 5000,
        "<p><font size=2>One<p><font size=2>two" * 1000,
        "<script>for(i=0;i<b;i++){if(a<em)x()}</script>" * 2000,
        "<li>One<td>two<p>three" * 20_000,
    ],
)
def test_pages_that_people_read_are_sorted(page: str) -> None:
    assert find_load(page) is None


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>x" * 200_000, "has 200000 tags"),
        ("".join(f"<b id={number}>" for number in range(3000)) + "<p>x" * 3000, "leaves 3000 formatting"),
        ("<div>" * 40_000 + "<h1></h1>" * 20_000, "nests 40001 elements"),
    ],
)
def test_what_is_too_much_is_said(page: str, said: str) -> None:
    assert (find_load(page) or "").startswith(said)


def test_hostile_letters_are_told_in_bounded_time() -> None:
    begun = time.process_time()
    for page in ("<" * 1_000_000, "<a " * 500_000, "<b x" * 500_000, "&" * 1_000_000):
        find_load(page)
    assert time.process_time() - begun < 10
