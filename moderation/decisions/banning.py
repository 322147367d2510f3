"""Keeping somebody out of all of a force's places: what a decision does beside itself, in its transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content, Tell
from moderation.decisions import bans_store as store
from moderation.decisions.policy import is_staff
from moderation.decisions.store import removals_for_good
from moderation.ports import PUT_OUT

JSON = dict[str, Any]
STANDS_ALONE: Final = timedelta(days=7)
"""How long a ban stands that one person alone has proposed."""


async def propose_ban(viewer: Viewer, content: Content, decision: JSON) -> Sequence[Tell]:
    """Keep a thing's author out for good; for a week only, unless somebody else confirms it. Gives what to tell.

    Raises NotAllowed for staff.
    """
    person = str(content.author_id)
    if content.author_id is None or await is_staff(person):
        raise NotAllowed(_("Officers and moderators can’t be removed here. Ask an administrator."))
    if await store.standing_ban(person, content.force_id):
        return []  # where that one is taken back, this decision keeps them out: see `end_ban_of`
    return await _propose(viewer, decision)


async def _propose(viewer: Viewer, decision: JSON) -> Sequence[Tell]:
    ban = await store.add_ban(
        force_id=decision["force_id"],
        person_id=decision["author_id"],
        reason=decision["reason"],
        decision_id=decision["id"],
        proposed_by_id=str(decision["actor_id"]),
        ends_unless_confirmed_at=clock.now() + STANDS_ALONE,
    )
    await audit("ban.propose", viewer, ban, decision["reason"])
    return [partial(put_out, ban=ban)]


async def is_banned(person: str, force: str) -> bool:
    """Whether somebody is kept out of all of a force's places now."""
    return await store.standing_ban(person, force) is not None


async def end_ban_of(viewer: Viewer, decision: str, reason: str) -> Sequence[Tell]:
    """End what came of a decision that does not stand any more. In that one's transaction.

    Where another decision removed the same person for good meanwhile, it keeps them out from now on by itself.
    """
    ban = await store.ban_of_decision(decision)
    if ban is None or not await store.set_ended(ban["id"], viewer.id):
        return []
    await audit("ban.end", viewer, ban, reason)
    if await store.standing_ban(ban["person_id"], ban["force_id"]):
        return []
    others = await removals_for_good(ban["person_id"], ban["force_id"])
    waiting = await store.without_ban([row["id"] for row in others])
    last = next((row for row in others if row["id"] in waiting and row["at"] >= ban["proposed_at"]), None)
    return await _propose(viewer, last) if last else []


async def put_out(app: web.Application, ban: JSON) -> None:
    """End what a banned person follows live on this process."""
    for end in app.get(PUT_OUT, ()):
        await end(app, ban["force_id"], ban["person_id"], ban["reason"], ends_at(ban))


def ends_at(ban: JSON) -> datetime | None:
    """When a ban ends by itself; None: never."""
    moment: datetime | None = ban["until"]
    return moment or (ban["ends_unless_confirmed_at"] if ban["confirmed_at"] is None else None)


async def audit(act: str, viewer: Viewer, ban: JSON, reason: str) -> None:
    """Write down what was done about a ban; in the act's transaction."""
    details = {"person": ban["person_id"], "decision": ban["decision_id"]}
    await add_entry(act=act, actor=viewer, subject_type="ban", subject_id=ban["id"], reason=reason, details=details)
