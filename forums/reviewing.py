"""What a topic or a reply leaves for the moderators: see `moderation.passing`. All inside the transaction that writes
it.
"""

from collections.abc import Collection, Sequence

from aiohttp import web

from moderation.content import Tell
from moderation.items import ending_service
from moderation.passing import reviewing_service
from moderation.passing.screened import Screened


async def left_to_review(app: web.Application, type_: str, id_: str, screened: Screened) -> Sequence[Tell]:
    """Have somebody look at a `topic` or a `reply` as it stands now, where that is needed; gives what is to be told.

    Number 1 is its topic's, by the topic's id.
    """
    return await reviewing_service.left_to_review(app, type_, id_, screened)


async def seen_to(app: web.Application, type_: str, id_: str, revision: int, screened: Screened) -> Sequence[Tell]:
    """What the moderators have to do with words of this revision that are shown in the place of others."""
    found = await left_to_review(app, type_, id_, screened)
    return found if screened.wants_item else [*found, *await ending_service.mended(type_, id_, revision)]


async def review_ended(type_: str, ids: Collection[str]) -> Sequence[Tell]:
    """Their author took them back, or left."""
    return await ending_service.close_for(type_, ids)
