"""Locking a topic as part of a decision: nobody but staff writes there any more, or it is open as before."""

from aiohttp import web

from forums.moderating import locking_store as store
from forums.writing import Change, write
from foundation.errors import Conflict
from foundation.language import _
from moderation.content import Also


async def set_lock(app: web.Application, topic_id: str, *, locked: bool, also: Also) -> None:
    """Lock a topic or take the lock of a decision off again, in one transaction with `also`, which writes it down.

    What somebody has locked for a reason of their own stays locked. Raises Conflict where it was merged meanwhile.
    """

    async def work() -> Change[None]:
        forum = await store.set_lock(topic_id, locked=locked)
        if forum is None:
            raise Conflict(_("This has changed since you read it. Look again."))
        return Change(None, topics=[topic_id], forums=[forum], tell=await also())

    await write(app, work)
