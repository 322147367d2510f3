"""What moderation asks of the floors above: filled by the roof, empty until then."""

from typing import Any, Protocol

from aiohttp import web


class FindWords(Protocol):
    """What one message says: `id`, `author_id`, `force`, `path`, `body`, `at`; None where there is no such message.

    `private`: said where nobody else reads it, so it comes without words and path, and nobody is told whose it is.
    """

    async def __call__(self, message: str) -> dict[str, Any] | None: ...


class SpokeIn(Protocol):
    """Whether somebody wrote anything in a place of this force."""

    async def __call__(self, person: str, force: str) -> bool: ...


FIND_WORDS: web.AppKey[FindWords] = web.AppKey("find_words")
SPOKE_IN: web.AppKey[SpokeIn] = web.AppKey("spoke_in")
