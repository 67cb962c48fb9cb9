from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from support.annotated import annotated

ZONES = [Zone.HEADLINE, Zone.BODY]


def named(text: str) -> set[tuple[str, Kind]]:
    return {(mention.name, mention.kind) for mention in annotated(text, zones=ZONES).mentions if mention.name}


def test_a_heading_runs_no_verb_into_a_name_that_the_text_has() -> None:
    text = "Ana Velik Checks Into Clinic\nAna Velik went to a clinic on Friday. Velik said no."
    assert named(text) == {("Ana Velik", Kind.PERSON), ("Velik", Kind.PERSON)}


def test_a_long_run_of_capitals_that_the_text_has_nothing_of_is_nobody() -> None:
    text = "Greek Prime Minister Calls Bank Workers Brave\nThe prime minister spoke on Friday."
    assert not any("Calls" in name for name, _ in named(text))


def test_a_heading_in_small_letters_stays() -> None:
    text = "Ana Velik checks into clinic\nVelik said no."
    assert ("Ana Velik", Kind.PERSON) in named(text)
