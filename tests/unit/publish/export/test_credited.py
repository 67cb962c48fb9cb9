from onrecord.publish.export.credited import credited, speakers_by_attribution, statement_by_attribution
from onrecord.publish.export.record_json import record_as_json
from support.contents import ferry_contents

CONTENTS = ferry_contents()
RECORD = record_as_json(CONTENTS)


def test_attributions_are_credited_as_the_record_format_has_it() -> None:
    assert speakers_by_attribution(CONTENTS) == {
        one["id"]: tuple(one["speakers"]) for one in RECORD["attributions"]
    }


def test_each_attribution_has_its_statement() -> None:
    found = statement_by_attribution(CONTENTS)

    assert {member: one.id for member, one in found.items()} == {
        one["id"]: one["statement"] for one in RECORD["attributions"]
    }


def test_only_who_is_credited_with_something_speaks() -> None:
    assert [one.name for one in credited(CONTENTS)] == ["Ana Velik"]
