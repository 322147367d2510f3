"""Mails whose words are put in as they leave, so that what was taken down meanwhile is not in them.

A row of such a mail has a key that begins with a name and a dot, and no text. Whoever has a name in LATE composes it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

JSON = dict[str, Any]


async def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Late:
    """What a mail says as it leaves. `sent` is called once it has left; one that could not leave is composed anew.

    `recipient` is their address by now; None: that of the row.
    """

    subject: str
    text: str
    recipient: str | None = None
    sent: Callable[[], Awaitable[None]] = _nothing


Compose = Callable[[web.Application, str], Awaitable[Late | None]]
"""From the row's key; None: there is nothing to be said any more, and the mail does not leave."""

LATE: web.AppKey[Mapping[str, Compose]] = web.AppKey("late")
"""Who composes, by the name that keys of theirs begin with."""


def composer_of(app: web.Application, mail: JSON) -> Compose | None:
    """Who composes the mail of this row; None for one whose words are in it."""
    return None if mail["text"] else app[LATE].get(mail["key"].partition(".")[0])
