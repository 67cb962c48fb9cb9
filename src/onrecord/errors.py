"""Every error raised on purpose.

::

    OnRecordError
    ├── IngestError      nothing readable was given, or a place cannot be read at all
    ├── ModelError       a language model is missing or is not the pinned one
    ├── RecordError      a record file cannot be opened, written or trusted
    └── ScoreError       a gold reading does not have the promised form

Bad *content* is never raised: it becomes a `Problem` in the record. Messages are lower-case, name the
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


class ScoreError(OnRecordError):
    """A gold reading does not have the promised form."""
