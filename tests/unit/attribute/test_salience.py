from onrecord.attribute.salience import may_be
from onrecord.model.annotation import Chain, Kind
from support.attributed import speakers


def chain(kind: Kind, role: str = "") -> Chain:
    return Chain(
        id="c1",
        report_id="r1",
        kind=kind,
        name="Harrow",
        names=("Harrow",),
        roles=(role,) if role else (),
        mentions=(),
    )


def test_kind_and_title_limit_the_pronouns() -> None:
    assert may_be(chain(Kind.PERSON), "he", "")
    assert not may_be(chain(Kind.PERSON, "spokeswoman"), "he", "")
    assert may_be(chain(Kind.PERSON, "spokeswoman"), "she", "")
    assert may_be(chain(Kind.BODY), "it", "")
    assert not may_be(chain(Kind.BODY), "she", "")


def test_a_new_subject_takes_the_stage() -> None:
    text = "Martha Harrow said the pier was shut.\nTom Velik walked past in the rain. He said the crews would wait."
    assert speakers(text) == [["Martha Harrow"], ["Tom Velik"]]


def test_somebody_talked_about_is_not_on_stage() -> None:
    text = "Martha Harrow said that Tom Velik had left the room.\nShe said the crews would wait."
    assert speakers(text)[-1] == ["Martha Harrow"]
