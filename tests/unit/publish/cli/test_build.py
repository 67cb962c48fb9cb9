import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.publish.cli.build import settings_of


def test_the_settings_are_those_asked_for() -> None:
    settings = settings_of("1990-1999", "a_model")

    assert (settings.years, settings.model) == ((1990, 1999), "a_model")
    assert settings_of("2000-2030", None).model != "a_model"


@pytest.mark.parametrize("years", ["2000", "2030-2000", "x-y", "0-10"])
def test_what_is_no_range_of_years_is_refused(years: str) -> None:
    with pytest.raises(typer.BadParameter):
        settings_of(years, None)


def test_nothing_to_read_and_no_output_are_wrong_use() -> None:
    assert CliRunner().invoke(app, ["build", "-o", "x.db"]).exit_code == 2
    assert CliRunner().invoke(app, ["build", "reports"]).exit_code == 2
    assert CliRunner().invoke(app, ["build", "reports", "-o", "x.db", "--column", "body"]).exit_code == 2


def test_the_tagger_may_be_left_out_and_more_be_taken() -> None:
    settings = settings_of("2000-2030", None, tagger=False, wide=True)
    assert (settings.tagger, settings.wide) == (False, True)


@pytest.mark.parametrize("pair", ["Ana Velik", "Ana Velik|", "Roe|Roe", "Roe|Rowe|Velik"])
def test_what_is_no_pair_of_names_is_refused(pair: str) -> None:
    assert CliRunner().invoke(app, ["build", "reports", "-o", "x.db", "--apart", pair]).exit_code == 2
