"""Plain words for names that the program gives to rules and corrections; the names themselves stay for who looks them up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.correction import RULE_OF_PERSONS, CorrectionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

CORRECTIONS: Final[Mapping[CorrectionKind, str]] = {
    CorrectionKind.ACCEPT: "right as it stands",
    CorrectionKind.NOT_SPEECH: "nobody’s speech",
    CorrectionKind.SPEAKER: "said by",
    CorrectionKind.SAME_NAME: "one name",
    CorrectionKind.OTHER_NAME: "two names",
    CorrectionKind.SAME_STATEMENT: "one statement",
    CorrectionKind.OTHER_STATEMENT: "two statements",
    CorrectionKind.DATE: "another day",
    CorrectionKind.COPY: "a copy",
    CorrectionKind.UNDO: "taken back",
}
"""What a person said, in words."""


def rule_words(rule: str) -> str:
    """Say who or what decided by the rule of that name.

    >>> rule_words("indirect.clause"), rule_words("tagger.indirect")
    ('by a rule of grammar', 'by a model trained on examples')
    """
    if rule.startswith(RULE_OF_PERSONS):
        return "by a person"
    return "by a model trained on examples" if rule.startswith("tagger.") else "by a rule of grammar"
