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
    assert found == {LEAD: None, MORE: None}


def test_captions_and_headings_are_told_by_their_elements() -> None:
    found = zones(
        f"<article><figure><figcaption>The quay at dawn</figcaption></figure><p>{LEAD}</p><h2>What next</h2>"
        f"<p>{MORE}</p></article>"
    )
    assert (found["The quay at dawn"], found["What next"]) == (Zone.CAPTION, Zone.SUBHEADING)


def test_a_page_without_any_sign_of_an_article_is_still_read() -> None:
    assert zones("<div>Ahoy</div>") == {"Ahoy": None}
    assert read_markup("").passages == ()
