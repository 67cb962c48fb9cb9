import pytest

from onrecord.publish.cli.lines import line, print_lines

LONG = "one two three four five six seven eight nine ten"


def test_a_line_in_a_pipe_is_never_wrapped_and_has_no_blanks_behind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    print_lines([line((LONG, "bold"), indent=2), line()])

    assert capsys.readouterr().out == f"  {LONG}\n\n"


def test_a_line_in_a_terminal_wraps_under_its_own_indent(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "30", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    print_lines([line(LONG, indent=2, hanging=2)])

    assert capsys.readouterr().out == ("  one two three four five\n    six seven eight nine ten\n")


def test_a_line_keeps_some_width_in_the_narrowest_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "5", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    print_lines([line("one two three", indent=4)])

    assert capsys.readouterr().out == "    one two three\n"
