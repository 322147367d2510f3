"""Pinning, locking, slowing down and archiving topics."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web

from forums.arranging import store
from forums.arranging.arranged import audited, set_columns
from forums.arranging.policy import access_topic_to_arrange
from forums.writing import Change, write
from foundation import clock
from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.lengths import too_long
from foundation.permissions import READER, Viewer
from moderation.explanations import check_explanation
from moderation.modes import Mode
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]
MOST_PINNED: Final = 5
LONGEST_REASON: Final = 500
SLOW_SECONDS: Final = 120
SLOWEST: Final = 24 * 3600
QUIET_FOR: Final = timedelta(days=365)
"""A topic in which nobody wrote for so long is archived by itself, unless it is pinned."""
_TOGETHER = 200
_MODES: Final = frozenset({Mode.OPEN, Mode.NEWCOMERS, Mode.PREMODERATED, Mode.SLOW})


async def pin(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """Have a topic stand first in its forum. Raises what `access_topic_to_arrange` does, Conflict for one too many."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    await set_columns(app, standing, "pin", {"pinned_at": clock.now()}, check=_check_few_pinned)


async def _check_few_pinned(topic: JSON) -> None:
    """Of two moderators who pin at once, each a topic of the same forum, one waits for the other."""
    await store.lock_forum(topic["forum_id"])
    if topic["pinned_at"] is None and await store.count_pinned(topic["forum_id"]) >= MOST_PINNED:
        raise Conflict(_("%(most)s topics are pinned here already. Take one down first.", most=MOST_PINNED))


async def unpin(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """Let it stand where its last reply puts it."""
    await set_columns(app, await access_topic_to_arrange(viewer, topic_id), "unpin", {"pinned_at": None})


async def lock(app: web.Application, viewer: Viewer, topic_id: str, reason: str) -> None:
    """Let nobody but staff write in a topic, for a reason that everybody reads there. Raises Invalid without one."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    why = check_explanation(reason)
    if len(why) > LONGEST_REASON:
        raise too_long(LONGEST_REASON, "reason")
    await check_unsealed(app, standing.force_id, why, field="reason")
    locked = {"locked_at": clock.now(), "locked_by_id": str(viewer.id), "locked_reason": why}
    told = _locked(standing.topic["title"], why)
    await set_columns(app, standing, "lock", locked, reason=why, told=told)


async def unlock(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """Let everybody write there again."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    await set_columns(app, standing, "unlock", {"locked_at": None, "locked_by_id": None, "locked_reason": ""})


async def set_mode(
    app: web.Application, viewer: Viewer, topic_id: str, mode: str | None, seconds: int | None = None
) -> None:
    """Give a topic a mode of its own, or (None) its section's again; `seconds` lie between a person's replies in slow
    mode. What it slowed down to by itself ends with it. Raises Invalid.
    """
    standing = await access_topic_to_arrange(viewer, topic_id)
    if mode is not None and mode not in _MODES:
        raise Invalid.at("mode", _("Choose one of the modes."))
    pace = (SLOW_SECONDS if seconds is None else seconds) if mode == Mode.SLOW else None
    if pace is not None and not 1 <= pace <= SLOWEST:
        raise Invalid.at("seconds", _("Choose between 1 second and 24 hours."))
    changes = {"mode": mode, "slow_seconds": pace, "slowed_at": None, "slowed_for": ""}
    await set_columns(app, standing, "mode", changes, reason=mode or "")


async def archive(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """Let everybody read a topic and nobody write in it."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    await set_columns(app, standing, "archive", {"archived_at": clock.now(), "pinned_at": None})


async def unarchive(app: web.Application, viewer: Viewer, topic_id: str) -> None:
    """Take it out of the archive. It counts as written in now: else it would be archived again at night."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    await set_columns(app, standing, "unarchive", {"archived_at": None, "active_at": clock.now()})


async def archive_quiet(app: web.Application) -> None:
    """Archive the topics in which nobody wrote for QUIET_FOR; again, or by two processes at once, nothing more."""
    before = clock.now() - QUIET_FOR
    while found := await store.quiet_since(before, _TOGETHER):
        for topic_id in found:
            await write(app, partial(_archive_by_itself, topic_id))


async def _archive_by_itself(topic_id: str) -> Change[None]:
    topic = await store.lock_topic(topic_id)
    # Somebody may have written in it, or pinned it, since it was found.
    if topic["active_at"] < clock.now() - QUIET_FOR and topic["archived_at"] is None and topic["pinned_at"] is None:
        await store.set_topic(topic_id, archived_at=clock.now())
        await audited(READER, "archive", topic_id)
    return Change(None, topics=[topic_id], forums=[topic["forum_id"]])


def _locked(title: str, reason: str) -> Callable[[], str]:
    return lambda: _("Your topic “%(title)s” was locked. The reason given: %(reason)s", title=title, reason=reason)
