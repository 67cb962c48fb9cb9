from typing import TYPE_CHECKING

from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.record import check
from support.records import written
from support.stores import Places

if TYPE_CHECKING:
    from typer.testing import Result


def run(*arguments: object) -> "Result":
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_a_record_is_copied_and_the_copy_named(places: Places) -> None:
    source, target = written(places), places.at("copy.db")

    done = run("copy", source, target)

    assert (done.exit_code, check(target)) == (0, ())
    assert done.output.endswith(": 3 reports, as they were sealed\n")


def test_a_place_that_is_taken_is_refused_with_the_way_out(places: Places) -> None:
    source, target = written(places), written(places, name="copy.db")

    assert run("copy", source, target).exit_code == 2
    assert run("copy", source, target, "--replace").exit_code == 0
