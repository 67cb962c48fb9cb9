from onrecord.annotate.untagged import untagged_bodies
from onrecord.model.annotation import Kind
from support.annotated import annotated


def test_what_a_body_noun_ends_is_a_body() -> None:
    text = "Ana Velik and the Dockers' Union agreed that the tide had turned."
    seen = annotated(text)
    found = [(name.text, name.kind) for name in untagged_bodies(text, seen.tokens, seen.sentences, {0, 1})]
    assert found == [("Dockers' Union", Kind.BODY)]


def test_a_lone_or_small_body_noun_names_nobody() -> None:
    text = "The Union met the harbour board."
    seen = annotated(text)
    assert list(untagged_bodies(text, seen.tokens, seen.sentences, set())) == []
