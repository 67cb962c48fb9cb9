import pytest

from onrecord.model.annotation import Annotations, Sentence
from onrecord.model.attribution import Act, Attributed, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.report import Report
from onrecord.model.span import Span, map_widths

JUDGEMENT = Judgement(rule="direct.after", because=(), level=Level.CERTAIN)


def test_an_attribution_without_content_is_refused() -> None:
    with pytest.raises(ValueError, match="no content"):
        Attribution(
            id="a1",
            report_id="r1",
            content=(),
            quoted=(),
            manner=Manner.DIRECT,
            act=Act.ASSERTION,
            cue=None,
            source=None,
            speakers=(),
            judgement=JUDGEMENT,
        )


def test_a_reading_leaves_tokens_behind() -> None:
    report = Report(id="r1", paths=("a",), text="Hm.", offsets=map_widths([1, 1, 1]), encoding="utf-8")
    annotations = Annotations(
        report_id="r1",
        tokens=(),
        sentences=(Sentence(span=Span(0, 3), tokens=range(2), block=0),),
        quotemarks=(),
        mentions=(),
        chains=(),
        timexes=(),
    )
    reading = Reading.of(report, annotations, Attributed(attributions=(), chains=()), ())
    assert reading.sentences == (Span(0, 3),)
    assert not hasattr(reading, "tokens")
