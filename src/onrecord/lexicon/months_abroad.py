"""Names of months as other languages write them beside a day and a year: "3. März 2022", "3 de marzo de 2022"."""

from __future__ import annotations

from typing import Final

_BY_MONTH: Final = (
    "januar jänner janvier enero gennaio januari janeiro stycznia ledna gener ianuarie ocak siječnja січня января",
    "februar feber février fevrier febrero febbraio februari fevereiro lutego února februarie şubat veljače лютого февраля",
    "märz maerz mars marzo maart março marca března martie mart ožujka березня марта",
    "april avril abril aprile kwietnia dubna aprilie nisan travnja квітня апреля",
    "mai mayo maggio mei maio maja května mayıs svibnja травня мая",
    "juni juin junio giugno junho czerwca června iunie haziran lipnja червня июня",
    "juli juillet julio luglio julho lipca července iulie temmuz srpnja липня июля",
    "august août aout agosto augustus augusti sierpnia srpna ağustos kolovoza серпня августа",
    "september septembre septiembre settembre setembro września září septembrie eylül rujna вересня сентября",
    "oktober octobre octubre ottobre outubro października října octombrie ekim listopada жовтня октября",
    "november novembre noviembre novembro listopada listopadu noiembrie kasım studenoga листопада ноября",
    "dezember december décembre decembre diciembre dicembre dezembro grudnia prosince decembrie aralık prosinca грудня декабря",
)
_SEVERAL: Final = frozenset(
    name
    for names in _BY_MONTH
    for name in names.split()
    if sum(name in others.split() for others in _BY_MONTH) > 1
)
"""Names that two languages give to two months: "listopada"."""

MONTHS_ABROAD: Final = {
    name: number
    for number, names in enumerate(_BY_MONTH, start=1)
    for name in names.split()
    if name not in _SEVERAL
}
"""Month of each such name, in lower case; those that are English as well among them."""

DAY_ABROAD: Final = (
    r"\b(?P<day>\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+|d[’'])?(?P<month>"
    + "|".join(sorted(MONTHS_ABROAD, key=lambda name: (-len(name), name)))
    + r")\.?,?\s+(?:de\s+|del\s+)?(?P<year>[12]\d{3})\b"
)
"""A day with such a month and its year, as a pattern that takes no case."""
