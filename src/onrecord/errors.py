"""Every error raised on purpose.

::

    OnRecordError
    ├── IngestError      nothing readable was given, or a place cannot be read at all
    ├── ModelError       a language model is missing or is not the pinned one
    ├── RecordError      a record file cannot be opened, written or trusted
    │   ├── UnknownIdError   nothing in a record has, or ever had, the id that is asked for
    │   ├── BusyError        somebody else is writing to a record
    │   └── ContradictionError   what is to be written contradicts itself
    ├── ScoreError       a gold reading does not have the promised form
    ├── WebError         an address cannot or may not be visited
    ├── NotHere          nothing in a record has what a page was asked for
    ├── Elsewhere        what a page was asked for has another address today
    └── SetAside         within ingest: a part of an input is given up, and the rest read on

Bad *content* is never raised to a caller: it becomes a `Problem` in the record. Messages are lower-case, name the
thing and say the way out.
"""


class OnRecordError(Exception):
    """Base of all errors that onrecord raises on purpose."""


class IngestError(OnRecordError):
    """Nothing readable was given, or a place named by the user cannot be read at all."""


class ModelError(OnRecordError):
    """A language model is missing or is not the pinned one."""


class RecordError(OnRecordError):
    """A record file cannot be opened, written or trusted."""


class UnknownIdError(RecordError):
    """Nothing in a record has, or ever had, the id that is asked for."""


class BusyError(RecordError):
    """Somebody else is writing to a record; a moment later that may be over."""


class ContradictionError(RecordError):
    """What is to be written contradicts itself, so that none of it is: two things share one id, or one names what is not there."""


class ScoreError(OnRecordError):
    """A gold reading does not have the promised form."""


class WebError(OnRecordError):
    """An address cannot, or may not, be visited; `code` is that of the problem it becomes (``web.too-large``)."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class NotHere(OnRecordError):  # noqa: N818 - it says what the answer says
    """Nothing in the record has what was asked for; becomes a page that says so."""


class Elsewhere(OnRecordError):  # noqa: N818 - it says where to look
    """What was asked for has another address, today's."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class SetAside(OnRecordError):  # noqa: N818 - it says what becomes of the input
    """A part of an input that cannot be read on; never leaves ingest, which makes a `Problem` of it.

    `locator` is the place that is given up: what lies around it is read on.
    """

    def __init__(self, code: str, message: str, locator: str) -> None:
        super().__init__(f"{locator} {message}")
        self.code = code
        self.locator = locator
