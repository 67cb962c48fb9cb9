from dataclasses import replace

from onrecord.link.copies.copies import Copy
from onrecord.link.linking import link
from onrecord.link.names.wished import add_wished_copies, name_wished_origins, regroup
from onrecord.model.correction import Wishes
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.span import Span
from onrecord.model.statement import Lineage, Linked, Passage
from onrecord.settings import Settings
from support.corrected import DAY, quay_pile

FIRST, SECOND = quay_pile()
TIDE, TIDE_AGAIN = FIRST.attributions[0], SECOND.attributions[0]
WAIT = SECOND.attributions[1]
TEXTS = {reading.report.id: reading.report.text for reading in (FIRST, SECOND)}


def linked(**wishes: object) -> Linked:
    return link((FIRST, SECOND), Settings(), wishes=replace(Wishes(), **wishes))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def statement_of(found: Linked, attribution_id: str) -> set[str]:
    return next(
        members
        for statement in found.statements
        if attribution_id in (members := {key for one in statement.variants for key in one.attribution_ids})
    )


def test_two_attributions_are_one_statement_where_a_person_says_so() -> None:
    assert statement_of(linked(), WAIT.id) == {WAIT.id}
    joined = linked(same_statements=((TIDE.id, WAIT.id),))
    assert statement_of(joined, WAIT.id) == {TIDE.id, TIDE_AGAIN.id, WAIT.id}


def test_two_attributions_are_two_statements_where_a_person_says_so() -> None:
    assert statement_of(linked(), TIDE.id) == {TIDE.id, TIDE_AGAIN.id}
    parted = linked(other_statements=((TIDE.id, TIDE_AGAIN.id),))
    assert statement_of(parted, TIDE.id) == {TIDE.id}


def test_of_two_statements_the_second_leaves_with_its_very_words() -> None:
    whole = ((TIDE, TIDE_AGAIN, WAIT),)
    parted = regroup(whole, Wishes(other_statements=((WAIT.id, TIDE.id),)), TEXTS)
    assert sorted(sorted(one.id for one in group) for group in parted) == sorted(
        [[WAIT.id], sorted([TIDE.id, TIDE_AGAIN.id])]
    )


def test_a_wish_about_words_that_are_not_there_changes_nothing() -> None:
    wishes = Wishes(same_statements=((TIDE.id, "a00"),), other_statements=(("a00", WAIT.id),))
    assert regroup([(TIDE,), (WAIT,)], wishes, TEXTS) == sorted(
        [(TIDE,), (WAIT,)], key=lambda group: group[0].id
    )


def test_two_names_are_one_where_a_person_says_so_and_the_entity_tells_it() -> None:
    assert len(linked().entities) == 2
    (entity,) = linked(same_names=(("Ragna Tolliver", "Ana Velik"),)).entities
    assert any("a reader says" in why for why in entity.merges)


def test_words_get_the_day_that_a_person_gives() -> None:
    moment = Moment(earliest=DAY, latest=DAY, basis=Basis.GIVEN, why="lh gives it")
    found = linked(said={TIDE_AGAIN.id: moment})
    assert [one.said for one in found.statements if one.said == moment] == [moment]


def test_a_report_is_a_copy_of_another_where_a_person_says_so() -> None:
    found = linked(copies=((SECOND.report.id, FIRST.report.id),))
    (lineage,) = found.lineages
    assert set(lineage.report_ids) == {FIRST.report.id, SECOND.report.id}
    assert lineage.origin == FIRST.report.id


def test_a_copy_that_was_found_keeps_its_passages() -> None:
    found = Copy("r1", "r2", (), share=0.3)
    (copy,) = add_wished_copies([found], Wishes(copies=(("r2", "r1"),)))
    assert (copy.pair, copy.is_whole) == (("r1", "r2"), True)


def test_a_copy_that_a_person_names_turns_what_was_taken_for_copied_from_it() -> None:
    def place(report_id: str) -> Evidence:
        return Evidence(report_id=report_id, span=Span(0, 9))

    lineage = Lineage(
        id="l1",
        report_ids=("r1", "r2", "r3"),
        origin="r1",
        credit=None,
        evidence=(),
        passages=(
            Passage(source=place("r1"), copy=place("r2")),
            Passage(source=place("r1"), copy=place("r3")),
        ),
    )
    (turned,) = name_wished_origins([lineage], Wishes(copies=(("r1", "r2"),)))
    assert turned.origin == "r2"
    assert [(one.source and one.source.report_id, one.copy.report_id) for one in turned.passages] == [
        ("r2", "r1"),
        ("r1", "r3"),
    ]
    assert name_wished_origins([lineage], Wishes(copies=(("r1", "r9"),))) == (lineage,)
