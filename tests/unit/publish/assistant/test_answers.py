from __future__ import annotations

from dataclasses import fields, is_dataclass

from onrecord.publish.assistant import answers


def test_whole_answers_say_what_they_are() -> None:
    kinds = [kind for kind in vars(answers).values() if isinstance(kind, type) and is_dataclass(kind)]

    assert len(kinds) > 10
    assert all(kind.__doc__ and fields(kind) for kind in kinds)
    assert [kind.__name__ for kind in kinds if kind.__name__.endswith("Answer")] == [
        kind.__name__ for kind in kinds if not hasattr(kind, "__slots__")
    ]
