"""An officer marks what they wrote as an official answer, or takes that back."""

from datetime import date
from typing import Any

from aiohttp import web

from forums.answers import store
from forums.answers.service import check_official, settle_answer
from forums.finding import replies_changed, topic_itself_changed
from forums.locking import locked_as_read
from forums.models import PostState
from forums.moderating.sealed import access_reply_to_read
from forums.policy import access_reply, check_not_kept_out
from forums.standing import Standing
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def make_official(app: web.Application, viewer: Viewer, reply_id: str, day: date | None) -> str:
    """Mark one's own words as an official answer, with the day of a promise or without; gives the topic's id.

    Raises NotFound, NotAllowed (not theirs, or not a verified officer who serves here), Conflict (not shown).
    """
    standing, reply = await access_own_to_mark(app, viewer, reply_id)

    async def work() -> Change[str]:
        topic = await locked_as_read(standing.topic_id, reply_id, shown=True)
        await store.set_official(reply_id, True, day)
        await _settled(standing.topic_id, reply_id)
        await _audit(viewer, "answer.give", reply_id, promised_for=day and day.isoformat())
        tell = []
        if topic["author_id"] != viewer.id and await _tell_asker(topic["author_id"], standing.topic_id, reply_id):
            tell = [noticed(topic["author_id"])]
        return Change(standing.topic_id, topics=[standing.topic_id], forums=[topic["forum_id"]], tell=tell)

    if reply["number"] == 1:
        raise NotAllowed(_("A topic’s own text can’t be an answer. Reply to it, and mark that."))
    return await write(app, work)


async def access_own_to_mark(app: web.Application, viewer: Viewer, reply_id: str) -> tuple[Standing, JSON]:
    """A reply of one's own that may become an official answer; raises NotFound, NotAllowed, Conflict."""
    standing, reply = await access_reply_to_read(app, viewer, reply_id)
    if reply["author_id"] != viewer.id:
        raise NotAllowed(_("Only who wrote it can make it an official answer."))
    check_not_kept_out(standing)
    await check_official(standing)
    if reply["state"] != PostState.PUBLISHED:
        raise Conflict(_("This reply is not shown, so it can’t be an official answer now."))
    return standing, reply


async def take_back_official(app: web.Application, viewer: Viewer, reply_id: str) -> str:
    """Its words stay, and are nobody's official answer; its author may, and the forum's moderators.

    Gives the topic's id. Raises NotFound, NotAllowed.
    """
    standing, reply = await access_reply(viewer, reply_id)
    if reply["author_id"] != viewer.id and not standing.moderates:
        raise NotAllowed(_("Only who wrote it, or a moderator, can take that back."))

    async def work() -> Change[str]:
        topic = await locked_as_read(standing.topic_id, reply_id)
        await store.set_official(reply_id, False, None)
        await _settled(standing.topic_id, reply_id)
        await _audit(viewer, "answer.take-back", reply_id)
        return Change(standing.topic_id, topics=[standing.topic_id], forums=[topic["forum_id"]])

    return await write(app, work)


async def _settled(topic_id: str, reply_id: str) -> None:
    await settle_answer(topic_id)
    await replies_changed([reply_id])
    await topic_itself_changed(topic_id)


async def _tell_asker(asker: str, topic_id: str, reply_id: str) -> bool:
    path = f"/topics/{topic_id}/replies/{reply_id}"
    return await notify(asker, NoticeKind.OFFICIAL_ANSWER, _answered, path, key=f"official:{reply_id}")


def _answered() -> str:
    return _("An officer has answered your topic on behalf of the police.")


async def _audit(viewer: Viewer, act: str, reply_id: str, **details: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="reply", subject_id=reply_id, details=details)
