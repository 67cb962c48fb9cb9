import onrecord.errors
from onrecord.errors import OnRecordError


def test_every_error_stands_in_the_drawn_tree() -> None:
    drawing = onrecord.errors.__doc__ or ""
    assert all(error.__name__ in drawing for error in [OnRecordError, *OnRecordError.__subclasses__()])
