"""Who may write in a forum for now: its mode."""

from typing import Any

from aiohttp import web

from forums.places.keeping import store
from forums.places.keeping.policy import check_sets_mode
from forums.places.keeping.section_drafts import check_pace
from forums.places.page_service import described
from forums.places.policy import access_forum, serves_forum
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from moderation.explanations import check_explanation
from moderation.modes import Mode

JSON = dict[str, Any]


async def mode_of(viewer: Viewer, forum_id: str) -> JSON:
    """The forum as templates have it, with `slow_seconds`, for who may set its mode. Raises NotFound, NotAllowed."""
    forum = await _access(viewer, forum_id)
    return await described(forum) | {"slow_seconds": forum["slow_seconds"]}


async def set_mode(
    app: web.Application, viewer: Viewer, forum_id: str, mode: Mode, seconds: int | None, reason: str
) -> None:
    """Set who writes in a forum, but for sections and topics with a mode of their own.

    `seconds` between a person's posts are slow mode's. Raises NotFound, NotAllowed, Invalid.
    """
    await _access(viewer, forum_id)
    pace, why = check_pace(mode, seconds), check_explanation(reason, needed=False)

    async def work() -> Change[None]:
        await store.set_mode(forum_id, mode, pace)
        details: dict[str, object] = {"mode": mode, "seconds": pace}
        await add_entry(
            act="forum.mode", actor=viewer, subject_type="forum", subject_id=forum_id, reason=why, details=details
        )  # fmt: skip
        return Change(None, forums=[forum_id])

    await write(app, work)


async def _access(viewer: Viewer, forum_id: str) -> JSON:
    forum = await access_forum(viewer, forum_id)
    check_sets_mode(viewer, forum, serves=serves_forum(viewer, forum))
    return forum
