"""The topic of a question is on the screen: only now its surgery says that it goes on there, and is asked no more."""

from functools import partial
from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import QUESTION_MOVED
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def question_goes_on(app: web.Application, topic_id: str, by: Viewer | None = None) -> None:
    """After a topic may have been shown: tell whoever asked for it, and close its question; again, nothing.

    Nothing either while it waits: whoever begins it, decides it, or mends what waited, calls this after their commit.
    `by`: who agreed, where they are here.
    """
    going = await store.question_shown_in(topic_id)
    if going is None:
        return
    path = f"/topics/{topic_id}"
    if going["author_id"] != going["asked_by_id"] and await atomic(partial(_tell_host, going, path)):
        await noticed(going["asked_by_id"])(app)
    if QUESTION_MOVED not in app:
        return
    by = by or Viewer(id=going["author_id"], role=Role(going["role"]))
    try:
        await app[QUESTION_MOVED](by, going["surgery_id"], going["question_id"], path)
    except NotFound:
        return  # It was taken down while its topic waited.


async def _tell_host(going: JSON, path: str) -> bool:
    return await notify(going["asked_by_id"], NoticeKind.STAFF, _said_yes, path, key=f"moved:{going['id']}")


def _said_yes() -> str:
    return _("Whoever asked the question said yes: it goes on in the forum.")
