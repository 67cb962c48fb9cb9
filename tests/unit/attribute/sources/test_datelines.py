import pytest

from onrecord.attribute.sources.datelines import past_dateline
from onrecord.attribute.sources.sources import find_source
from support.attributed import token, view


@pytest.mark.parametrize(
    "text",
    [
        "“Elmworth, 17 April 2023 - Engineer Tom Roe said the tide turned.",
        "A note. Port Elm, Norland, April 17 (ENA) – Engineer Tom Roe said the tide turned.",
    ],
)
def test_the_town_of_a_dateline_is_never_the_source(text: str) -> None:
    seen = view(text)
    found = find_source(seen, token(seen, "said"))
    assert found is not None
    assert found.span.of(text).endswith("Tom Roe")


def test_a_day_beside_a_name_is_no_dateline() -> None:
    seen = view("Tom Roe, 34, said the tide turned.")
    found = find_source(seen, token(seen, "said"))
    assert found is not None
    assert found.span.of(seen.text).startswith("Tom Roe")


def test_only_a_town_is_passed() -> None:
    seen = view("Elmworth, 17 April 2023 - Tom Roe said the tide turned.")
    verb = token(seen, "said")
    assert past_dateline(seen, token(seen, "Elmworth"), verb) == token(seen, "Roe")
    assert past_dateline(seen, token(seen, "Roe"), verb) == token(seen, "Roe")
