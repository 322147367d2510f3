"""What the notice board of the office asks of features that stand beside rooms."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypedDict

from aiohttp import web


class Note(TypedDict):
    """One thing on the board: what it says, and the path of the page that says more."""

    title: str
    path: str


Notes = Callable[[str], Awaitable[Sequence[Note]]]
"""Of a neighbourhood, the newest first."""

ALERTS: web.AppKey[Notes] = web.AppKey("board_alerts")
PRIORITIES: web.AppKey[Notes] = web.AppKey("board_priorities")
