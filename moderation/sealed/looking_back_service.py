"""What was published before a case was sealed, and says something of it, waits for a moderator who is cleared.

Nothing is hidden by it: a person decides. The audit says how far each case was looked back for.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.permissions import READER
from moderation.content import CONTENT, Content, State, Tell, fetch_content, tell_all
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES
from moderation.items.kinds import Kind
from moderation.items.service import open_item
from moderation.ports import PUBLISHED_SINCE
from moderation.sealed import store
from moderation.sealed.in_use import TERMS_IN_USE
from moderation.sealed.service import cases_in

ACT = "case.look_back"
_CAUSE = "paged"
_BACK = timedelta(days=30)
_NEW = timedelta(days=1)
"""Terms that were sealed so long ago were looked for by now, or nobody ran this server."""
_BATCH = 200


async def look_back(app: web.Application) -> None:
    """Look once through what a force has published lately, for each case that has new terms.

    Two processes at once find the same, and open one item for each thing.
    """
    key = app[TERMS_IN_USE].key
    if key is None:
        return
    now = clock.now()
    for case in await store.sealed_since(now - _NEW, app[TERMS_IN_USE].today(), key.id):
        if await store.looked_back_at(case["id"], ACT) < case["last_added_at"]:
            app[TERMS_IN_USE].forget()
            found = await _look_back_for(app, str(case["id"]), str(case["force_id"]), now - _BACK)
            await atomic(partial(_note, str(case["id"]), found))


async def _note(case: str, found: int) -> None:
    await add_entry(act=ACT, actor=READER, subject_type="case", subject_id=case, details={"found": found})


async def _look_back_for(app: web.Application, case: str, force: str, since: datetime) -> int:
    found = 0
    for type_, published in app[PUBLISHED_SINCE].items():
        last = ""
        while rows := await published(force, since, last, _BATCH):
            last = rows[-1]["id"]
            named = [row["id"] for row in rows if case in await cases_in(app, force, row["body"])]
            found += await _open(app, case, type_, named)
    return found


async def _open(app: web.Application, case: str, type_: str, ids: Collection[str]) -> int:
    if not ids:
        return 0
    known = {(row["target_id"], row["revision"]) for row in await store.sealed_items(type_, ids)}
    contents = await fetch_content(app, [(type_, id_) for id_ in ids])
    new = [
        each for each in contents.values() if each.state is State.PUBLISHED and (each.id, each.revision) not in known
    ]
    for content in new:
        await tell_all(app, await atomic(partial(_item, app, case, content)))
    return len(new)


async def _item(app: web.Application, case: str, content: Content) -> Sequence[Tell]:
    item, tells = await open_item(content, cause=_CAUSE, kinds=[Kind.SEALED], case_id=case)
    lines = await app[CONTENT][content.type].context(content, LINES)
    await keep(content, lines, why=_CAUSE, kind=item["kind"], item_id=item["id"], case_id=item["case_id"])
    return tells
