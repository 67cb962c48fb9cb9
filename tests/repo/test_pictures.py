"""The pictures in README and docs show the pages as they look today."""

from pathlib import Path

from support.look import PICTURES, look_digest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def test_the_pictures_were_taken_of_the_look_of_today() -> None:
    taken = (DOCS / "pictures" / "look.txt").read_text(encoding="utf-8").strip()
    assert taken == look_digest(), "the look has changed since the pictures were taken: run `make docs`"


def test_every_picture_is_there_and_shown_somewhere() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", DOCS / "room.md"))
    for name in PICTURES:
        assert (DOCS / "pictures" / f"{name}.png").stat().st_size > 10_000
        assert f"pictures/{name}.png" in shown
