"""Adopting priorities: what the panel agreed on becomes the work of the team, in public and at once."""

from collections.abc import Mapping
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
from priorities.acting.priority_rows import lock_priority
from priorities.acting.screening import not_kept, screened_in
from priorities.agreeing import store
from priorities.agreeing.adoption import Adoption, Promised, checked
from priorities.agreeing.policy import Panel, access_panel, access_panel_to_agree, check_may_still_agree
from priorities.agreeing.records import promised_of, record_before, record_of
from priorities.agreeing.telling_service import Before, tell_agreed, tell_changed
from priorities.option_rows import options_of, options_with_words
from priorities.results.rows import advised_ids
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
        raise not_kept()
    await write(app, partial(_adopt, app, viewer, round_id, clean))


async def _able(round_id: str) -> list[JSON]:
    return [option for option in await options_with_words(round_id) if not option["taken_down"]]


async def _adopt(app: web.Application, viewer: Viewer, round_id: str, adoption: Adoption) -> Change[None]:
    await lock_round(round_id)
    panel = await access_panel(viewer, round_id)
    check_may_still_agree(panel)
    before = panel.agreement
    if adoption.version != (before["version"] if before else 0):
        raise Conflict(_("Somebody else has just written down what the panel agreed on. Look again."))
    there = await store.priorities_of(round_id)
    out = [row["id"] for option, row in there.items() if option not in adoption.options]
    followers = await store.followers_of_priorities(out)
    priorities = await _set_priorities(app, panel, adoption, there)
    await _set_agreement(viewer, panel, adoption, [promised_of(row) for row in there.values()])
    act = "panel.change" if before else "panel.agree"
    details: dict[str, object] = {
        "options": adoption.options, "version": adoption.version + 1, "residents": len(panel.residents),
        "agreed": record_of(adoption), "before": record_before(before, there) if before else None,
    }  # fmt: skip
    await add_entry(
        act=act, actor=viewer, subject_type="round", subject_id=round_id, reason=adoption.why or adoption.reason,
        details=details,
    )  # fmt: skip
    await touch_round(round_id)
    options = await options_of(round_id)
    tell: list[Tell] = (
        await tell_changed(panel.row, options, priorities, Before(set(there), followers, adoption.version))
        if before
        else await tell_agreed(panel.row, options, priorities)
    )
    return Change(None, rounds=[round_id], priorities=[*priorities.values(), *out], tell=tell)


async def _set_agreement(viewer: Viewer, panel: Panel, adoption: Adoption, promised: list[JSON]) -> None:
    round_id, before, advised = panel.row["id"], panel.agreement, await _advised(panel)
    if before is None:
        await store.add_agreement(
            round_id, agreed=adoption.options, advised=advised, reason=adoption.reason, by_id=viewer.id,
            surgery_id=panel.row["surgery_id"], residents=len(panel.residents),
        )  # fmt: skip
        return
    change = {"at": clock.rfc3339(clock.now()), "role": viewer.role, "why": adoption.why, "before": before["agreed"],
              "reason": before["reason"], "promised": promised}  # fmt: skip
    await store.set_agreement(
        round_id, before["version"], agreed=adoption.options, advised=advised, reason=adoption.reason,
        residents=len(panel.residents), changes=[*before["changes"], change],
    )  # fmt: skip


async def _advised(panel: Panel) -> list[str]:
    """What the vote advises of what can be adopted: nobody departs from the vote by leaving out what is taken down."""
    close = await find_close(panel.row["id"]) or {}
    able = {option["id"] for option in await _able(panel.row["id"])}
    return [option for option in advised_ids(close["result"]) if option in able]


async def _set_priorities(
    app: web.Application, panel: Panel, adoption: Adoption, there: Mapping[str, JSON]
) -> dict[str, str]:
    """Make, change and take back the rows of priorities: their ids by their options. `there`: those of before."""
    row, today = panel.row, clock.today_in(app[SETTINGS].time_zone)
    options = {option["id"]: option for option in await _able(row["id"])}
    made = {}
    for option, old in there.items():
        if option not in adoption.options:
            await _remove(old)
    for position, one in enumerate(adoption.promised, 1):
        if one.option not in options:
            raise Conflict(_("A proposal has just been taken down, and can’t be adopted. Look again."))
        if one.option in there:
            made[one.option] = await _change(there[one.option]["id"], one, position)
        else:
            made[one.option] = await store.add_priority(row, options[one.option], today, position, **one.columns)
        await priority_changed(made[one.option])
    return made


async def _change(priority_id: str, one: Promised, position: int) -> str:
    """Change what is promised; not over what a colleague has promised since."""
    old = await lock_priority(priority_id) or {}
    if old["kept_version"] != one.kept_version:
        raise Conflict(
            _("What is promised about “%(title)s” has changed since you read it. Look again.", title=old["title"])
        )
    changed = any(old[name] != value for name, value in one.columns.items())
    kept = old["kept_version"] + changed
    await store.set_priority(priority_id, old["version"], position=position, kept_version=kept, **one.columns)
    return priority_id


async def _remove(priority: JSON) -> None:
    if not await store.remove_priority(priority["id"]):
        raise Conflict(
            _("Something was already done about “%(title)s”, so it can’t be taken out.", title=priority["title"])
        )
    await priority_changed(priority["id"])
