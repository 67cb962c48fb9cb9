"""What all go by who look for a person in one report: whom it names, who enters and speaks, and who may be "he" or "she"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.agreement import Agreement
    from onrecord.attribute.stage.salience import Stage
    from onrecord.model.annotation import Chain, Mention


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of one report; `chains` by id and `mentions`, each with the id of its chain, may grow meanwhile."""

    view: View
    stage: Stage
    agreement: Agreement
    chains: Mapping[str, Chain]
    mentions: Sequence[tuple[Mention, str]]
