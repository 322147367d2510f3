"""Bans for good take two people: one proposes by a decision, another confirms. Any moderator may end one."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Tell, tell_all
from moderation.decisions import bans_store as store
from moderation.decisions.author_notices import page_of
from moderation.decisions.banning import audit, ends_at, put_out
from moderation.decisions.reading import cases_of
from moderation.explanations import check_explanation
from moderation.policy import check_moderates
from moderation.sealed.policy import cases_read_by
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def bans_page(viewer: Viewer) -> JSON:
    """The bans of the viewer's force: `standing`, those that wait for a second person first, and those that are `over`.

    Each with `person`, `proposed_by`, `confirmed_by`, `ended_by` (the contract's persons), `ends_at`, whether it came
    of a `sealed` case that this viewer is not cleared for (then without its reason), and whether they `may_confirm` it.
    Raises NotAllowed.
    """
    standing, over = await store.bans_in(check_moderates(viewer))
    people = await persons(_named([*standing, *over]))
    sealed = await _sealed_for(viewer, [*standing, *over])
    shown = [[_shown(ban, people, viewer, ban["id"] in sealed) for ban in bans] for bans in (standing, over)]
    return {"standing": shown[0], "over": shown[1]}


async def confirm_ban(app: web.Application, viewer: Viewer, ban_id: str) -> None:
    """Let a ban stand for good. Raises NotFound, NotAllowed (who proposed it, a sealed case), Conflict (too late)."""
    ban = await _access(viewer, ban_id)
    if ban["proposed_by_id"] == viewer.id:
        raise NotAllowed(_("You proposed this yourself: somebody else must confirm it."))
    if await _sealed_for(viewer, [ban]):
        raise NotAllowed(_("This is about a sealed case. Only a moderator who is cleared for it can decide."))

    async def work() -> Sequence[Tell]:
        if not await store.set_confirmed(ban_id, str(viewer.id)):
            raise Conflict(_("This does not wait for anybody any more. Look again."))
        await audit("ban.confirm", viewer, ban, ban["reason"])
        return await _tell(ban, "confirm", _confirmed)

    await tell_all(app, await atomic(work))


async def end_ban(app: web.Application, viewer: Viewer, ban_id: str, reason: str) -> None:
    """Let somebody back, whether or not it was confirmed. Raises NotFound, Invalid (no reason) and Conflict."""
    ban = await _access(viewer, ban_id)
    why = check_explanation(reason)
    await check_unsealed(app, ban["force_id"], why, field="reason")

    async def work() -> Sequence[Tell]:
        if not await store.set_ended(ban_id, str(viewer.id)):
            raise Conflict(_("Somebody has ended this already."))
        await audit("ban.end", viewer, ban, why)
        return await _tell(ban, "end", _ended)

    await tell_all(app, await atomic(work))


async def put_out_banned(app: web.Application, since: datetime) -> None:
    """Put out who was banned since then by another process: the rows tell within a second."""
    for ban in await store.banned_since(since):
        await put_out(app, ban)


async def _access(viewer: Viewer, ban_id: str) -> JSON:
    force = check_moderates(viewer)
    ban = await store.find_ban(ban_id)
    if ban is None or ban["force_id"] != force:
        raise NotFound(_("There is no such ban."))
    if ban["person_id"] == viewer.id:
        raise NotAllowed(_("This is about yourself: somebody else must decide about it."))
    return ban


def _named(bans: Collection[JSON]) -> set[str]:
    names = ("person_id", "proposed_by_id", "confirmed_by_id", "ended_by_id")
    return {ban[name] for ban in bans for name in names if ban[name]}


async def _sealed_for(viewer: Viewer, bans: Collection[JSON]) -> set[str]:
    """The ids of those that came of a case which this viewer is not cleared for: its reason may tell of it."""
    cases = await cases_of({ban["decision_id"] for ban in bans if ban["decision_id"]})
    mine = await cases_read_by(viewer) if cases else set()
    return {ban["id"] for ban in bans if cases.get(ban["decision_id"], "") not in {"", *mine}}


def _shown(ban: JSON, people: dict[str, JSON], viewer: Viewer, sealed: bool) -> JSON:
    names = ("person", "proposed_by", "confirmed_by", "ended_by")
    waits = ban["confirmed_at"] is None
    own = viewer.id in (ban["proposed_by_id"], ban["person_id"])
    return {
        **ban,
        **{name: people.get(ban[f"{name}_id"]) for name in names},
        "ends_at": ends_at(ban),
        "waits": waits,
        "may_confirm": waits and not own and not sealed,
        "sealed": sealed,
        "reason": "" if sealed else ban["reason"],
    }


async def _tell(ban: JSON, what: str, sentence: Any) -> Sequence[Tell]:
    path = page_of(ban["decision_id"]) if ban["decision_id"] else "/decisions"
    await notify(ban["person_id"], NoticeKind.DECISION, sentence, path, key=f"ban.{ban['id']}.{what}")
    return [noticed(ban["person_id"])]


def _confirmed() -> str:
    return _("A second person has confirmed that you are removed for good.")


def _ended() -> str:
    return _("You are not removed any more: you can come in and write again.")
