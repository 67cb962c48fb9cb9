from onrecord.attribute.descriptions.new_chains import named_group
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.span import Span
from support.attributed import speakers


def test_a_group_goes_by_its_own_words() -> None:
    mention = Mention(span=Span(0, 9), kind=Kind.GROUP, name=None, role="the crews")
    chain = Chain(
        id="c1",
        report_id="r1",
        kind=Kind.GROUP,
        name=None,
        names=(),
        roles=("the crews",),
        mentions=(mention,),
    )
    assert named_group(chain, "the crews").name == "crews"


def test_a_source_that_nobody_has_marked_is_somebody_new() -> None:
    assert speakers("Several bakers said that the flour was wet.") == [["bakers"]]
