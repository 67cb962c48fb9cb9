from onrecord.annotate.meanings import EncodedMeanings, load_meanings

SHUT = ("The old quay is shut.",)
CLOSED = ("The ancient pier has been closed.",)
TAXES = ("Taxes on salt will rise in May.",)


def test_a_paraphrase_is_nearer_than_another_subject() -> None:
    same, other = load_meanings().relate([SHUT, CLOSED, TAXES], [(0, 1), (0, 2)])
    assert same > other + 20


def test_a_part_is_found_in_a_longer_wording() -> None:
    long = ("Nobody asked us, and the old quay is shut.", "Nobody asked us", "the old quay is shut.")
    whole, part = load_meanings().relate([SHUT, long[:1], long, TAXES], [(0, 1), (0, 2)])
    assert part > whole


def test_the_order_of_the_wordings_changes_nothing() -> None:
    forth = load_meanings().relate([SHUT, CLOSED, TAXES], [(0, 1)])
    back = load_meanings().relate([TAXES, CLOSED, SHUT], [(2, 1)])
    assert forth == back


def test_words_that_render_each_other_are_linked() -> None:
    links = load_meanings().link_words(["The", "quay", "is", "shut"], ["The", "pier", "is", "closed"])
    assert links is not None
    assert {(1, 1), (3, 3)} <= links


def test_very_long_wordings_are_not_linked_word_by_word() -> None:
    assert load_meanings().link_words(["quay"] * 200, ["quay"]) is None


def test_no_words_have_no_links() -> None:
    assert load_meanings().link_words([], ["quay"]) == frozenset()


def test_what_was_worked_out_of_texts_gives_the_same_answers_and_the_same_again() -> None:
    meanings = EncodedMeanings()
    wordings, pairs = [SHUT, CLOSED, TAXES], [(0, 1), (1, 2)]
    first: dict[str, bytes] = {}
    second: dict[str, bytes] = {}
    assert meanings.remembering({}, first).relate(wordings, pairs) == meanings.relate(wordings, pairs)
    assert meanings.remembering(first, second).relate(wordings, pairs) == meanings.relate(wordings, pairs)
    assert first == second
    assert len(first) == len(wordings)


def test_what_is_known_of_a_text_is_not_worked_out_again() -> None:
    asked: dict[str, bytes] = {}
    EncodedMeanings().remembering({}, asked).relate([SHUT, CLOSED], [(0, 1)])
    swapped = dict(zip(asked, reversed(asked.values()), strict=True))
    now: dict[str, bytes] = {}
    (likeness,) = EncodedMeanings().remembering(swapped, now).relate([SHUT, TAXES], [(0, 1)])
    (told,) = EncodedMeanings().relate([CLOSED, TAXES], [(0, 1)])
    assert likeness == told
    assert now.keys() - asked.keys()


def test_what_no_answer_rested_on_is_not_kept() -> None:
    asked: dict[str, bytes] = {}
    assert EncodedMeanings().remembering({}, asked).relate([SHUT, CLOSED], []) == ()
    assert asked == {}
