from dataclasses import replace
from datetime import date

from onrecord.model.attribution import Judgement, Level
from onrecord.model.contents import Contents
from onrecord.model.moment import Basis, Moment
from onrecord.publish.cli.changed import LISTED, RENUMBERED, changed_lines, is_renumbered
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def told(after: Contents, before: Contents | None = None) -> list[str]:
    return [one.text.plain for one in changed_lines(pile_of(before or ferry_contents()), pile_of(after))]


def test_where_nothing_is_otherwise_no_number_is_told() -> None:
    assert told(ferry_contents()) == ["Nothing else in the record is otherwise for it."]


def test_another_speaker_and_a_persons_word_are_told_by_their_words() -> None:
    contents = ferry_contents()
    first, *others = contents.readings
    one, *more = first.attributions
    by_person = Judgement(rule="person.speaker", because=(), level=Level.CERTAIN)
    changed = replace(one, speakers=(), judgement=by_person)
    lines = told(replace(contents, readings=(replace(first, attributions=(changed, *more)), *others)))
    words = one.content[0].of(first.report.text)
    assert any(text.startswith(f"Ana Velik → unknown speaker  │ said: {words[:40]}") for text in lines)
    assert any("→ certain: a person's word" in text for text in lines)
    assert "New since last time" not in lines


def test_words_that_are_nobodys_speech_and_the_other_way_round() -> None:
    contents = ferry_contents()
    pile = pile_of(contents)
    gone = contents.readings[0].attributions[-1]
    statements = tuple(one for one in pile.statements if one != pile.statements_by_attribution[gone.id])
    first, *others = contents.readings
    fewer = replace(
        contents,
        readings=(replace(first, attributions=first.attributions[:-1]), *others),
        linked=replace(contents.linked, statements=statements),
    )
    number = len(pile.attributions_by_id)
    lines = told(fewer)
    assert f"Attributions  {number - 1}, before {number}" in lines
    assert any(text.startswith("nobody’s speech any more  │ ") and text.endswith(gone.id) for text in lines)
    assert any(text.startswith("read as speech now") for text in told(contents, fewer))


def test_days_are_told_before_and_after_and_many_are_counted() -> None:
    contents = ferry_contents()
    day = date(2021, 3, 9)
    moment = Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="a reader says so")
    said = tuple(replace(one, said=moment) for one in contents.linked.statements)
    lines = told(replace(contents, linked=replace(contents.linked, statements=said)))
    assert sum("→ Tuesday 9 March 2021  statement: " in text for text in lines) == min(LISTED, len(said))


def test_it_is_said_when_numbers_name_other_things() -> None:
    contents = ferry_contents()
    first, *others = contents.linked.statements
    other = replace(first, corroboration=replace(first.corroboration, reports=0, lineages=0))
    after = replace(contents, linked=replace(contents.linked, statements=(*others, other)))
    assert is_renumbered(pile_of(contents), pile_of(after))
    assert told(after)[-1] == RENUMBERED
