"""What a message leaves for the moderators: its review item, what was found in it, and the end of the item with it.

All of it inside the transaction that writes the message. A message in which nothing was found costs nothing here.
"""

from collections.abc import Collection, Sequence

from aiohttp import web

from moderation.content import CONTENT, Content, Tell
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES
from moderation.items import ending_service
from moderation.items.hits import keep_hits
from moderation.items.kinds import most_urgent
from moderation.items.service import open_item
from moderation.paging.service import page_someone
from moderation.risk.service import read_later
from rooms.messages.moderated import TYPE, context
from rooms.messages.screened import Screened


async def left_to_review(app: web.Application, message: str, screened: Screened) -> Sequence[Tell]:
    """Have somebody look at a message as it stands now, where anything was found in it, or its place asks for it.

    Gives what is to be told after the commit.
    """
    if not screened.verdict.hits and not screened.wants_item:
        if screened.heard is None:
            await read_later(TYPE, message)  # as it is by then: nothing more is asked of the database for it now
        return []
    content = (await app[CONTENT][TYPE].fetch([message])).get(message)
    if content is None:
        # A booth's: nobody moderates what a person tells an officer alone.
        return []
    if screened.heard is None:
        await read_later(TYPE, message, content.revision)
    await keep_hits(content, screened.verdict.hits, screened.verdict.rule_set)
    return await _item_of(app, content, screened) if screened.wants_item else []


async def _item_of(app: web.Application, content: Content, screened: Screened) -> Sequence[Tell]:
    verdict, cause = screened.verdict, "held" if content.waits else "paged"
    item, tells = await open_item(content, cause=cause, kinds=screened.kinds, case_id=screened.case_id)
    lines = await context(content, LINES)
    await keep(content, lines, why=cause, kind=item["kind"], item_id=item["id"], case_id=item["case_id"])
    paged = await page_someone(app, content, item, most_urgent(screened.kinds)) if verdict.page else []
    return [*tells, *paged]


async def mended(message: str, revision: int) -> Sequence[Tell]:
    """Its author changed it, and nothing is held of it any more."""
    return await ending_service.mended(TYPE, message, revision)


async def review_ended(messages: Collection[str]) -> Sequence[Tell]:
    """Their author took them back, or left."""
    return await ending_service.close_for(TYPE, messages)
