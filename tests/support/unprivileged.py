"""Work done by a process that may write nowhere but where everybody may: root's leave would hide what others are refused."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NOBODY = 65534


def succeeds_unprivileged(work: Callable[[], object]) -> bool:
    """Do `work` in a process of its own, as nobody where this one is root's, and tell whether it ended without an error."""
    child = os.fork()
    if child == 0:  # pragma: no cover - in the child
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
        except BaseException:  # noqa: BLE001 - whatever it was, the exit code tells it
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0
