from types import SimpleNamespace

import pytest

from onrecord.model.listing import Named
from onrecord.publish.room.rendering import STATIC, compile_templates, read_static, render, static
from onrecord.publish.room.rows import Run

FRAME = {"path": "", "record_name": "x", "reviewed": False, "edit": False, "form": None, "formats": ()}


@pytest.mark.parametrize("name", sorted(STATIC))
def test_an_address_of_a_file_changes_with_its_content(name: str) -> None:
    body, media_type, mark = read_static(name)
    assert body
    assert "/" in media_type
    assert static(name) == f"/static/{name}?v={mark}"


@pytest.mark.parametrize("name", ["../app.py", "room.css/../../app.py", "", "look.css\x00"])
def test_nothing_but_these_files_is_served(name: str) -> None:
    with pytest.raises(KeyError):
        read_static(name)


def test_what_came_in_with_reports_is_escaped_and_made_visible() -> None:
    values = {
        "title": "<b>\x00",
        "path": "",
        "record_name": "x",
        "reviewed": False,
        "edit": False,
        "form": None,
        "formats": (),
        "status": 404,
        "back": "",
        "sentence": "<script>",
    }
    page = render("refusal.html.j2", values)
    assert "&lt;b&gt;␀" in page
    assert "&lt;script&gt;" in page


def test_what_stands_in_a_row_of_a_list_is_made_visible_there() -> None:
    """A row is mark-up by the time it is put on its page: its pieces must have been looked at before."""
    named = Named(id="p1", name="Ana \x07<i>Velik\ud800")
    row = SimpleNamespace(
        id="s1", speakers=(named,), language="en", reports=2, lineages=1, event=named, said=None
    )
    runs = (Run("closed\x07 <b>\ud800", found=True), Run("again\x07"))
    one = SimpleNamespace(
        row=row, runs=runs, about=("direct\x07",), credit="denied\x07", when="no day\x07", place="/r\x07"
    )
    values = {
        **FRAME,
        "title": "like",
        "statement_id": "s1",
        "text": "a\x07",
        "language": "en",
        "alike": [one],
    }
    page = render(
        "like.html.j2", {**values, "story": "b\x07", "within": False, "everywhere": "", "in_story": ""}
    )

    assert "\x07" not in page
    assert "\ud800" not in page
    assert "<i>" not in page
    assert page.count("Ana ␇&lt;i&gt;Velik\ufffd") == 2
    assert '<mark class="hit">closed␇ &lt;b&gt;\ufffd</mark>' in page


def test_every_template_can_be_compiled() -> None:
    compile_templates()
