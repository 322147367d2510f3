"""The worker that finds groups, as the server sees it: asked once, answered once."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

JSON = dict[str, Any]
_ROOT: Final = Path(__file__).parents[2]
_PATIENCE: Final = 300.0


class NotFound(Exception):
    """The worker ended without an answer, or took too long: the message says which."""


def is_installed() -> bool:
    """Whether what the worker needs is there: it is an extra."""
    return find_spec("sklearn") is not None


async def groups_among(people: Sequence[Sequence[tuple[int, int]]], statements: int) -> JSON:
    """`{members, places}` as `grouping.Found` has them. Raises NotFound."""
    # None of the server's secrets: what it reads is of strangers.
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "priorities.opinions.group_worker"),
        stdin=PIPE,
        stdout=PIPE,
        env=kept | {"PYTHONPATH": str(_ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    asked = json.dumps({"people": people, "statements": statements}).encode()
    try:
        answer, _said = await asyncio.wait_for(process.communicate(asked), _PATIENCE)
    except TimeoutError:
        raise NotFound("it took too long") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise NotFound(f"it ended with status {process.returncode}")
    found: JSON = json.loads(answer)
    return found
