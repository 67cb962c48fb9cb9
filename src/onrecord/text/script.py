"""One key for the spellings of a name, whichever alphabet or romanisation it went through.

"Zelenskiy", "Zelenskyy", "Zelensky" and "Зеленський" share a key; so do "Dmytro" and "Dmitro". The key drops what
romanisations disagree on and nothing else: two people seldom share one by chance, and callers still compare
given names. Rules apply in order, each on what the one before left.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

_CYRILLIC: Final = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяўјљњћђџѓќѕ",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "ie",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            ".",
            "i",
            ".",
            "e",
            "iu",
            "ia",
            "u",
            "i",
            "l",
            "n",
            "c",
            "d",
            "dzh",
            "g",
            "k",
            "dz",
        ],
        strict=True,
    )
)
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "ks",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "i",
            "f",
            "kh",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_LETTERS: Final = {
    ord(letter): latin.replace(".", "") for letter, latin in (_CYRILLIC | _GREEK).items()
} | {
    ord(letter): latin
    for letter, latin in {
        "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ŋ": "ng",
    }.items()
}  # fmt: skip

_REPLACED: Final = {
    letter: tuple(written.split())
    for letter, written in {
        "ä": "a ae", "ö": "o oe", "ü": "u ue", "å": "a aa", "ø": "o oe", "æ": "ae a", "ð": "d dh",
        "ş": "s sh", "ç": "c ch", "ğ": "g gh",
    }.items()
}  # fmt: skip
"""How German, Nordic and Turkish letters are written where they cannot be had: the bare letter, or its usual replacement."""

_MOST_REPLACED: Final = 4
"""Such letters of one name part; what has more is written the bare way alone."""

_RULES: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"[^a-z]", ""),
        (r"shch|schtsch|sjtj|szcz", "sh"),
        (r"tsch|tch|tj|cz", "ch"),
        (r"^(?:ye|ie)", "e"),
        (r"^[yi](?=[aou])", "j"),
        (r"sch|sz|sj(?=[aeou])", "sh"),
        (r"dzh|dj|dsch", "j"),
        (r"zh|zs", "q"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"(?<=[bdglmnr])h", ""),
        (r"ck|cq|qu|c(?=[aoukrlt]|$)", "k"),
        (r"c(?=[eiy])", "s"),
        (r"x", "ks"),
        (r"tz|ts", "s"),
        (r"dz", "z"),
        (r"w", "v"),
        (r"(?:iy|yy|iyy|ij|yj|ii|ey|ei|ie|y|i)$", "i"),
        (r"(?:ew|eff|ev|yev)$", "ev"),
        (r"(?:off|ow)$", "ov"),
        (r"(?<=[^aeou])[yj](?=[aeou])", ""),
        (r"(?<=.)i(?=[aeou])", ""),
        (r"ou|oo", "u"),
        (r"ee|y", "i"),
        (r"ai|ei|ay|ey", "e"),
        (r"ae|oe", "e"),
        (r"(?<=[a-z])ue", "u"),
        (r"enka$", "enko"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold_letters(text: str) -> str:
    """Return `text` in lower-case Latin letters without diacritics; what has no such letter stays.

    >>> fold_letters("Šimonytė"), fold_letters("Кулеба")
    ('simonyte', 'kuleba')
    """
    if text.isascii():
        return text.lower()
    bare = (
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    # й and ё decompose to и and е, so they were folded with the marks, as romanisations do.
    return "".join(bare).translate(_LETTERS)


@lru_cache(maxsize=65536)
def romanisation_key(word: str) -> str:
    """Return the key that the spellings of the name part `word` share.

    >>> romanisation_key("Zelenskyy") == romanisation_key("Zelensky") == romanisation_key("Зеленський")
    True
    """
    folded = fold_letters(word[:80])
    key = folded
    for pattern, put in _RULES:
        key = pattern.sub(put, key)
    # A script the rules do not know ("مريم") keeps its own letters.
    return key or "".join(char for char in folded if char.isalnum())


@lru_cache(maxsize=65536)
def replaced_forms(word: str) -> frozenset[str]:
    """Return how `word` is written where its German, Nordic and Turkish letters cannot be had; nothing where it has none.

    >>> sorted(replaced_forms("Jörg"))
    ['joerg', 'jorg']
    """
    if word.isascii():
        return frozenset()
    letters = unicodedata.normalize("NFC", word[:80]).casefold()
    parts = [_REPLACED.get(letter, (letter,)) for letter in letters]
    if not 0 < sum(len(written) > 1 for written in parts) <= _MOST_REPLACED:
        return frozenset()
    return frozenset(fold_letters("".join(written)) for written in product(*parts))
