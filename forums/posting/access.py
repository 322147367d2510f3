"""Where somebody may post: asked before their words are read, and once more as they are stored."""

from forums.answers.service import check_official
from forums.doors import check_screened_as, hold_place
from forums.models import PostState
from forums.moved import Moved
from forums.places.policy import access_forum, may_post
from forums.places.service import section_named
from forums.policy import access_topic, access_topic_to_reply, check_not_kept_out
from forums.posting.checks.pace import check_slow_mode
from forums.posting.merged import merged
from forums.restrictions import restrictions_of
from forums.standing import Standing
from forums.topic_rows import lock_topic
from foundation.errors import Closed, NotFound, NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer


async def access_forum_to_post(viewer: Viewer, forum_id: str, section: str) -> Standing:
    """The place of a new topic; raises what `access_forum` and `may_post` do, NotSignedIn, KeptOut, NotAllowed."""
    forum = await access_forum(viewer, forum_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to take part."))
    kept = await restrictions_of(str(viewer.id), forum)
    named = await section_named(forum, section)
    standing = Standing(viewer, forum, named, removed=kept.get("remove"), silenced=kept.get("silence"))
    check_not_kept_out(standing)
    await may_post(viewer, forum, named)
    return standing


async def access_to_reply(viewer: Viewer, topic_id: str) -> Standing:
    """The topic; raises what `access_topic_to_reply` does, and Conflict where it was merged into another one."""
    try:
        return await access_topic_to_reply(viewer, topic_id)
    except Moved as moved:
        raise merged(moved.topic_id) from None


async def still_to_post(before: Standing) -> Standing:
    """The place of a topic that is being stored, as it is now. Raises what `access_forum_to_post` does, Conflict."""
    await hold_place(before.forum_id, before.section["id"])
    now = await access_forum_to_post(before.viewer, before.forum_id, before.section["id"])
    check_screened_as(now, before)
    return now


async def still_to_reply(before: Standing, *, official: bool) -> Standing:
    """The topic of a reply that is being stored, as it is now: nobody else changes it until the end.

    Raises what `access_to_reply` does, Closed where it was taken down, Conflict, TooFast in slow mode.
    """
    topic = await lock_topic(before.topic_id)
    if topic is None or topic["state"] == PostState.MOVED:
        raise merged(await _leads_on(before))
    if topic["state"] != PostState.PUBLISHED:
        raise Closed(_("This topic is not shown, so nobody can reply to it now."))
    await hold_place(topic["forum_id"], topic["section_id"])
    now = await access_topic_to_reply(before.viewer, before.topic_id)
    if official:
        await check_official(now)
    check_screened_as(now, before)
    await check_slow_mode(now)
    return now


async def _leads_on(standing: Standing) -> str | None:
    """The topic that it was merged into, for who may read that."""
    try:
        await access_topic(standing.viewer, standing.topic_id)
    except Moved as moved:
        return moved.topic_id
    except NotFound:
        pass
    return None
