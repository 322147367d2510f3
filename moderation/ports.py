"""What moderation asks of the floors above: filled by the roof, empty until then."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol

from aiohttp import web


class FindWords(Protocol):
    """What one message or post says: `id`, `author_id`, `force`, `path`, `body`, `at`, `revision`, `state`, and where
    it is no message its `target` (type and id); None where there is none of this id.

    A post may be asked for by its topic's id: its own `id` is what holds know it by.

    `private`: said where nobody else reads it, so it comes without words and path, and nobody is told whose it is.
    """

    async def __call__(self, message: str) -> dict[str, Any] | None: ...


class SpokeIn(Protocol):
    """Whether somebody wrote anything in a place of this force."""

    async def __call__(self, person: str, force: str) -> bool: ...


class CountPosts(Protocol):
    """How many of somebody's posts that were published before a moment still stand where everybody reads them.

    No more than `most` are looked for.
    """

    async def __call__(self, person: str, before: datetime, most: int) -> int: ...


class LastWords(Protocol):
    """The last texts of a force that everybody can read, at most so many, the newest first: `body`, `path` and `at`."""

    async def __call__(self, force: str, most: int) -> Sequence[dict[str, Any]]: ...


class HostsOf(Protocol):
    """The ids of those who hold a place (of this type, with this id) now."""

    async def __call__(self, place_type: str, place_id: str) -> Collection[str]: ...


class PutOut(Protocol):
    """End what somebody follows live in the places of a force, on this process, and tell them why and until when."""

    async def __call__(
        self, app: web.Application, force: str, person: str, reason: str, until: datetime | None
    ) -> None: ...


class PublishedSince(Protocol):
    """What a feature shows in a force's places since a moment, with ids after `after`: `id` and `body`, by id."""

    async def __call__(self, force: str, since: datetime, after: str, most: int) -> Sequence[dict[str, Any]]: ...


FIND_WORDS: web.AppKey[FindWords] = web.AppKey("find_words")
SPOKE_IN: web.AppKey[SpokeIn] = web.AppKey("spoke_in")
POSTS_THAT_STAND: web.AppKey[tuple[CountPosts, ...]] = web.AppKey("posts_that_stand")
"""One for each feature that people post in."""
LAST_WORDS: web.AppKey[LastWords] = web.AppKey("last_words")
HOSTS_OF: web.AppKey[HostsOf] = web.AppKey("hosts_of")
PUT_OUT: web.AppKey[tuple[PutOut, ...]] = web.AppKey("put_out")
"""One for each feature that has places."""
PUBLISHED_SINCE: web.AppKey[dict[str, PublishedSince]] = web.AppKey("published_since")
"""By the type of what is shown."""
