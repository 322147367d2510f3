"""The ends of sessions: one or all of one's own, or those that the clock ended; live connections end with them."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from aiohttp import web

from accounts.duty.service import end_shift
from accounts.sessions import store
from accounts.sessions.broadcast import sessions_ended
from accounts.sessions.methods import how_begun
from accounts.sessions.starting import STAFF_LASTS
from accounts.sessions.viewers import IDLE
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import NotFound, NotSignedIn
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Role, Viewer

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""


async def own_sessions(viewer: Viewer) -> list[dict[str, Any]]:
    """One's own living sessions, last used first.

    `id`, `began`, `seen`, `about` (the device), `how` it began, and `this` for the one asked with.
    """
    return [
        {
            "id": row["id"],
            "began": row["created_at"],
            "seen": row["last_seen_at"],
            "about": row["device"] or _("Unknown device"),
            "how": how_begun(row["method"]),
            "this": row["id"] == viewer.session,
        }
        for row in await store.sessions_of(str(viewer.id))
    ]


async def sign_out(app: web.Application, viewer: Viewer) -> None:
    """End the session that was asked with, its live connections included; raises NotSignedIn for a reader."""
    if viewer.id is None or viewer.session is None:
        raise NotSignedIn(_("You are not signed in."))
    await end_session(app, viewer, viewer.session)


async def end_session(app: web.Application, viewer: Viewer, session: str) -> None:
    """End one of one's own sessions; raises NotFound for another's and for one that has ended."""
    ended = await atomic(lambda: _end(viewer, "session.end", session)) if is_id(session) else None
    if not ended:
        raise NotFound(_("That sign-in has ended already."))
    await sessions_ended(app, ended)


async def leave_behind(app: web.Application, viewer: Viewer) -> None:
    """End who a browser was before it signed in as somebody else, live connections included."""
    if viewer.id is not None and viewer.session is not None:
        # What let it in may have ended all of its sessions already.
        with suppress(NotFound):
            await end_session(app, viewer, viewer.session)
    elif viewer.session is not None:
        await sessions_ended(app, [viewer.session])


async def sign_out_everywhere(app: web.Application, viewer: Viewer) -> None:
    """End every session of a person, this one too, with their live connections; an officer goes off duty."""
    await sessions_ended(app, await atomic(lambda: _end(viewer, "session.end_all")))
    await end_shift(app, str(viewer.id), viewer)


async def end_other_sessions(app: web.Application, viewer: Viewer) -> None:
    """End every session of a person but the one asked with, with their live connections."""
    await sessions_ended(app, await atomic(lambda: _end(viewer, "session.end_others", but=viewer.session)))


async def _end(viewer: Viewer, act: str, session: str | None = None, but: str | None = None) -> list[str]:
    ended = await store.set_ended(str(viewer.id), session, but)
    if ended:
        await add_entry(act=act, actor=viewer, subject_type="person", subject_id=str(viewer.id))
    return ended


async def hang_up_ended_sessions(app: web.Application) -> None:
    """End this process's live connections of sessions that ended, wherever that was done, ran out, or were left idle.

    Who ends a session hangs up at once, but only in their own process: the rows tell the others within a second.
    """
    now = clock.now()
    await store.set_idle_ended(Role.ADMINISTRATOR, now - IDLE, now, now + STAFF_LASTS)
    await sessions_ended(app, await store.sessions_over(now - _LOOKS_BACK, now))
