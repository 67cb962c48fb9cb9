from onrecord.attribute.attributions import find_drafts
from onrecord.attribute.speakers.antecedents import Speakers
from onrecord.attribute.speakers.portrayed import describe_agreement, describe_name, told_roles
from onrecord.model.span import Span
from support.attributed import view


def agreement(text: str, name: str) -> dict[str, float]:
    """Return how the chain of that name agrees with the last source of `text`, less zeros."""
    seen = view(text)
    drafts = find_drafts(seen)
    resolver = Speakers(seen, drafts)
    chain = next(one for one in resolver.chains.values() if one.name == name)
    last = max(
        (one for one in drafts if one.source), key=lambda one: one.source.span if one.source else Span(0, 0)
    )
    return {key: value for key, value in describe_agreement(resolver.cast, last, chain).items() if value}


def test_a_given_name_speaks_for_one_pronoun_and_against_the_other() -> None:
    assert "sex.name" in agreement("Martha Harrow spoke. She said it leaks.", "Martha Harrow")
    assert "sex.name.not" in agreement("Martha Harrow spoke. He said it leaks.", "Martha Harrow")


def test_a_common_noun_since_the_name_may_be_meant() -> None:
    assert "person.noun" in agreement("Martha Harrow met a doctor. She said it leaks.", "Martha Harrow")
    assert "person.noun" not in agreement("Martha Harrow met a brother. She said it leaks.", "Martha Harrow")


def test_a_thing_that_was_the_subject_may_be_it() -> None:
    text = "Harrow Council met. The text is not binding. It said that the pier would close."
    assert "thing.subject" in agreement(text, "Harrow Council")


def test_another_noun_in_the_name_of_a_body_speaks_against_it() -> None:
    text = "Harrow Council met on Monday. The {} said that the pier would close."
    assert "noun.named" in agreement(text.format("council"), "Harrow Council")
    assert "noun.unlike" in agreement(text.format("company"), "Harrow Council")


def test_words_of_a_role_told_with_the_name_are_told() -> None:
    text = "Minister Ana Velik met on Monday. The {} said that the pier would close."
    assert "role.all" in agreement(text.format("minister"), "Ana Velik")
    assert "role.differs" in agreement(text.format("surgeon"), "Ana Velik")


def test_a_role_over_the_source_itself_does_not_count() -> None:
    seen = view("Minister Ana Velik met on Monday.")
    (chain,) = (one for one in Speakers(seen, []).chains.values() if one.name == "Ana Velik")
    assert told_roles(chain, but=Span(0, 0)) == {"minister"}
    assert told_roles(chain, but=Span(0, 10)) == set()


def test_a_name_in_capitals_or_of_one_word_is_told() -> None:
    seen = view("DEMANDED spoke on Monday, and Ana Velik wept.")
    resolver = Speakers(seen, [])
    features = {one.name: describe_name(resolver.cast, one, "he") for one in resolver.chains.values()}
    assert not features["Ana Velik"]["name.one"]
    assert features["Ana Velik"]["name.person"] == 1
    assert all(told.get("name.upper", True) for name, told in features.items() if name == "DEMANDED")
