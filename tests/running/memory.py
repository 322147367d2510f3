"""A folder in memory for what a run keeps while it lasts: SQLite flushes each commit, and there that takes no time."""

import os
import shutil
from functools import cache
from pathlib import Path

_FOLDER = Path("/dev/shm")
_ROOM = 2 * 1024**3
"""Bytes that must be free in it: containers often have a small one."""


@cache
def folder_in_memory() -> str | None:
    """Its path where there is one with room enough; None: the usual folder for what is temporary."""
    if not os.access(_FOLDER, os.W_OK) or shutil.disk_usage(_FOLDER).free < _ROOM:
        return None
    return str(_FOLDER)
