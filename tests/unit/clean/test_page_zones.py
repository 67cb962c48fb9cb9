from onrecord.clean.markup import read_markup
from onrecord.clean.pages import read_page
from onrecord.model.report import Zone

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."
MORE = "Works start in May, she added, and will last two years at the least, weather permitting."


def zones(body: str) -> dict[str, Zone | None]:
    source = f"<html><body>{body}</body></html>"
    page = read_page(source, bytes(len(letter.encode()) for letter in source))
    return {line.text: zone for line, zone in zip(page.lines, page.zones, strict=True)}


def test_navigation_and_named_boxes_are_furniture() -> None:
    found = zones(
        f"<nav>Home</nav><article><h1>Quay to close</h1><p>{LEAD}</p>"
        f"<div class='related-links'><p>{MORE}</p></div></article>"
    )
    assert found == {
        "Home": Zone.FURNITURE,
        "Quay to close": Zone.HEADLINE,
        LEAD: None,
        MORE: Zone.FURNITURE,
    }


def test_a_block_quotation_in_the_article_is_kept() -> None:
    found = zones(f"<article><p>{LEAD}</p><blockquote>{MORE}</blockquote></article>")
    assert found == {LEAD: None, MORE: Zone.BODY}


def test_captions_and_headings_are_told_by_their_elements() -> None:
    found = zones(
        f"<article><figure><figcaption>The quay at dawn</figcaption></figure><p>{LEAD}</p><h2>What next</h2>"
        f"<p>{MORE}</p></article>"
    )
    assert (found["The quay at dawn"], found["What next"]) == (Zone.CAPTION, Zone.SUBHEADING)


def test_a_page_without_any_sign_of_an_article_is_still_read() -> None:
    assert zones("<div>Ahoy</div>") == {"Ahoy": None}
    assert read_markup("").passages == ()


def test_a_line_that_leads_to_another_page_is_none_of_the_report() -> None:
    found = zones(
        f"<article><p>{LEAD}</p><p><a href=/more>Why the quay matters to all of us.</a></p><p>{MORE}</p></article>"
    )
    assert found["Why the quay matters to all of us."] is Zone.FURNITURE


def test_a_heading_above_other_pages_is_none_of_the_report() -> None:
    found = zones(
        f"<article><h1>Quay to close</h1><h2>What next</h2><p>{LEAD}</p><p>{MORE}</p><h2>Read on</h2><ul><li><a href=/x>Eel</a></ul></article>"
    )
    assert (found["What next"], found["Read on"]) == (Zone.SUBHEADING, Zone.FURNITURE)


def test_items_and_cells_of_the_report_are_its_body() -> None:
    found = zones(
        f"<article><p>{LEAD}</p><table><tr><th>Year<th>2019</table><ul><li>Eels</ul><p>{MORE}</p></article>"
    )
    assert (found["Year"], found["2019"], found["Eels"]) == (Zone.BODY, Zone.BODY, Zone.BODY)


def test_the_day_above_the_headline_is_none_of_the_report() -> None:
    found = zones(
        f"<div>Friday, 4 March 2022</div><h1>Quay to close</h1><div>3 March 2022</div><p>{LEAD}</p><p>{MORE}</p>"
    )
    assert (found["Friday, 4 March 2022"], found["3 March 2022"]) == (Zone.FURNITURE, None)


def test_who_signs_a_block_quotation_is_left_to_the_line() -> None:
    found = zones(
        f"<article><p>{LEAD}</p><blockquote><p>{MORE}</p><footer>Tobias Renwick</footer></blockquote></article>"
    )
    assert (found[MORE], found["Tobias Renwick"]) == (Zone.BODY, None)


def test_a_day_of_updating_is_none_of_the_report() -> None:
    found = zones(f"<h1>Quay to close</h1><p>Updated: 4 March 2022</p><p>{LEAD}</p><p>{MORE}</p>")
    assert found["Updated: 4 March 2022"] is Zone.FURNITURE
