from onrecord.publish.page.citations import standing
from onrecord.publish.page.links import Anchors
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def test_on_the_page_in_one_file_every_id_is_a_place_of_the_page() -> None:
    to = Anchors()
    pile = pile_of(ferry_contents())
    attribution = pile.reports[0].attributions[0]
    cited = standing(pile, attribution)

    assert to.place(cited) == f"#{attribution.report_id}-{attribution.id}"
    assert to.name(cited) == f"{cited.outlet}, {cited.number}"
    assert [to.statement("s1"), to.event("e1"), to.report("r1")] == ["#s1", "#e1", "#r1"]


def test_unknown_speakers_share_one_place() -> None:
    to = Anchors()
    assert to.speaker(None) == "#unknown-speaker"
    assert to.occasion(None, None) == "#unknown-speaker-no-event"
