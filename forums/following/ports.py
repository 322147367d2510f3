"""What else stands on the page of what one follows: things of features beside forums. The roof fills the place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web


@dataclass(frozen=True)
class AlsoFollowed:
    """Something that somebody follows, named in the reader's language; `path` is where it leads. A form with `end` that
    is posted to `ends` has them follow it no more, and leads `back`."""

    name: str
    path: str
    ends: str


class FollowedElsewhere(Protocol):
    """What a person (by id) follows of other features, by name."""

    async def __call__(self, person: str) -> Sequence[AlsoFollowed]: ...


FOLLOWED_ELSEWHERE: web.AppKey[FollowedElsewhere] = web.AppKey("followed_elsewhere")
