import pytest

from onrecord.publish.room.rendering import STATIC, compile_templates, read_static, render, static


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


def test_every_template_can_be_compiled() -> None:
    compile_templates()
