"""What a digest is made of: each feature that has something for it gives a part."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from accounts.reach import Reach


@dataclass(frozen=True)
class DigestPart:
    """`things`: how many it tells of. Its paragraphs are plain text; a line of one that is a path of ours is a link.

    Nobody else's words stand at the beginning of a line: it would be one. `sent` is called once the mail has left.
    """

    things: int
    paragraphs: Sequence[str]
    sent: Callable[[], Awaitable[None]]


class MakesPart(Protocol):
    """A feature's part of the digest of one person, in the language that is spoken."""

    async def __call__(self, app: web.Application, person: Reach, /) -> DigestPart | None:
        """What there is as the mail leaves, and what they may read at that moment; None: nothing."""


DIGEST_PARTS: web.AppKey[tuple[MakesPart, ...]] = web.AppKey("digest_parts")
