"""However a record is reached, at once or in pieces and in any order, it says the same."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.growing import Manner, add
from onrecord.pipeline import build
from onrecord.publish.cli.export import Format, exported
from onrecord.record import check, copy_record, open_record
from support.cheap import cheap_reading, write_notes
from support.command import SAMPLE
from support.containers import BROKEN, GOLDEN
from support.documents import BROKEN_WHOLE, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from support.stores import Places

ALONE = Manner(jobs=1)


def exports(path: Path | str) -> dict[Format, bytes]:
    with open_record(path) as record:
        contents = record.contents()
    return {form: exported(contents, form) for form in Format}


def built(folder: Path, paths: Sequence[Path | str], name: str = "all.db") -> Path:
    build(paths, folder / name, jobs=1).close()
    return folder / name


def grown(folder: Path, paths: Sequence[Path | str], dice: random.Random) -> Path:
    """Build a record of some of `paths` and add the others in pieces; some come twice."""
    order: list[Path | str] = [*paths, *dice.sample(list(paths), len(paths) // 4)]
    dice.shuffle(order)
    cuts = sorted(dice.sample(range(1, len(order)), dice.randint(1, 4)))
    pieces = [order[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    path = built(folder, pieces[0], "grown.db")
    for piece in pieces[1:]:
        add(path, piece, manner=ALONE)
    return path


@pytest.fixture
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("seed", range(6))
def test_a_generated_pile_added_in_pieces_and_any_order_exports_the_same_bytes(
    tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    paths = write_notes(tmp_path / "notes", 30, seed=seed)
    # The same bytes at other places, a file with no text, and one that is none.
    paths += [Path(shutil.copy(path, path.with_name(f"0-{path.name}"))) for path in dice.sample(paths, 3)]
    for name, payload in (
        ("blank.txt", b" \n"),
        ("a-blank.txt", b" \n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n"),
    ):
        (tmp_path / "notes" / name).write_bytes(payload)
        paths.append(tmp_path / "notes" / name)
    paths.append(tmp_path / "gone.txt")

    one, other = built(tmp_path, paths), grown(tmp_path, paths, dice)

    assert exports(one) == exports(other)
    assert check(other) == ()


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("seed", [1, 2])
def test_containers_whole_and_broken_added_in_pieces_tell_the_same_problems(
    tmp_path: Path, seed: int
) -> None:
    # Several hold the same bytes: one that is whole is met after its broken twin, and the other way round.
    dice = random.Random(seed)
    paths: list[Path] = []
    for name, case in [*GOLDEN.items(), *WHOLE.items()]:
        twin = (BROKEN.get(name) or BROKEN_WHOLE[name]).payload
        for folder, payload in (("whole", case.payload), ("broken", twin)):
            paths.append(tmp_path / folder / name)
            paths[-1].parent.mkdir(exist_ok=True)
            paths[-1].write_bytes(payload)

    one, other = built(tmp_path, paths), grown(tmp_path, paths, dice)

    before = exports(one)
    assert exports(other) == before
    add(other, manner=Manner(jobs=1, rebuild=True))
    assert exports(other) == before
    assert check(other) == ()


@pytest.mark.usefixtures("cheap")
def test_a_record_grows_in_a_database_as_in_a_file_and_copies_of_both_say_the_same(
    team: Places, tmp_path: Path
) -> None:
    paths = write_notes(tmp_path / "notes", 30, seed=7)
    path, place = built(tmp_path, paths[:10]), team.at("grown")
    copy_record(path, place)
    for piece in (paths[10:20], paths[5:25], paths[20:]):
        add(path, piece, manner=ALONE)
        add(place, piece, manner=ALONE)
    assert exports(path) == exports(place)

    back, there = tmp_path / "back.db", team.at("there")
    copy_record(place, back)
    copy_record(path, there)
    write_notes(tmp_path / "more", 5, seed=8)
    for one in (path, place, back, there):
        add(one, [tmp_path / "more"], manner=ALONE)
    assert len({tuple(exports(one).values()) for one in (path, place, back, there)}) == 1
    assert check(place) == check(back) == check(there) == ()


@pytest.mark.parametrize("seed", [1])
def test_the_sample_pile_added_in_pieces_exports_the_same_bytes(tmp_path: Path, seed: int) -> None:
    paths = sorted((SAMPLE / "reports").glob("*.txt"))

    one, other = built(tmp_path, paths), grown(tmp_path, paths, random.Random(seed))

    assert exports(one) == exports(other)
    assert check(other) == ()


@pytest.mark.usefixtures("cheap")
def test_reading_everything_again_changes_nothing(tmp_path: Path) -> None:
    path = built(tmp_path, write_notes(tmp_path / "notes", 10, seed=1))
    before = exports(path)

    news = add(path, manner=Manner(jobs=1, rebuild=True))

    assert exports(path) == before
    assert (news.reports, news.statements, news.events, news.problems) == ((), (), (), ())
    assert check(path) == ()
