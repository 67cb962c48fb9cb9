from onrecord.attribute.patterns.layout import find_labelled
from onrecord.model.attribution import Manner
from onrecord.model.report import Zone
from support.attributed import attributed, speakers, the_attribution, view


def test_the_lines_under_a_pull_quote_sign_it() -> None:
    text = "The pier has no future without new planks; it needs a rail.\nMartha Harrow\nMayor of Port Elm"
    zones = (Zone.BODY, Zone.SIGNATURE, Zone.SIGNATURE)
    attribution = the_attribution(text, zones=zones)
    assert attribution.manner is Manner.UNMARKED
    assert speakers(text, zones=zones) == [["Martha Harrow"]]


def test_a_headline_may_open_with_its_speaker() -> None:
    text = "Martha Harrow: the pier is rotten"
    attribution = the_attribution(text, zones=(Zone.HEADLINE,))
    assert attribution.content[0].of(text) == "the pier is rotten"


def test_a_dash_and_a_name_sign_a_quotation() -> None:
    text = "“I have sailed on her for forty years and never been late.” — Martha Harrow"
    assert the_attribution(text).judgement.rule == "layout.dash"


def test_a_repeated_headline_is_read_once() -> None:
    text = "“The pier is rotten,” Martha Harrow says"
    assert len(attributed(text, zones=(Zone.HEADLINE,)).attributions) == 1


def test_the_next_paragraph_may_name_who_spoke() -> None:
    text = "“We tie the boats to the houses here.”\nThat was Martha Harrow, a pilot."
    assert the_attribution(text).judgement.rule == "layout.named-after"


def test_a_label_before_a_small_letter_is_a_captions() -> None:
    assert not attributed("CANDLE POWER: a family plays cards by torchlight").attributions


def test_a_mark_may_stand_before_the_name() -> None:
    text = "“Martha Harrow: We close the pier in May.”"
    attribution = the_attribution(text)
    assert attribution.content[0].of(text) == "We close the pier in May"
    assert attribution.manner is Manner.DIRECT


def test_first_names_that_open_line_after_line_take_turns() -> None:
    text = "Xil: We carve.\nYmre: We sew.\nXil: We never agree about it.\nYmre: Only in the dark."
    found = attributed(text).attributions
    assert [one.content[0].of(text) for one in found] == [
        "We carve",
        "We sew",
        "We never agree about it",
        "Only in the dark",
    ]


def test_a_name_behind_a_sentence_that_ends_in_a_quotation_has_only_written_it_down() -> None:
    text = "Mariano Rajan said that he would stay and insisted that his party was “still the first”. – Kim Harrow"
    assert ["Kim Harrow"] not in speakers(text)


def test_a_headline_may_open_with_what_it_is_about() -> None:
    text = "Elmford votes: the pier stays shut\nThe town of Elmford counted until noon."
    assert not attributed(text, zones=(Zone.HEADLINE, Zone.BODY)).attributions


def test_a_line_that_ends_in_a_verb_before_its_colon_is_no_label() -> None:
    text = "Ana Velik, 51, fumed: 'We wrote in May.'\nFire boss Jo Roe said: 'My crews were heroes.'\nIt was late."
    assert speakers(text) == [["Ana Velik"], ["Jo Roe"]]


def test_a_name_with_a_handle_posts_what_stands_behind_the_colon() -> None:
    text = (
        "Martha Roe @MarthaRows: The first bus was late. It is late every day.\n\n"
        "Tom Velik, electoral commissioner @Commish: No ballot papers have run out."
    )
    assert speakers(text) == [["Martha Roe"], ["Tom Velik"]]


def test_the_head_of_a_mail_in_a_text_speaks_to_nobody() -> None:
    lines = ["Subject: The quay is shut", "Date: It was on Monday", "Content-Type: text is plain here"]
    assert not find_labelled(view("\n\n".join(["The quay closed on Monday.", *lines])))
