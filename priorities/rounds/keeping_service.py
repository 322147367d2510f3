"""Keeping a round that is there: moving its dates, changing how it votes before the vote opens, cancelling it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.lengths import check_line
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from priorities.models import Phase
from priorities.phases import check_phase, vote_is_over
from priorities.policy import access_round_to_keep, is_planned
from priorities.round_rows import lock_round, touch_round
from priorities.rounds import dates_store, sentences
from priorities.rounds.following_service import tell_followers
from priorities.rounds.forms import settings_of
from priorities.rounds.hooks_service import HOOKS
from priorities.rounds.moved_dates import check_moves
from priorities.rounds.moving_service import move_round
from priorities.rounds.place_names import place_name_of
from priorities.rounds.plans import check_about, check_settings, check_title
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]
LONGEST_REASON: Final = 500
_CHECKED: Final[Mapping[str, Callable[[str], str]]] = {"title": check_title, "about": check_about}
_CHANGEABLE: Final = (Phase.SCHEDULED, Phase.GATHER, Phase.SHAPE)


async def move_dates(
    app: web.Application, viewer: Viewer, round_id: str, asked: Mapping[str, datetime], reason: str, *, later: bool
) -> list[str]:
    """Move dates that are still to come; `later`: what comes after the first of them moves by as much. Gives which.

    Whoever follows is told, once it has begun. Raises NotFound, NotAllowed, Invalid, and Conflict for a date that has
    come.
    """
    row = await access_round_to_keep(viewer, round_id)
    why = await _check_reason(app, row, reason)

    async def work() -> Change[list[str]]:
        now = await lock_round(round_id) or row
        moves = check_moves(now, asked, app[SETTINGS].time_zone if later else None)
        if not moves:
            return Change([])
        await dates_store.set_dates(round_id, moves)
        await dates_store.add_moves(viewer, now, moves, why)
        await touch_round(round_id)
        await add_entry(
            act="round.move", actor=viewer, subject_type="round", subject_id=round_id, reason=why,
            details={name: moment.isoformat() for name, moment in moves.items()},
        )  # fmt: skip
        return Change(list(moves), rounds=[round_id], tell=await _tell_of_moves(app, viewer, now, moves))

    moved = await write(app, work)
    await move_round(app, round_id)
    return moved


async def _tell_of_moves(app: web.Application, viewer: Viewer, row: JSON, moves: Mapping[str, datetime]) -> list[Tell]:
    """Of one that has not begun nobody has heard, and its page is there for nobody."""
    if is_planned(row):
        return []
    said = partial(sentences.dates_moved, app, row | dict(moves), await place_name_of(row))
    return await tell_followers(row, said, key=f"moved.{row['version']}", but=[str(viewer.id)])


async def cancel_round(app: web.Application, viewer: Viewer, round_id: str, reason: str) -> None:
    """End a round before its vote has closed; ballots that were cast are not counted. Whoever follows is told; one
    that has not begun stays its staff’s.

    Raises NotFound, NotAllowed, Invalid, and Conflict for one whose vote is over.
    """
    row = await access_round_to_keep(viewer, round_id)
    why = await _check_reason(app, row, reason)

    async def work() -> Change[None]:
        now = await lock_round(round_id) or row
        if now["phase"] == Phase.CANCELLED or vote_is_over(now):
            raise Conflict(_("The vote of this round is over, so it can’t be cancelled any more."))
        await dates_store.set_cancelled(round_id, why, never_begun=is_planned(now))
        await touch_round(round_id)
        await add_entry(
            act="round.cancel", actor=viewer, subject_type="round", subject_id=round_id, reason=why,
            details={"phase": now["phase"]},
        )  # fmt: skip
        tell: list[Tell] = []
        if not is_planned(now):
            said = partial(sentences.cancelled, await place_name_of(now))
            tell += await tell_followers(now, said, key="cancelled", but=[str(viewer.id)])
        for hook in HOOKS.get(Phase.CANCELLED, ()):
            tell += await hook(app, now | {"phase": Phase.CANCELLED})
        return Change(None, rounds=[round_id], tell=tell)

    await write(app, work)


async def change_round(app: web.Application, viewer: Viewer, round_id: str, asked: Mapping[str, Any]) -> None:
    """Change what it is called, and how its vote goes, until the vote opens: what was `asked`, and nothing else.

    Raises NotFound, NotAllowed, Invalid, and Conflict once it is open.
    """
    row = await access_round_to_keep(viewer, round_id)
    words = {name: check(asked[name]) for name, check in _CHECKED.items() if name in asked}
    for name, text in words.items():
        await check_unsealed(app, row["force_id"], text, field=name)

    async def work() -> Change[None]:
        now = await lock_round(round_id) or row
        check_phase(now, *_CHANGEABLE)
        how = {name: value for name, value in asked.items() if name not in _CHECKED}
        # With the others as they are: which advice is possible follows from the method.
        columns = words | check_settings(replace(settings_of(now), **how)).columns
        changed = {name: value for name, value in columns.items() if now[name] != value}
        if not changed:
            return Change(None)
        await dates_store.set_columns(round_id, changed)
        await touch_round(round_id)
        await add_entry(
            act="round.change", actor=viewer, subject_type="round", subject_id=round_id,
            details={name: value for name, value in changed.items() if name not in _CHECKED},
        )  # fmt: skip
        return Change(None, rounds=[round_id])

    await write(app, work)


def may_be_cancelled(row: JSON) -> bool:
    """Whether its vote is not over, and it was not cancelled already."""
    return row["phase"] != Phase.CANCELLED and not vote_is_over(row)


def is_before_the_vote(row: JSON) -> bool:
    """Whether how it votes can still be changed."""
    return row["phase"] in _CHANGEABLE


async def _check_reason(app: web.Application, row: JSON, reason: str) -> str:
    words = check_line(reason, LONGEST_REASON, "reason")
    if not words:
        raise Invalid.at("reason", _("Say why. Everybody reads it."))
    await check_unsealed(app, row["force_id"], words, field="reason")
    return words
