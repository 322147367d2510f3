"""Saying that the promise of an official answer was kept, and reminding of one whose day has passed."""

from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from forums import broadcast
from forums.answers import store
from forums.locking import locked_as_read
from forums.policy import access_reply
from forums.writing import Change, write
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify, told_before

JSON = dict[str, Any]
_AT_ONCE = 100
_LATELY = timedelta(days=7)
"""How long the job looks for a promise that became late: a server may have been away."""


async def keep_promise(app: web.Application, viewer: Viewer, reply_id: str) -> str:
    """Say that what an official answer promised was done; its author may, and the staff of its forum.

    Gives the topic's id. Raises NotFound, NotAllowed, Conflict (said before, or nothing was promised).
    """
    standing, _reply = await access_reply(viewer, reply_id)
    if not standing.is_staff:
        raise NotAllowed(_("Only officers and staff of this forum can say that a promise was kept."))
    topic_id, asker = standing.topic_id, str(standing.topic["author_id"])

    async def work() -> Change[str]:
        topic = await locked_as_read(topic_id, reply_id)
        if not await store.set_kept(reply_id):
            raise Conflict(_("This promise is settled already. Look again."))
        await add_entry(act="answer.keep", actor=viewer, subject_type="reply", subject_id=reply_id)
        path, key = f"/topics/{topic_id}/replies/{reply_id}", f"kept:{reply_id}"
        told = asker != viewer.id and await notify(asker, NoticeKind.PROMISE_KEPT, _kept, path, key=key)
        tell = [noticed(asker)] if told else []
        return Change(topic_id, topics=[topic_id], forums=[topic["forum_id"]], tell=tell)

    return await write(app, work)


async def tell_late_promises(app: web.Application) -> None:
    """Remind who promised, once, when the day has passed; the page that said when now says that it is late."""
    before, last = clock.today_in(app[SETTINGS].time_zone), None
    while late := await store.late_promises(before - _LATELY, before, last, _AT_ONCE):
        reminded = await told_before([(reply["author_id"], _key(reply)) for reply in late])
        for reply in late:
            if (reply["author_id"], _key(reply)) in reminded:
                continue
            if await atomic(partial(_remind, reply)):
                await noticed(reply["author_id"])(app)
                await broadcast.changed(app, [reply["topic_id"]], [])
        last = late[-1]


async def _remind(reply: JSON) -> bool:
    path = f"/topics/{reply['topic_id']}/replies/{reply['id']}"
    return await notify(reply["author_id"], NoticeKind.PROMISE_LATE, _late, path, key=_key(reply))


def _key(reply: JSON) -> str:
    return f"late:{reply['id']}"


def _kept() -> str:
    return _("A promise in an official answer to your topic was kept.")


def _late() -> str:
    return _("The day of a promise of yours has passed. Say in the topic what came of it.")
