"""Letting a code count no more: its letter came back, or never arrived."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots import roll_store
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.letters import store
from priorities.ballots.letters.codes import LETTER, code_hash
from priorities.ballots.on_the_roll import key_of_the_roll
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.ballots.roll import Neighbour, letter_id, roll_mark

JSON = dict[str, Any]


async def void_code(app: web.Application, viewer: Viewer, round_id: str, code: str) -> None:
    """Let the code of a letter that is at hand count no more. Whom it was for stays on the list.

    Raises NotFound, NotAllowed, Invalid, Conflict (the vote is closed; it was voted with, or is void already).
    """
    await access_round_on_paper(viewer, round_id)
    plain = LETTER.plain(code)
    if plain is None:
        raise Invalid.at("code", _("Enter the twelve letters and numbers of the code, like 7KQ2-MXR4-TD9P."))

    async def work() -> None:
        await hold_open_vote(round_id, app[SETTINGS].time_zone)
        found = await store.code_to_change(round_id, code_hash(app[SETTINGS], round_id, plain))
        if found is None:
            raise NotFound.at("code", _("No letter of this round has this code."))
        _check_not_cast(found)
        if found["state"] == "void":
            raise Conflict(_("This code counts no more already."))
        await store.set_void(found["id"])
        await _audit(viewer, round_id)

    await atomic(work)


async def void_letter_to(app: web.Application, viewer: Viewer, round_id: str, neighbour: Neighbour) -> None:
    """Let the code count no more that went to this name and address, and take them off the list.

    They may have a slip or another letter then. Raises as `void_code` does.
    """
    await access_round_on_paper(viewer, round_id)

    async def work() -> None:
        held = await hold_open_vote(round_id, app[SETTINGS].time_zone)
        key = await key_of_the_roll(round_id, held["key"])
        mark = roll_mark(key, neighbour)
        found = await store.letter_to_change(round_id, letter_id(key, mark))
        if found is None:
            raise NotFound.at("name", _("No letter went to this name and address in this round."))
        _check_not_cast(found)
        await store.set_void_and_free(found["id"])
        await roll_store.remove_from_the_list(round_id, mark)
        await _audit(viewer, round_id)

    await atomic(work)


def _check_not_cast(code: JSON) -> None:
    if code["state"] == "cast":
        raise Conflict(_("This letter’s code was voted with, and that ballot counts."))


async def _audit(viewer: Viewer, round_id: str) -> None:
    """Neither the code nor the person: with the hour of this entry they would lead from one to the other."""
    await add_entry(act="letter.void", actor=viewer, subject_type="round", subject_id=round_id)
