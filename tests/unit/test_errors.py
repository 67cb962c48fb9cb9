import onrecord.errors
from onrecord.errors import OnRecordError


def test_every_error_stands_in_the_drawn_tree() -> None:
    drawing = onrecord.errors.__doc__ or ""
    names = [OnRecordError.__name__, *(error.__name__ for error in OnRecordError.__subclasses__())]
    assert all(name in drawing for name in names)
