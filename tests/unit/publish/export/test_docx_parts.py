import io
import zipfile

from onrecord.publish.export.docx_parts import EARLIEST, STYLES, archive_of, core_properties
from onrecord.publish.export.markup import element


def test_an_archive_tells_no_time_and_is_the_same_each_time() -> None:
    parts = {"b.xml": element("b"), "a.xml": element("a")}
    made = archive_of(parts)

    assert made == archive_of(parts)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [(one.filename, one.date_time) for one in archive.infolist()] == [
            ("b.xml", EARLIEST),
            ("a.xml", EARLIEST),
        ]
        assert archive.read("a.xml").endswith(b"<a/>")


def test_properties_have_a_title_and_no_day() -> None:
    told = core_properties("A & B", "onrecord 0")

    assert "A &amp; B" in told
    assert "created" not in told
    assert "modified" not in told


def test_every_style_that_rests_on_another_finds_it() -> None:
    assert STYLES.count('w:basedOn w:val="Normal"') + 1 == STYLES.count('w:type="paragraph"')
