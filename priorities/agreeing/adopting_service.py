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
from priorities.acting.moderating.rewording_service import worded_anew
from priorities.acting.priority_rows import priorities_as_kept
from priorities.acting.screening import not_kept, screened_for_team
from priorities.agreeing import store
from priorities.agreeing.adoptable import advised_among, options_to_adopt
from priorities.agreeing.adoption import Adoption, checked_adoption
from priorities.agreeing.panel_rows import agreements_as_kept
from priorities.agreeing.policy import Panel, access_panel, access_panel_to_agree, check_may_still_agree
from priorities.agreeing.promising_service import set_priorities
from priorities.agreeing.records import promised_of, record_before, record_of
from priorities.agreeing.telling_service import Before, tell_agreed, tell_changed
from priorities.option_rows import options_of
from priorities.round_rows import lock_round, touch_round
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]


async def adopt(app: web.Application, viewer: Viewer, round_id: str, adoption: Adoption, *, confirm: bool) -> None:
    """Adopt priorities, or change what was adopted before the round acts.

    Raises NotFound, NotAllowed, Invalid, Warned (send it again with `confirm`), Conflict (the phase, or somebody else
    was faster).
    """
    panel = await access_panel_to_agree(viewer, round_id)
    options = await options_to_adopt(panel)
    clean = checked_adoption(
        adoption,
        able=[option["id"] for option in options],
        advised=advised_among(options, adoption.options),
        stays=[option["id"] for option in options if option["stays"]],
        places=panel.row["places"],
        today=clock.today_in(app[SETTINGS].time_zone),
    )
    screened = await screened_for_team(app, viewer, panel.row, clean.words, confirm=confirm)
    if screened.verdict.held:
        raise not_kept()
    await write(app, partial(_adopt, app, viewer, round_id, clean))


async def _adopt(app: web.Application, viewer: Viewer, round_id: str, adoption: Adoption) -> Change[None]:
    await lock_round(round_id)
    panel = await access_panel(viewer, round_id)
    check_may_still_agree(panel)
    before = (await agreements_as_kept([round_id])).get(round_id)
    if adoption.version != (before["version"] if before else 0):
        raise Conflict(_("Somebody else has just written down what the panel agreed on. Look again."))
    there = await store.priorities_of(round_id)
    kept = await _as_kept(there)
    out = [row["id"] for option, row in there.items() if option not in adoption.options]
    followers = await store.followers_of_priorities(out)
    advised = advised_among(await options_to_adopt(panel), adoption.options)
    priorities = await set_priorities(app, viewer, panel, adoption, there)
    await _set_agreement(viewer, panel, adoption, advised, before, [promised_of(row) for row in kept.values()])
    act = "panel.change" if before else "panel.agree"
    details: dict[str, object] = {
        "options": adoption.options, "version": adoption.version + 1, "residents": len(panel.residents),
        "before": before["agreed"] if before else None,
    }  # fmt: skip
    words: dict[str, object] = {
        "agreed": record_of(adoption, {option: kept[option] for option, row in there.items() if row["hidden"]}),
        "before": record_before(before, kept) if before else None,
    }
    await add_entry(
        act=act, actor=viewer, subject_type="round", subject_id=round_id, reason=adoption.why or adoption.reason,
        details=details, personal=words,
    )  # fmt: skip
    await touch_round(round_id)
    options = await options_of(round_id)
    tell: list[Tell] = (
        await tell_changed(panel.row, options, priorities, Before(set(there), followers, adoption.version))
        if before
        else await tell_agreed(panel.row, options, priorities)
    )
    tell += await worded_anew([*priorities.values()])
    return Change(None, rounds=[round_id], priorities=[*priorities.values(), *out], tell=tell)


async def _as_kept(there: Mapping[str, JSON]) -> dict[str, JSON]:
    """These priorities with all words: a record made while some are taken down is whole again once they are put back.

    Until then it is read without them (`panel_rows.find_agreement`).
    """
    rows = {row["id"]: row for row in await priorities_as_kept([row["id"] for row in there.values()])}
    return {option: rows[row["id"]] for option, row in there.items()}


async def _set_agreement(
    viewer: Viewer, panel: Panel, adoption: Adoption, advised: list[str], before: JSON | None, promised: list[JSON]
) -> None:
    round_id = panel.row["id"]
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
