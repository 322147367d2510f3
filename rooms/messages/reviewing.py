"""What a message leaves for the moderators: see `moderation.passing`. All inside the transaction that writes it."""

from collections.abc import Collection, Sequence

from aiohttp import web

from moderation.content import Tell
from moderation.items import ending_service
from moderation.passing import reviewing_service
from moderation.passing.screened import Screened
from rooms.messages.moderated import TYPE


async def left_to_review(app: web.Application, message: str, screened: Screened) -> Sequence[Tell]:
    """Have somebody look at a message as it stands now, where that is needed; gives what is to be told."""
    return await reviewing_service.left_to_review(app, TYPE, message, screened)


async def mended(message: str, revision: int) -> Sequence[Tell]:
    """Its author changed it, and nothing is held of it any more."""
    return await ending_service.mended(TYPE, message, revision)


async def review_ended(messages: Collection[str]) -> Sequence[Tell]:
    """Their author took them back, or left."""
    return await ending_service.close_for(TYPE, messages)
