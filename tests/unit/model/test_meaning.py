from typing import TYPE_CHECKING

from onrecord.annotate.meanings import EncodedMeanings

if TYPE_CHECKING:
    from onrecord.model.meaning import Meanings


def test_what_annotate_loads_is_what_link_asks() -> None:
    meanings: Meanings = EncodedMeanings()
    assert meanings.relate([("The quay is shut.",)], []) == ()
