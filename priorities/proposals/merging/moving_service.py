"""A supporter of a proposal that was put together with another one says whether their support goes along."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from notices.reading_service import read_beneath
from notices.service import noticed
from priorities.models import ProposalState
from priorities.phases import check_phase
from priorities.proposals.arranging_policy import Arranged, access_arranged, lock_arranged
from priorities.proposals.merging import store
from priorities.proposals.merging.chains import take_back_along, way_of, where_it_went
from priorities.proposals.policy import CHANGEABLE, check_may_support
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.supporting.support import count_support
from priorities.round_rows import touch_round
from priorities.writing import Change, write

JSON = dict[str, Any]


async def access_to_move(viewer: Viewer, proposal_id: str) -> tuple[Arranged, JSON, JSON]:
    """The retired proposal, by which merge (with `answer`: True, False or None), and the row of where it is by now.

    For its supporters, before the vote. Raises NotFound (not merged), NotAllowed, Conflict (another phase; where it is
    by now is taken down, say: its words are nobody’s to read).
    """
    found = await access_arranged(viewer, proposal_id)
    standing = (await store.standing_merges([found.id])).get(found.id)
    if standing is None:
        raise NotFound(_("This proposal is not put together with another one."))
    if viewer.id is None or not await store.supports(found.id, viewer.id):
        raise NotAllowed(_("Only who supported this proposal is asked."))
    check_phase(found.round, *CHANGEABLE)
    now = await find_proposal(await where_it_went(found.id))
    if now is None or now["state"] != ProposalState.PUBLISHED:
        raise Conflict(_("The other proposal is not open any more, so there is nowhere to move your support to."))
    return found, standing | {"answer": await store.answer_of(standing["id"], viewer.id)}, now


async def move_support(app: web.Application, viewer: Viewer, proposal_id: str, *, moved: bool) -> str:
    """Have one’s support go along, or not; it may be changed until the vote. Gives the id of the proposal it is in.

    Raises NotFound, NotAllowed, Conflict (another phase; the other proposal is not open any more).
    """
    found, _standing, _now = await access_to_move(viewer, proposal_id)
    return await write(app, partial(_move, found, moved=moved))


async def _move(found: Arranged, *, moved: bool) -> Change[str]:
    await lock_arranged(found.round_id, found.id)
    person = str(found.viewer.id)
    standing = (await store.standing_merges([found.id])).get(found.id)
    way = await way_of(found.id)
    to_id = str(way[-1]["into_id"]) if way else found.id
    to = (await lock_arranged(found.round_id, to_id))[to_id]
    if standing is None or to["state"] != ProposalState.PUBLISHED:
        raise Conflict(_("This was changed meanwhile: nothing has to be moved. Look at the proposal again."))
    if moved:
        check_may_support(found.viewer, found.round)
    await store.set_answer(standing["id"], person, moved=moved)
    if moved:
        await store.move_support(found.id, to_id, person)
    else:
        await take_back_along({found.id}, way, person)
    await count_support([each["into_id"] for each in way])
    await touch_round(found.round_id)
    read = await read_beneath(found.viewer, f"/proposals/{found.id}/move-support")
    return Change(to_id, rounds=[found.round_id], tell=[noticed(person)] if read else [])
