"""How reports write offices, and the words that make of an office one that is not held."""

from __future__ import annotations

_OFFICES = (
    "prime minister|premier|pm|head of government|taoiseach",
    "president",
    "secretary general|secretary-general",
    "foreign minister|minister of foreign affairs|minister for foreign affairs|foreign affairs minister",
    "secretary of state",
    "defense secretary|secretary of defense|defence secretary",
    "defence minister|defense minister|minister of defence|minister of defense",
    "director general|director-general",
    "managing director",
    "chair|chairman|chairwoman|chairperson",
    "foreign policy chief|high representative",
    "mayor|lord mayor",
)
OFFICE_FORMS = {
    form: tuple(forms.split("|")) for forms in _OFFICES for form in forms.split("|") if form != "premier"
} | {"premier": ("premier", "prime minister")}
"""The ways in which an office is written, by each of them, in lower case."""

_FIELDED_WORDS = """
    ambassador archbishop archdeacon bishop chair chairman chairwoman chancellor commissioner controller dean director
    governor head inspector lord mayor minister premier president prior professor provost rector registrar secretary sheriff
    state superintendent vicar warden
    """
FIELDED = frozenset(_FIELDED_WORDS.split())
"""Last words of offices before "of" or "for" and their field or place, before a name: "Minister for Rivers Ana Velik"."""

CHIEFS = ("chief", "head", "boss", "leader")
"""Words for whoever leads a body, whatever the office is called; they tell something beside the body's name only."""

WHOLE_OFFICES = frozenset(
    {"secretary general", "director general", "managing director", "foreign policy chief", "chair"}
)
"""Offices whose holder is also called the chief of the body."""

FORMER_WORDS = ("former", "ex", "one-time", "onetime", "erstwhile")
"""Words that make an office a past one."""

UNHELD_WORDS = (
    *(
        "then",
        "vice",
        "deputy",
        "acting",
        "interim",
        "assistant",
        "associate",
        "under",
        "late",
        "incoming",
        "future",
    ),
    *(
        "would-be",
        "shadow",
        "aspiring",
        "presumptive",
        "designate",
        "ousted",
        "exiled",
        "deposed",
        "fictional",
        "rival",
    ),
    *("next", "honorary", "candidate", "like", "if", "when", "once", "historic", "previous", "past"),
)
"""Words before an office that say that it is another one, or not told as held now."""


def find_forms(office: str) -> tuple[str, ...]:
    """Return the ways in which `office` is written; itself where no other is known.

    >>> find_forms("harbour master")
    ('harbour master',)
    """
    return OFFICE_FORMS.get(office.casefold(), (office.casefold(),))
