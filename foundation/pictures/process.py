"""Pictures on their way in: one at a time through a process of its own, never in the one that serves people."""

import asyncio
import os
import struct
import sys
from typing import Literal

from foundation.errors import Invalid, Unavailable
from foundation.language import _

LARGEST = 5 * 1024 * 1024
"""Bytes of the file that is sent."""

_WITHIN = 20.0
"""Seconds, after which the process is killed."""
_MOST_WAITING = 8
_one_at_a_time = asyncio.Semaphore(1)
_waiting = 0


async def encode(data: bytes, cut: Literal["square", "whole"], field: str) -> tuple[bytes, ...]:
    """The picture as WebP in the sizes of its cut (see `encoding`), without metadata.

    Raises Invalid, which names the form's field, and Unavailable.
    """
    global _waiting
    if _waiting >= _MOST_WAITING:
        raise Unavailable(_("Many photos are being read just now. Please try again in a minute."), retry_after=30)
    _waiting += 1
    try:
        async with _one_at_a_time:
            status, written, reason = await _run(data, cut)
    finally:
        _waiting -= 1
    if status != 0:
        raise refused(reason, field)
    return tuple(_parts(written))


def refused(reason: str, field: str) -> Invalid:
    """The refusal of a photo for one of the encoder's reasons; any other word is a decoder that broke."""
    sentences = {
        "format": _("That file is not a photo that we can read. Choose a JPEG, PNG or WebP file."),
        "moving": _("That picture moves. Choose a still photo."),
        "pixels": _("That photo has more than 40 megapixels. Choose a smaller one."),
        "small": _("That photo is too small. It needs at least 128 pixels each way."),
    }
    broken = _("That photo could not be read to its end. Save it again, or choose another one.")
    return Invalid.at(field, sentences.get(reason, broken))


async def _run(data: bytes, cut: str) -> tuple[int, bytes, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "foundation.pictures.encoding", cut,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        # Nothing of ours goes in with a stranger's file: no secret key, no database's address.
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    try:
        written, complaint = await asyncio.wait_for(process.communicate(data), _WITHIN)
    except TimeoutError:
        return 1, b"", "broken"
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode or 0, written, complaint.decode(errors="replace").strip()


def _parts(written: bytes) -> list[bytes]:
    parts, at = [], 0
    while at < len(written):
        [length] = struct.unpack_from(">I", written, at)
        parts.append(written[at + 4 : at + 4 + length])
        at += 4 + length
    return parts
