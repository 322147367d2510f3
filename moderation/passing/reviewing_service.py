"""What words leave for the moderators: their review item, what was found in them, and the end of the item with them.

All of it inside the transaction that writes the words. A thing in which nothing was found costs nothing here.
"""

from collections.abc import Sequence

from aiohttp import web

from moderation.content import CONTENT, Content, Tell
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES
from moderation.items.hits import keep_hits
from moderation.items.kinds import most_urgent
from moderation.items.service import open_item
from moderation.paging.service import page_someone
from moderation.passing.screened import Screened
from moderation.risk.service import read_later


async def left_to_review(app: web.Application, type_: str, id_: str, screened: Screened) -> Sequence[Tell]:
    """Have somebody look at a thing as it stands now, where anything was found in it, or its place asks for it.

    Gives what is to be told after the commit.
    """
    if not screened.verdict.hits and not screened.wants_item:
        if screened.heard is None:
            await read_later(type_, id_)  # as it is by then: nothing more is asked of the database for it now
        return []
    content = (await app[CONTENT][type_].fetch([id_])).get(id_)
    if content is None:
        # A booth's: nobody moderates what a person tells an officer alone.
        return []
    if screened.heard is None:
        await read_later(type_, id_, content.revision)
    await keep_hits(content, screened.verdict.hits, screened.verdict.rule_set)
    return await _item_of(app, content, screened) if screened.wants_item else []


async def _item_of(app: web.Application, content: Content, screened: Screened) -> Sequence[Tell]:
    verdict, cause = screened.verdict, "held" if content.waits else "paged"
    item, tells = await open_item(content, cause=cause, kinds=screened.kinds, case_id=screened.case_id)
    lines = await app[CONTENT][content.type].context(content, LINES)
    await keep(content, lines, why=cause, kind=item["kind"], item_id=item["id"], case_id=item["case_id"])
    paged = await page_someone(app, content, item, most_urgent(screened.kinds)) if verdict.page else []
    return [*tells, *paged]
