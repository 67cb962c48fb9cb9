from onrecord.annotate.alike import find_openings, is_of_somebody
from support.annotated import annotated, report

TEXT = "Tom Velik runs the port.\nIt is old.\nAna Velik leads the crews.\nVelik has written twice."


def test_a_paragraph_and_the_one_before_it_tell_of_a_surname() -> None:
    seen = report(TEXT)
    assert find_openings(seen, TEXT.index("Velik has")) == [TEXT.index("Velik has"), TEXT.index("Ana")]
    assert find_openings(seen, 0) == [0]


def test_a_bare_surname_is_whom_the_paragraph_before_names_in_full() -> None:
    of = [[mention.span.of(TEXT) for mention in chain.mentions] for chain in annotated(TEXT).chains]
    assert ["Ana Velik", "Velik"] in of


def test_a_bare_surname_behind_both_is_neither() -> None:
    text = "Tom Velik met Ana Velik.\nVelik has written twice."
    of = [[mention.span.of(text) for mention in chain.mentions] for chain in annotated(text).chains]
    assert ["Velik"] in of


def test_his_office_is_not_the_office_told_of_elsewhere() -> None:
    text = "Officers searched the company's office.\nTom Velik spoke. His office said it was late."
    assert is_of_somebody("His office")
    of = [[mention.span.of(text) for mention in chain.mentions] for chain in annotated(text).chains]
    assert ["His office"] in of


def test_a_surname_told_by_a_body_is_not_just_the_last_bearer_named() -> None:
    text = "Tom Velik runs the port. Ana Velik leads the crews.\nTom Velik left.\nVelik of the union stayed."
    of = [[mention.span.of(text) for mention in chain.mentions] for chain in annotated(text).chains]
    assert not any(len(chain) > 2 and chain[0] == "Tom Velik" for chain in of)
