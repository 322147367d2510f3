"""Adopting priorities: what the panel agreed on becomes the work of the team, in public and at once."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting.finding import priority_changed
from priorities.acting.screening import screened_in
from priorities.agreeing import store
from priorities.agreeing.adoption import Adoption, checked
from priorities.agreeing.policy import Panel, access_panel, access_panel_to_agree, check_may_still_agree
from priorities.agreeing.telling_service import tell_agreed
from priorities.results.rows import TAKEN_DOWN, advised_ids
from priorities.results.store import find_close
from priorities.round_rows import lock_round, touch_round
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]


async def options_to_adopt(panel: Panel) -> list[JSON]:
    """What the panel of a round can adopt: `id`, `title`, `votes`, `advised`, the one with the most votes first."""
    close = await find_close(panel.row["id"])
    if close is None:
        return []
    advised = advised_ids(close["result"])
    able = {option["id"]: option for option in await _able(panel.row["id"])}
    return [
        {**able[one["id"]], "votes": one["votes"], "advised": one["id"] in advised}
        for one in close["result"]["plain"]
        if one["id"] in able
    ]


async def adopt(app: web.Application, viewer: Viewer, round_id: str, adoption: Adoption, *, confirm: bool) -> None:
    """Adopt priorities, or change what was adopted before the round acts.

    Raises NotFound, NotAllowed, Invalid, Warned (send it again with `confirm`), Conflict (the phase, or somebody else
    was faster).
    """
    panel = await access_panel_to_agree(viewer, round_id)
    options = await options_to_adopt(panel)
    clean = checked(
        adoption,
        able=[option["id"] for option in options],
        advised=[option["id"] for option in options if option["advised"]],
        places=panel.row["places"],
        today=clock.today_in(app[SETTINGS].time_zone),
    )
    screened = await screened_in(app, viewer, panel.row, clean.words, confirm=confirm)
    if screened.verdict.held:
        raise Conflict(screened.verdict.reason)
    await write(app, partial(_adopt, app, viewer, round_id, clean))


async def _able(round_id: str) -> list[JSON]:
    return [option for option in await store.options_of(round_id) if option["state"] not in TAKEN_DOWN]


async def _adopt(app: web.Application, viewer: Viewer, round_id: str, adoption: Adoption) -> Change[None]:
    await lock_round(round_id)
    panel = await access_panel(viewer, round_id)
    check_may_still_agree(panel)
    before = panel.agreement
    if adoption.version != (before["version"] if before else 0):
        raise Conflict(_("Somebody else has just written down what the panel agreed on. Look again."))
    priorities = await _set_priorities(app, panel, adoption)
    await _set_agreement(viewer, panel, adoption)
    act = "panel.change" if before else "panel.agree"
    details: dict[str, object] = {"options": adoption.options, "version": adoption.version + 1}
    await add_entry(
        act=act, actor=viewer, subject_type="round", subject_id=round_id, reason=adoption.why or adoption.reason,
        details=details,
    )  # fmt: skip
    await touch_round(round_id)
    tell: list[Tell] = [] if before else await tell_agreed(panel.row, await store.options_of(round_id), priorities)
    return Change(None, rounds=[round_id], priorities=list(priorities.values()), tell=tell)


async def _set_agreement(viewer: Viewer, panel: Panel, adoption: Adoption) -> None:
    round_id, before, advised = panel.row["id"], panel.agreement, await _advised(panel)
    if before is None:
        await store.add_agreement(
            round_id, agreed=adoption.options, advised=advised, reason=adoption.reason, by_id=viewer.id,
            surgery_id=panel.row["surgery_id"],
        )  # fmt: skip
        return
    change = {"at": clock.rfc3339(clock.now()), "role": viewer.role, "why": adoption.why, "before": before["agreed"]}
    await store.set_agreement(
        round_id, before["version"], agreed=adoption.options, advised=advised, reason=adoption.reason,
        changes=[*before["changes"], change],
    )  # fmt: skip


async def _advised(panel: Panel) -> list[str]:
    """What the vote advises of what can be adopted: nobody departs from the vote by leaving out what is taken down."""
    close = await find_close(panel.row["id"]) or {}
    able = {option["id"] for option in await _able(panel.row["id"])}
    return [option for option in advised_ids(close["result"]) if option in able]


async def _set_priorities(app: web.Application, panel: Panel, adoption: Adoption) -> dict[str, str]:
    """Make, change and take back the rows of priorities: their ids by their options."""
    row, today = panel.row, clock.today_in(app[SETTINGS].time_zone)
    options = {option["id"]: option for option in await _able(row["id"])}
    there, made = await store.priorities_of(row["id"]), {}
    for option, old in there.items():
        if option not in adoption.options:
            await _remove(old)
    for position, one in enumerate(adoption.promised, 1):
        if one.option not in options:
            raise Conflict(_("A proposal has just been taken down, and can’t be adopted. Look again."))
        if one.option in there:
            old = there[one.option]
            await store.set_priority(old["id"], old["version"], position=position, **one.columns)
            made[one.option] = old["id"]
        else:
            made[one.option] = await store.add_priority(row, options[one.option], today, position, **one.columns)
        await priority_changed(made[one.option])
    return made


async def _remove(priority: JSON) -> None:
    if not await store.remove_priority(priority["id"]):
        raise Conflict(
            _("Something was already done about “%(title)s”, so it can’t be taken out.", title=priority["title"])
        )
    await priority_changed(priority["id"])
