from onrecord.model.contents import Contents, MadeWith
from onrecord.model.statement import Linked


def test_contents_with_the_same_parts_are_equal() -> None:
    made_with = MadeWith(onrecord="0", settings={}, models=(), years=(2000, 2030))
    assert Contents(made_with=made_with, captures=(), readings=(), linked=Linked()) == Contents(
        made_with=made_with, captures=(), readings=(), linked=Linked()
    )
