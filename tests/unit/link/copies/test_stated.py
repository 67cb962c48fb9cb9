from onrecord.link.copies.acknowledged import find_acknowledged
from onrecord.link.copies.copies import find_copies
from onrecord.link.copies.lineages import group_lineages
from onrecord.link.copies.stated import find_stated
from support.piles import reading_of

RESCUE = (
    "Rescuers pulled eleven hikers from the slopes of Mount Gren on Saturday after a sudden storm buried the upper hut "
    "in snow and cut the only path into the valley below."
)


def stated(*paragraphs: str) -> list[str]:
    return [credit.outlet for credit in find_stated(reading_of("Hikers", paragraphs).report)]


def test_a_source_in_brackets_is_stated() -> None:
    text = "Eleven were saved. (Source: Alpine Agency; translation: Il Foglio) They had tea."
    assert stated(text, "More was told later.") == ["Alpine Agency"]
    assert stated("Eleven were saved. [source: the Velm Courier]", "More.") == ["the Velm Courier"]


def test_names_of_houses_below_the_text_are_stated() -> None:
    assert stated(RESCUE, "Baltia Press") == ["Baltia Press"]
    assert stated(RESCUE, "Alpine Agency/Lissa Courier") == ["Alpine Agency", "Lissa Courier"]


def test_a_persons_name_below_the_text_is_no_house() -> None:
    assert stated(RESCUE, "Olga Brand") == []
    assert stated(RESCUE, "Press") == []


def test_who_reports_something_in_a_sentence_is_not_where_the_text_is_from() -> None:
    assert stated("Eleven were saved, Baltia Press reports.", "The source: a guide, would say no more.") == []


def test_each_name_stands_where_it_is_written() -> None:
    report = reading_of("Hikers", [RESCUE, "Alpine Agency/Lissa Courier"]).report
    assert [credit.span.of(report.text) for credit in find_stated(report)] == [
        "Alpine Agency",
        "Lissa Courier",
    ]


def test_a_joint_signature_tells_whose_text_it_is() -> None:
    agency = reading_of("Hikers saved", [RESCUE], outlet="Alpine Agency")
    paper = reading_of("Our hikers", [RESCUE, "Alpine Agency/Lissa Courier"], outlet="Lissa Courier")
    readings = sorted((agency, paper), key=lambda reading: reading.report.id)

    (lineage,) = group_lineages(readings, find_copies(readings))

    assert (lineage.origin, lineage.credit) == (agency.report.id, "Alpine Agency")
    assert [one.span.of(paper.report.text) for one in lineage.evidence] == ["Alpine Agency"]


def test_a_source_line_leads_to_the_houses_report_in_other_words() -> None:
    agency = reading_of("Hikers saved on Mount Gren", [RESCUE], outlet="Alpine Agency", day="2023-01-15")
    told = "Eleven excursionists have been saved from Mount Gren in snow and storm. (Source: Alpine Agency)"
    paper = reading_of(
        "Mount Gren: hikers saved", [told, "It was cold."], outlet="Il Foglio", day="2023-01-15"
    )
    readings = sorted((agency, paper), key=lambda reading: reading.report.id)

    assert find_acknowledged(readings, ()) == ((paper.report.id, agency.report.id),)
