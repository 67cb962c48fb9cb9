import re
from textwrap import dedent

import pytest
from markdown_it import MarkdownIt

from onrecord.publish.export.brief_markdown import escaped, write_brief_markdown
from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.notes import printed
from support.cited import Cited, assert_exact
from support.taken import NASTY, denying, ferry, parts_of, saying

CONTENTS = ferry()
NOTE = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


def paragraphs_of(markdown: str) -> list[tuple[bool, str]]:
    """Return the text of each paragraph as a Markdown reader prints it, and whether it is a quotation block."""
    found: list[tuple[bool, str]] = []
    deep = 0
    for token in MarkdownIt("commonmark").parse(markdown):
        deep += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline":
            children = token.children or []
            assert not [one.type for one in children if one.type in {"html_inline", "image"}]
            found.append((deep > 0, "".join(one.content for one in children)))
        assert token.type != "html_block"
    return found


def notes_of(payload: bytes) -> list[Cited]:
    pieces = NOTE.split(payload.decode())
    notes: list[Cited] = []
    for number, body in zip(pieces[1::2], pieces[2::2], strict=True):
        head, _, rest = body.partition("\n")
        paragraphs = [(False, paragraphs_of(head)[0][1]), *paragraphs_of(dedent(rest))]
        words = tuple(text for quoted, text in paragraphs if quoted)
        plain = [text for quoted, text in paragraphs if not quoted]
        notes.append(Cited(int(number), plain[0], words, " ".join(plain[1:])))
    return notes


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_every_citation_is_exact(choice: Chosen) -> None:
    payload = write_brief_markdown(CONTENTS, choice)
    notes = notes_of(payload)
    asked = {int(one) for one in re.findall(r"(?<!\\)\[\^(\d+)\](?!:)", payload.decode())}

    assert_exact(CONTENTS, notes)
    assert asked == {note.number for note in notes} != set()


@pytest.mark.parametrize("words", NASTY)
def test_any_words_are_shown_and_none_are_mark_up(words: str) -> None:
    contents = saying(words, title=words, name=words, outlet=words)
    payload = write_brief_markdown(contents, Chosen())
    notes = notes_of(payload)

    assert len(notes) == 1
    assert notes[0].words[0].strip("“”") == printed(words).strip("“”")
    assert ("A sign stands for" in payload.decode()) == any(
        one in words for one in "\x00\x07\x1b\ud83d\u202e"
    )


@pytest.mark.parametrize("words", NASTY)
def test_escaped_words_come_back_from_a_reader_at_any_place(words: str) -> None:
    for before in ("", "> ", "x "):
        (found,) = paragraphs_of(before + escaped(words))
        assert found[1] == before.removeprefix("> ") + printed(words)


def test_the_same_contents_give_the_same_brief() -> None:
    assert write_brief_markdown(CONTENTS, Chosen()) == write_brief_markdown(CONTENTS, Chosen())


def test_a_denial_never_reads_as_an_assertion() -> None:
    assert (
        "\n> *has never believed:* the quay was safe[^1]\n"
        in write_brief_markdown(denying(), Chosen()).decode()
    )
