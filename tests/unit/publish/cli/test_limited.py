from pathlib import Path

from onrecord.model.attribution import Level
from onrecord.publish.cli.limited import open_limited
from onrecord.record import write
from support.contents import ferry_contents


def test_a_record_is_opened_down_to_a_level_and_its_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ferry.db"
    write(path, ferry_contents())
    before = path.read_bytes()
    numbers: list[int] = []
    for level in Level:
        with open_limited(path, level) as record:
            numbers.append(record.summary().attributions)

    assert numbers == [6, 7, 8]
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["ferry.db"]


def test_everything_is_read_from_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "ferry.db"
    write(path, ferry_contents())
    with open_limited(path, Level.POSSIBLE) as record:
        assert record.place == str(path)
        assert record.contents() == ferry_contents()
