"""Making letters: a code for each address, and everybody they go to on the list of who has voted.

All of them or none: a code that nobody was shown would shut out whom it was for. Nobody who votes meanwhile waits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from accounts.neighbours import names_taken
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots import roll_store
from priorities.ballots.holding import hold_open_vote
from priorities.ballots.ladder import AT_THE_DOOR
from priorities.ballots.letters import store
from priorities.ballots.letters.addresses import Address, Refused
from priorities.ballots.letters.codes import LETTER, code_hash
from priorities.ballots.on_the_roll import already_on_the_list, key_of_the_roll
from priorities.ballots.paper.issuing_service import check_lives_there
from priorities.ballots.paper.policy import access_round_to_print
from priorities.ballots.roll import letter_id, roll_mark
from priorities.ballots.voters import How

JSON = dict[str, Any]


@dataclass(frozen=True)
class Letters:
    """Letters that were just made, each with its code, which is nowhere else; and the lines that none is made of."""

    round: JSON
    letters: tuple[tuple[Address, str], ...]
    refused: tuple[Refused, ...]


async def print_letters(
    app: web.Application, viewer: Viewer, round_id: str, addresses: Sequence[Address], *, same_name: bool = False
) -> Letters:
    """Make a letter for each address that can have one, in the order given.

    `same_name`: also for those whose name somebody with an account there has. Raises NotFound, NotAllowed, ProofNeeded,
    Conflict (the vote is not open).
    """
    row = await access_round_to_print(viewer, round_id, app[SETTINGS].time_zone)
    good, refused = await _who_may(row, addresses, same_name=same_name)

    async def work() -> Letters:
        held = await hold_open_vote(round_id, app[SETTINGS].time_zone)
        made, more = await _add(app, held, good)
        if made:
            await add_entry(act="letter.print", actor=viewer, subject_type="round", subject_id=round_id,
                            details={"letters": len(made)})  # fmt: skip
        known = sorted([*refused, *more], key=lambda each: each.line)
        return Letters(row | {"agree_at": held["agree_at"]}, tuple(made), tuple(known))

    return await atomic(work)


async def _who_may(row: JSON, addresses: Sequence[Address], *, same_name: bool) -> tuple[list[Address], list[Refused]]:
    """Those in the round’s neighbourhood, whose name no account there has."""
    names = {each.to.name for each in addresses}
    taken = set() if same_name else await names_taken(row["neighbourhood_id"], names)
    elsewhere = {postcode: await _refusal(row, postcode) for postcode in {each.to.postcode for each in addresses}}
    good, refused = [], []
    for each in addresses:
        if sentence := elsewhere[each.to.postcode]:
            refused.append(Refused(each.line, sentence))
        elif each.to.name in taken:
            refused.append(Refused(each.line, _("Somebody of this name has an account here, and can vote with it.")))
        else:
            good.append(each)
    return good, refused


async def _refusal(row: JSON, postcode: str) -> str:
    try:
        await check_lives_there(row, postcode)
    except Invalid as refusal:
        return refusal.message
    return ""


async def _add(
    app: web.Application, held: JSON, addresses: Sequence[Address]
) -> tuple[list[tuple[Address, str]], list[Refused]]:
    """Inside the transaction that holds the round (`held`)."""
    settings, round_id = app[SETTINGS], held["id"]
    key = await key_of_the_roll(round_id, held["key"])
    marks = [roll_mark(key, each.to) for each in addresses]
    added = await roll_store.add_to_the_list(round_id, set(marks), How.CODE, clock.today_in(settings.time_zone))
    made, refused, rows = [], [], []
    for each, mark in zip(addresses, marks, strict=True):
        if mark not in added:
            refused.append(Refused(each.line, already_on_the_list().message))
            continue
        added.remove(mark)
        code = LETTER.new()
        made.append((each, code))
        rows.append({"id": letter_id(key, mark), "code_hash": code_hash(settings, round_id, code), "tier": AT_THE_DOOR})
    await store.add_codes(round_id, rows)
    return made, refused
