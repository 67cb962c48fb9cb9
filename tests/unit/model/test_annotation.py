import dataclasses

import pytest

from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span


def test_annotations_are_frozen() -> None:
    mention = Mention(span=Span(0, 3), kind=Kind.PERSON, name="Ana")
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.name = "Eva"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
