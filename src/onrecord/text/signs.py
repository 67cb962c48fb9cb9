"""Signs that say something though they are no words: "£5" and "€5", "5%" and "5", "−5" and "5", ">5" and "<5" are not the same."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from onrecord.text.tokens import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_CURRENCIES: Final = "$¢-¥֏؋৲৳৻૱௹฿៛\u20a0-\u20cf\ua838\ufdfc﹩＄￠￡￥￦"
_SIGN: Final = re.compile(
    rf"(?P<other>[{_CURRENCIES}°‰])|(?P<share>%(?!\w)|\bper\s?cent\b)|(?P<less>(?<![\w.,)\]%’'\"”])[-−‐‑–](?=\d))"
    r"|(?P<more>(?<!\w)\+(?=\d)|(?<=\w)[+#]+(?!\w))|(?P<both>(?<=\w)\s?&\s?(?=\w))"
    r"|(?P<bound>[<>≤≥≈~]=?(?=\s?\d))|(?P<part>(?<=\d)[:/×](?=\d))|(?P<reach>(?<=\d)\s?[-−‐‑–—]\s?(?=\d))"
    r"|(?P<country>(?-i:\b(?:US|IT|WHO)\b))",
    re.IGNORECASE,
)
_SAME: Final = {"share": "percent", "less": "minus", "both": "and", "reach": "to"}
"""What these are compared as, however they are written."""


def find_signs(text: str) -> Iterator[Word]:
    """Find the signs of `text` that say something, each as a word: its compare-key and its half-open range of code points.

    >>> [sign.key for sign in find_signs("£5 million & 20 per cent at −3°")]
    ['poundsign', 'and', 'percent', 'minus', 'degreesign']
    """
    shouted = not any(map(str.islower, text))
    for match in _SIGN.finditer(text):
        kind = match.lastgroup or ""
        sign = match[0].strip()
        if kind == "country":
            # A word that is another in small letters: "bad for US farmers", "bad for us farmers".
            if shouted:
                continue
            key = f"the{sign}"
        else:
            key = _SAME.get(kind) or "".join(unicodedata.name(one, "sign") for one in sign)
        start = match.start() + match[0].index(sign)
        yield Word(key.replace(" ", "").lower(), start, start + len(sign))


def spell_signs(text: str) -> str:
    """Return `text` with a word in the place of each sign that says something, for comparing alone.

    >>> spell_signs("£5 million")
    ' poundsign 5 million'
    """
    spelled: list[str] = []
    last = 0
    for key, start, end in find_signs(text):
        spelled += [text[last:start], f" {key} "]
        last = end
    return "".join([*spelled, text[last:]])
