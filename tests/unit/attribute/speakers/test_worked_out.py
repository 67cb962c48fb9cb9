import pytest

from onrecord.attribute.attributions import find_drafts, in_order
from onrecord.attribute.bounds import assemble
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.speakers.antecedents import Speakers
from onrecord.attribute.speakers.worked_out import describe
from onrecord.model.span import Span
from support.attributed import speakers, view


def told(text: str) -> dict[str, float] | None:
    """Return the features of the last source of `text`; None where it is not judged."""
    seen = view(text)
    drafts = assemble.without_doubles(find_drafts(seen))
    resolver = Speakers(seen, drafts)
    found = {index: resolver.resolve(drafts[index]) for index in in_order(drafts)}
    last = in_order(drafts)[-1]
    return resolver.worked_out(drafts[last], found[last])


def test_a_pronoun_right_behind_the_name_is_told_to_be_near() -> None:
    features = told("Ana Velik spoke on Monday. She said that the pier would close.")
    assert features is not None
    assert {
        "kind.p",
        "p.gap.1",
        "p.block.0",
        "p.named.0",
        "p.subject",
        "p.nearest",
        "p.only",
    } <= features.keys()
    assert "p.since" not in features


def test_whoever_was_named_since_is_counted_where_it_may_be_meant() -> None:
    text = "Martin Roe wrote to {} on Monday. He said that the pier would close."
    his, hers = told(text.format("Tom Velik")), told(text.format("Ana Velik"))
    assert his is None or his["p.since"] == 1
    assert hers is not None
    assert "p.since" not in hers


def test_a_name_that_was_said_is_not_judged() -> None:
    assert told("Ana Velik spoke on Monday. Velik said that the pier would close.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Owen Pell, 19, drives a lorry. Tom Roe, 61, does not.\nThe 19-year-old said that nobody had seen it.",
        "The charity Warm Roofs has closed. The Harrow Guild said it was glad.\nThe charity said half would freeze.",
        "Jason Orr asked for an inquiry on Tuesday.\nThe Halden Republican said that the pier was shut.",
    ],
)
def test_what_the_report_says_in_so_many_words_is_not_judged(text: str) -> None:
    assert told(text) is None
    assert speakers(text)[-1]


def test_a_description_is_told_by_whether_the_report_has_given_it_to_the_name() -> None:
    text = "{}Ana Velik spoke on Monday. “It will close,” the minister said."
    told_so, untold = told(text.format("The minister ")), told(text.format(""))
    assert told_so is not None
    assert told_so["kind.m"] == 1
    assert untold is None or untold["kind.u"] == 1


def test_whoever_is_asked_is_not_who_says_it() -> None:
    features = told("Ana Velik came on Monday. Asked whether the pier would close, she shrugged.")
    assert features is None or features["asked"] == 1


def test_a_draft_without_a_source_has_nothing_to_describe() -> None:
    seen = view("Ana Velik spoke.")
    resolver = Speakers(seen, [])
    with pytest.raises(ValueError, match="without a source"):
        describe(
            resolver.cast, Draft(content=(Span(0, 3),), rule="direct.before"), next(iter(resolver.chains))
        )


def test_who_is_too_likely_the_wrong_one_is_left_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Velik spoke on Monday. She said that the pier would close."
    assert speakers(text) == [["Ana Velik"]]
    monkeypatch.setattr("onrecord.attribute.speakers.surety.LEAST", 1.0)
    assert speakers(text) == [[]]
