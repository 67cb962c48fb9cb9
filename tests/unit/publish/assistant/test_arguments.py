from typing import Any

from onrecord.publish.assistant.arguments import find_unknown, tell_wrong, written

SCHEMA = {
    "properties": {"who": {"type": "string"}, "most": {"anyOf": [{"type": "null"}, {"type": "integer"}]}}
}


def test_what_a_tool_takes_is_not_complained_of() -> None:
    assert find_unknown("speaker", SCHEMA, {"who": "Velik"}) is None


def test_what_is_missing_is_told_before_what_is_wrong() -> None:
    faults: list[dict[str, Any]] = [
        {"loc": ("most",), "type": "int_type", "input": []},
        {"loc": ("who",), "type": "missing", "input": {}},
    ]
    assert tell_wrong("speaker", SCHEMA, faults) == "speaker needs who: give it"
    assert tell_wrong("speaker", SCHEMA, faults[:1]) == "speaker: most is a whole number, not a list"


def test_a_long_value_is_cut_and_half_a_character_replaced() -> None:
    faults = [{"loc": ("most",), "type": "int_parsing", "input": "x" * 500}]
    assert len(tell_wrong("speaker", SCHEMA, faults)) < 100
    assert written("\ud83d") == "?"
