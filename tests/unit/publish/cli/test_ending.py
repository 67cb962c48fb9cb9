import errno

import pytest
import typer

from onrecord.errors import RecordError
from onrecord.publish.cli.ending import Code, ending, reason_of


def ends(error: BaseException) -> tuple[int, type[BaseException]]:
    @ending
    def command() -> Code:
        raise error

    with pytest.raises(typer.Exit) as raised:
        command()
    return raised.value.exit_code, type(raised.value)


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (RecordError("no record here; build one"), 2, "onrecord: no record here; build one.\n"),
        (
            FileNotFoundError(errno.ENOENT, "x", "a.db"),
            2,
            "onrecord: 'a.db' does not exist; check the path.\n",
        ),
        (
            PermissionError(errno.EACCES, "x", "a.db"),
            2,
            "onrecord: 'a.db' may not be read or written; check its permissions.\n",
        ),
        (IsADirectoryError(errno.EISDIR, "x", b"a"), 2, "onrecord: 'a' is a folder; name a file.\n"),
        (
            OSError(errno.ENOSPC, "x"),
            2,
            "onrecord: the disk is full; make room, or choose another place with -o.\n",
        ),
        (OSError(errno.EIO, "it broke", "a.db"), 2, "onrecord: 'a.db': it broke.\n"),
        (KeyboardInterrupt(), 130, "onrecord: interrupted; nothing was written.\n"),
    ],
)
def test_an_error_is_one_sentence_and_an_exit_code(
    error: BaseException, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(error)[0] == code
    assert capsys.readouterr().err == sentence


def test_a_fault_says_that_it_is_one_and_shows_its_trace_only_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    assert ends(KeyError("x"))[0] == Code.FAULT
    assert "a fault in onrecord (KeyError: 'x')" in capsys.readouterr().err

    monkeypatch.setenv("ONRECORD_DEBUG", "1")

    @ending
    def command() -> Code:
        raise KeyError("x")

    with pytest.raises(KeyError):
        command()


def test_wrong_use_is_left_to_typer() -> None:
    @ending
    def command() -> Code:
        raise typer.BadParameter("no")

    with pytest.raises(typer.BadParameter):
        command()


def test_a_commands_own_code_is_kept() -> None:
    @ending
    def command() -> Code:
        return Code.PARTLY

    with pytest.raises(typer.Exit) as raised:
        command()
    assert raised.value.exit_code == 3


def test_too_little_memory_has_a_way_out() -> None:
    assert "fewer reports" in reason_of(MemoryError())
