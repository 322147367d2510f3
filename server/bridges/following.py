"""What stands on the page of what one follows beside forums: the priorities of neighbourhoods."""

from collections.abc import Sequence
from urllib.parse import quote

from aiohttp import web

from forums.following.ports import FOLLOWED_ELSEWHERE, AlsoFollowed
from foundation.language import _
from neighbourhoods.places import Place
from priorities.rounds.following_service import followed_by


def fill(app: web.Application) -> None:
    """Fill the port of that page."""
    app[FOLLOWED_ELSEWHERE] = _followed


async def _followed(person: str) -> Sequence[AlsoFollowed]:
    return [_shown(place) for place in await followed_by(person)]


def _shown(place: Place) -> AlsoFollowed:
    path = f"/neighbourhoods/{quote(place.id, safe='')}/priorities"
    return AlsoFollowed(_("Priorities of %(place)s", place=place.shown_name), path, f"{path}/follow")
