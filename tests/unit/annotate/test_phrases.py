from onrecord.annotate.phrases import find_phrases
from onrecord.model.annotation import Kind
from support.annotated import annotated, parser, report


def phrases(text: str) -> dict[str, tuple[Kind, bool]]:
    tokens, sentences = parser().parse(report(text))
    found: dict[str, tuple[Kind, bool]] = {}
    for phrase in find_phrases(text, tokens, sentences):
        start, end = tokens[phrase.tokens.start].span.start, tokens[phrase.tokens.stop - 1].span.end
        found[text[start:end]] = (phrase.kind, phrase.definite)
    return found


def test_a_role_noun_with_its_complement_is_a_description() -> None:
    found = phrases("She asked the acting head of the harbour board.")
    assert found["the acting head of the harbour board"] == (Kind.PERSON, True)


def test_an_indefinite_description_says_so() -> None:
    assert phrases("A senior official spoke.")["A senior official"] == (Kind.PERSON, False)


def test_an_owner_makes_a_description_definite() -> None:
    assert phrases("They asked Halden's mayor about it.")["Halden's mayor"] == (Kind.PERSON, True)


def test_plural_roles_are_groups() -> None:
    assert phrases("Harbour officials found no leak.")["Harbour officials"][0] is Kind.GROUP


def test_a_noun_that_modifies_another_is_no_head() -> None:
    assert "the board" not in phrases("They left the board meeting early.")


def test_a_verb_of_thinking_behind_a_name_makes_no_group_of_it() -> None:
    text = "Ana Brennick, a zoologist, studies seals.\nBrennick suspects that they use the trick as a roster."
    assert "Brennick suspects" not in {one.span.of(text) for one in annotated(text).mentions}


def test_suspects_who_did_something_are_a_group() -> None:
    text = "Police named the Halden suspects that fled."
    assert any("suspects" in one.span.of(text) for one in annotated(text).mentions)


def test_what_a_group_says_is_no_part_of_what_it_is_of() -> None:
    text = "Prices will fall in May, experts of the Regional Bank estimate."
    assert "experts of the Regional Bank" in {one.span.of(text) for one in annotated(text).mentions}


def test_what_somebody_posts_by_is_no_part_of_an_office() -> None:
    text = "Bishop of Halden @bishophalden: Blessed are the patient."
    assert not any("@" in one.span.of(text) for one in annotated(text).mentions)


def test_a_given_name_read_as_an_adjective_leaves_its_verb_out_of_a_description() -> None:
    text = "Tomás Harrow left the room. Tomás suspects that it will be sold."
    assert [one.span.of(text) for one in annotated(text).mentions] == ["Tomás Harrow", "Tomás"]


def test_a_description_reaches_to_the_end_of_the_body_it_is_of() -> None:
    text = "The fire was reported by the press service of the State Inspectorate for Harbour Matters (SIHM)."
    found = {one.span.of(text): one for one in annotated(text).mentions}
    whole = found["the press service of the State Inspectorate for Harbour Matters"]
    assert whole.role == "press service of the State Inspectorate for Harbour Matters"
