from typing import Any

from jsonschema import Draft202012Validator

from onrecord.model.contents import Contents
from onrecord.model.listing import Listed, StatementRow
from onrecord.model.plain import to_plain
from onrecord.model.span import Span
from onrecord.publish.api.schemas import Schemas
from support.contents import ferry_contents


def whole_record() -> Any:
    schemas = Schemas()
    schema = {**schemas.schema_of(Contents), "components": {"schemas": schemas.components}}
    return Draft202012Validator(schema)


def test_a_whole_record_has_the_form_of_its_types() -> None:
    whole_record().validate(to_plain(ferry_contents()))


def test_what_is_missing_or_more_is_not_of_the_form() -> None:
    plain = to_plain(ferry_contents())
    assert not whole_record().is_valid({**plain, "more": 1})
    assert not whole_record().is_valid({**plain, "readings": None})


def test_generic_lists_are_told_by_their_rows() -> None:
    schemas = Schemas()
    assert schemas.schema_of(Listed[StatementRow]) == {"$ref": "#/components/schemas/ListedStatementRow"}
    assert "links" in schemas.components["StatementRow"]["properties"]
    assert "links" not in schemas.components["StatementRow"]["required"]
    assert schemas.schema_of(Span)["minItems"] == 2
