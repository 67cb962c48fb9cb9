from onrecord.attribute.frame.drafts import Draft
from onrecord.model.attribution import Act, Level
from onrecord.model.span import Span


def test_a_draft_reaches_from_its_first_to_its_last_span() -> None:
    draft = Draft(content=(Span(3, 8), Span(12, 20)), rule="direct.behind")
    assert (draft.start, draft.end) == (3, 20)


def test_a_draft_is_a_likely_assertion_unless_told_otherwise() -> None:
    draft = Draft(content=(Span(3, 8),), rule="direct.behind")
    assert (draft.act, draft.level, draft.manner) == (Act.ASSERTION, Level.LIKELY, None)
