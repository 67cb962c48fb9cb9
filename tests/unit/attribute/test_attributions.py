import pytest

from onrecord.model import ids
from support.attributed import attributed, contents


def test_attributions_come_in_text_order() -> None:
    text = "Martha Harrow said the pier was shut.\n“We wait,” Tom Velik said.\nAccording to Harrow, the sea rises."
    assert contents(text) == ["the pier was shut", "We wait", "the sea rises"]


def test_the_same_report_gives_the_same_ids() -> None:
    text = "Martha Harrow said the pier was shut."
    assert attributed(text) == attributed(text)


def test_the_chain_of_one_who_is_described_before_being_named_has_the_id_of_its_first_mention() -> None:
    text = (
        "The engineer who found the cracks at Lorne Water says he warned the ministry three years ago.\n\n"
        "“I wrote it all down in 2021,” Tomasz Wieczorek told this newspaper."
    )
    found = attributed(text)
    for chain in found.chains:
        assert chain.id == ids.chain_id(chain.report_id, min(mention.span for mention in chain.mentions))
    known = {chain.id for chain in found.chains}
    assert all(speaker in known for one in found.attributions for speaker in one.speakers)


def test_a_clause_does_not_swallow_the_next_speakers_quotation() -> None:
    found = contents("Martha Harrow said the pier was shut. “I doubt that,” Tom Velik said.")
    assert found == ["the pier was shut", "I doubt that"]


@pytest.mark.parametrize(
    "text", ["", "\0", "““““””””", "'" * 500, "said " * 300, ": " * 300, "“" + "x" * 9000]
)
def test_any_text_gives_a_result(text: str) -> None:
    attributed(text)
