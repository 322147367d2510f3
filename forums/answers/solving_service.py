"""Marking a topic as solved: its asker does, or staff."""

from aiohttp import web

from forums.answers import store
from forums.locking import locked_as_read
from forums.models import PostState
from forums.policy import access_reply, access_topic, check_not_kept_out
from forums.standing import Standing
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.errors import Closed, Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify


def may_solve(standing: Standing) -> bool:
    """Whether they may say that a topic is solved, or is not: who asked, and who serves here."""
    return standing.is_staff or standing.is_author


async def solve_topic(app: web.Application, viewer: Viewer, topic_id: str, reply_id: str | None = None) -> None:
    """Mark it as solved, by a reply of it or without one. Twice is once; another reply takes the place of the first.

    Raises NotFound, NotAllowed, Closed (archived, not shown), Invalid (no reply of it that is shown).
    """
    standing = await _access(viewer, topic_id)
    await _check_solves(viewer, standing, reply_id)
    await _set(app, standing, str(viewer.id), reply_id)


async def reopen_topic(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """It is not solved after all. Raises as above."""
    await _set(app, await _access(viewer, topic_id), None, None)


async def _access(viewer: Viewer, topic_id: str) -> Standing:
    standing = await access_topic(viewer, topic_id)
    if not may_solve(standing):
        raise NotAllowed(_("Only who began this topic, and officers and staff, can say whether it is solved."))
    check_not_kept_out(standing)
    if standing.topic["archived_at"] or standing.topic["state"] != PostState.PUBLISHED:
        raise Closed(_("This topic is archived. You can read it, but nothing is added to it."))
    return standing


async def _check_solves(viewer: Viewer, standing: Standing, reply_id: str | None) -> None:
    if reply_id is None:
        return
    other, reply = await access_reply(viewer, reply_id)
    if other.topic_id != standing.topic_id or reply["state"] != PostState.PUBLISHED or reply["number"] == 1:
        raise Invalid.at("reply", _("Choose a reply of this topic that is shown."))


async def _set(app: web.Application, standing: Standing, by: str | None, reply_id: str | None) -> None:
    topic_id = standing.topic_id

    async def work() -> Change[None]:
        topic = await locked_as_read(topic_id, reply_id, shown=True)
        await store.set_solved(topic_id, by, reply_id)
        tell = []
        if not standing.is_author:
            act = "topic.solve" if by else "topic.reopen"
            await add_entry(act=act, actor=standing.viewer, subject_type="topic", subject_id=topic_id)
            if by and await _tell_asker(topic["author_id"], topic_id):
                tell = [noticed(topic["author_id"])]
        return Change(None, topics=[topic_id], forums=[topic["forum_id"]], tell=tell)

    await write(app, work)


async def _tell_asker(asker: str, topic_id: str) -> bool:
    path = f"/topics/{topic_id}"
    return await notify(asker, NoticeKind.TOPIC_CHANGED, _solved, path, key=f"solved:{topic_id}")


def _solved() -> str:
    return _("Your topic was marked as solved. If it is not, you can open it again.")
