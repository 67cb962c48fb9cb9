from onrecord.link.statements.wordings import read_wording, relate_parts, relate_wordings, weigh_wordings
from onrecord.model.span import Span

DAM = "the dam is sound and will stand for another hundred years"


def likeness(first: str, second: str, *, denied: bool = False, quoted: str = "") -> float:
    parts = [Span(first.index(quoted), first.index(quoted) + len(quoted))] if quoted else []
    features, _ = weigh_wordings(
        {
            "a": read_wording(first, parts),
            "b": read_wording(second, [Span(0, len(second))], denied=denied),
            "c": read_wording("the turbines go to the highest bidder", []),
        },
        {},
    )
    return relate_wordings(features["a"], features["b"])


def test_equal_wordings_are_wholly_alike() -> None:
    assert likeness(DAM, DAM.upper()) > 0.9


def test_a_negation_on_one_side_speaks_against() -> None:
    assert likeness(DAM, DAM) > likeness(DAM, DAM.replace("will stand", "will not stand"))


def test_a_negation_speaks_the_more_against_two_wordings_that_are_both_quoted() -> None:
    negated = DAM.replace("will stand", "will not stand")
    assert likeness(negated, DAM, quoted=negated) < likeness(negated, DAM) - 0.05


def test_what_a_speaker_denied_is_not_what_another_report_has_said() -> None:
    assert likeness(DAM, DAM, denied=True) < 0.65


def test_a_fragment_quoted_alone_is_found_in_the_longer_quotation() -> None:
    short = "he had hopes that it would “stand for another hundred years”"
    assert likeness(short, DAM, quoted="stand for another hundred years") > likeness(short, DAM) + 0.2


def test_one_sentence_in_common_is_found_among_several() -> None:
    rest = "The turbines go to the highest bidder"
    wordings = {"a": read_wording(f"{DAM}. {rest}", []), "b": read_wording(DAM, [])}
    features, parts = weigh_wordings(wordings, {"a": (read_wording(DAM, []), read_wording(rest, []))})
    whole = relate_wordings(features["a"], features["b"])
    assert relate_parts(parts["a"], [features["b"]]) > max(0.9, whole)
    assert relate_parts((), [features["b"]]) == 0.0


def test_a_sentence_that_says_next_to_nothing_stands_for_no_wording() -> None:
    wordings = {"a": read_wording("It is so. " + DAM, []), "b": read_wording("It is so", [])}
    features, parts = weigh_wordings(wordings, {"a": (read_wording("It is so", []),)})
    assert relate_parts(parts["a"], [features["b"]]) == 0.0


def test_no_words_are_like_nothing() -> None:
    assert likeness("…", DAM) == 0.0


def test_one_shared_word_that_only_one_side_takes_back_is_no_likeness() -> None:
    first = "an audit of the dam would not be printed before autumn"
    assert likeness(first, "it will be printed once we are done") < 0.28
    assert likeness(first, "the audit will be printed once we are done") > 0.28
