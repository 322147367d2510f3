"""What questions ask of the features beside rooms: the roof fills it."""

from collections.abc import Mapping
from typing import Protocol, TypedDict

from aiohttp import web


class Move(TypedDict):
    """Whether a question may go on as a topic: `state` is asked, agreed or refused, `path` the topic's.

    Held: the topic waits for a moderator; rejected: a moderator refused it; withdrawn: its author took it back. `gone`:
    who was asked can't answer now.
    """

    state: str
    path: str | None
    gone: bool


class MovesOf(Protocol):
    """What became of asking, by the questions of a surgery; one whose asker nobody has asked has no entry."""

    async def __call__(self, surgery: str) -> Mapping[str, Move]: ...


MOVES_OF: web.AppKey[MovesOf] = web.AppKey("moves_of_questions")
