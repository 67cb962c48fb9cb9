"""What a line looks like: a heading, a name, a sentence, somebody's speech. Plain tests that zones are decided by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.outlets import OUTLET_NOUNS, SECTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.clean.lines import Line

_SPEECH: Final = re.compile(
    r"\b(?:said|says|told|tells|added|adds|warned|stressed|stated|asked|replied|insisted|argued|claimed|declared"
    r"|announced|noted|explained|concluded|continued|admitted|denied|urged|recalled|pointed out|remarked"
    r"|according to|wrote|tweeted|vowed|pledged|repeated|called for)\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“„«\"][^“”„«»\"]{8,}?[”“»\"]")
_OPENING_MARKS: Final = "“„«\"‘'"
_CLOSING_MARKS: Final = "”“»\"’')]"
_SENTENCE_ENDS: Final = ".!?…;:,"
_INNER_STOP: Final = re.compile(r"[.!?…][”»\"’')\]]*\s+[“«\"‘'(\[]*[A-ZÀ-ÞА-Я]")
_NAME_WORD: Final = re.compile(
    r"(?:[A-ZÀ-ÞŠŽČĐŁŚŻА-ЯЁІЇЄ][\w’'-]*\.?|(?:de|da|di|del|van|von|der|den|al|bin|la|le|el|dos|du|ter|ten|y))"
)
_WORDS_OF_JOINERS = "a an and as at by for from in into of on or over the to with der die das"
_JOINERS: Final = frozenset(_WORDS_OF_JOINERS.split())

LONGEST_HEADING: Final = 22
"""Words."""
FEWEST_OF_PARAGRAPH: Final = 12
"""Words of a line that, with a full stop, is a paragraph and no heading."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether `text` holds one of `phrases`, in lower case, wherever: far sooner than a pattern of them all does."""
    folded = text.casefold()
    return any(map(folded.__contains__, phrases))


def bare(text: str) -> str:
    """Return `text` in lower case without marks and blanks at its ends, for comparing with a list of labels."""
    return text.casefold().replace("’", "'").strip(" \t\u00a0.,:;|/-–—•·*#>»«[](){}…!_+=→←↓↑▼►✓")


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, closing marks aside."""
    stripped = text.rstrip(_CLOSING_MARKS + " ")
    return stripped.endswith((".", "!", "?", "…")) and not stripped.endswith("..,")


def ends_with_stop(text: str) -> bool:
    """Tell whether `text` ends in a full stop or a sign that speech goes on, so that it is no heading."""
    return text.rstrip(_CLOSING_MARKS + " ").endswith((".", "…", ":", ";", ","))


def is_title_case(line: Line) -> bool:
    """Tell whether nearly every long word is capitalised ("Board Turns Down Second Offer.")."""
    long_words = [word for word in line.words if word.casefold() not in _JOINERS and word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 2 and capitals * 10 >= len(long_words) * 8  # noqa: PLR2004 - a bare name is no title


def is_speech(text: str) -> bool:
    """Tell whether somebody plainly is quoted or reported in `text`: it must not be taken for furniture.

    >>> is_speech("“We are not closing a harbour,” the mayor said."), is_speech("Sign up for “The Tide” today!")
    (True, False)
    """
    return bool(_SPEECH.search(text)) and (bool(_QUOTED.search(text)) or ends_sentence(text))


def is_quoted(text: str) -> bool:
    """Tell whether `text` holds a longer stretch between quotation marks."""
    return bool(_QUOTED.search(text))


def is_paragraph(line: Line) -> bool:
    """Tell whether `line` is running text: a full sentence of some length, or several."""
    count = len(line.words)
    if count > LONGEST_HEADING + 8:
        return True
    if has_inner_stop(line.text) and ends_sentence(line.text):
        return True
    return count >= FEWEST_OF_PARAGRAPH and ends_with_stop(line.text) and not is_title_case(line)


def has_inner_stop(text: str) -> bool:
    """Tell whether a sentence ends inside `text`; initials and "St." are told by the shortness of the word."""
    for match in _INNER_STOP.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()].split()
        if before and len(before[-1]) > 3:  # noqa: PLR2004 - "Rep.", "Mr.", "U.S."
            return True
    return False


def is_heading(line: Line) -> bool:
    """Tell whether `line` could head a report or a part of it."""
    if len(line.words) > LONGEST_HEADING or not line.text[:1].strip():
        return False
    if line.text[0] in "•·*-–—▪◦" or line.text[0].islower():
        return False
    if line.text.endswith((":", ";", ",")) or (ends_with_stop(line.text) and not is_title_case(line)):
        return False
    return any(letter.isalpha() for letter in line.text)


def is_name(text: str) -> bool:
    """Tell whether `text` has the shape of a person's name: two to four capitalised words and nothing else.

    >>> is_name("Ana Velik"), is_name("Jan van der Meer"), is_name("Old Quay to close")
    (True, True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or any(letter.isdigit() for letter in text):  # noqa: PLR2004
        return False
    if not all(_NAME_WORD.fullmatch(word) for word in words) or words[-1].casefold() in OUTLET_NOUNS:
        return False
    if is_section(text) or is_section(words[-1]) or words[0] in {"The", "A", "An"}:
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and not text.isupper()


def is_section(text: str) -> bool:
    """Tell whether `text` is made of names of a paper's sections only ("World | Politics")."""
    words = re.findall(r"[\w-]+", text.casefold())
    return bool(words) and all(word in SECTION_WORDS or word in {"and", "the"} for word in words)
