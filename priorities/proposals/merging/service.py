"""Putting a proposal together with another one of its round, and taking it out again.

Support is people’s own: nobody’s goes along unless they say so, and what they supported stays noted where it was.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.models import ProposalState
from priorities.proposals import arranged_states
from priorities.proposals.arranging_policy import Arranged, access_to_arrange, check_open, lock_arranged
from priorities.proposals.merging import store
from priorities.proposals.merging.freeing_service import take_apart
from priorities.proposals.reasons import check_reason
from priorities.proposals.supporting.support import supporters_of
from priorities.round_rows import touch_round
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]


async def merge(app: web.Application, viewer: Viewer, proposal_id: str, into_id: str, reason: str) -> None:
    """Put a proposal together with another one: it is not voted on by itself, and its supporters are asked.

    Raises NotFound, NotAllowed, Invalid, Conflict (another phase; one of them is not open any more).
    """
    found = await access_to_arrange(viewer, proposal_id)
    check_open(found.proposal)
    why = check_reason(reason)
    await check_unsealed(app, found.round["force_id"], why, field="reason")
    if not is_own_id(into_id):
        raise Invalid.at("into", _("Choose the proposal that it belongs to."))
    await write(app, partial(_merge, found, into_id, why))


async def unmerge(app: web.Application, viewer: Viewer, proposal_id: str) -> None:
    """Make it a proposal of its own again, with the support that it had.

    Raises NotFound, NotAllowed, Conflict (another phase; what it is in went into another one, which is undone first).
    """
    found = await access_to_arrange(viewer, proposal_id)
    await write(app, partial(_unmerge, found))


async def _merge(found: Arranged, into_id: str, reason: str) -> Change[None]:
    rows = await lock_arranged(found.round_id, found.id, into_id)
    retired, into = rows[found.id], rows.get(into_id)
    check_open(retired)
    if into is None or into_id == found.id or into["round_id"] != found.round_id:
        raise Invalid.at("into", _("Choose another proposal of this round."))
    check_open(into)
    merge_id = await store.add_merge(found.id, into_id, reason, str(found.viewer.id))
    await arranged_states.set_merged(found.id, into_id)
    await touch_round(found.round_id)
    await add_entry(
        act="proposal.merge", actor=found.viewer, subject_type="proposal", subject_id=found.id, reason=reason,
        details={"into": into_id, "merge": merge_id},
    )  # fmt: skip
    return Change(None, rounds=[found.round_id], tell=await _ask(found, retired, merge_id))


async def _ask(found: Arranged, retired: JSON, merge_id: str) -> Sequence[Tell]:
    """Ask the supporters, whoever proposed it among them, and tell its author where they do not support it."""
    people = await supporters_of(found.id)
    path = f"/proposals/{found.id}/move-support"
    told = await notify_all(people, NoticeKind.MERGE_ASKED, _asked, path, key=f"merge:{merge_id}")
    if retired["author_id"] not in people and retired["author_id"] != found.viewer.id:
        told += await notify_all(
            [retired["author_id"]],
            NoticeKind.PROPOSAL_DECIDED,
            _merged,
            f"/proposals/{found.id}",
            key=f"merged:{merge_id}",
        )
    return [all_noticed(told)]


async def _unmerge(found: Arranged) -> Change[None]:
    await lock_arranged(found.round_id, found.id)
    standing = (await store.standing_merges([found.id])).get(found.id)
    if standing is None:
        raise NotFound(_("This proposal is not put together with another one."))
    into_id = standing["into_id"]
    into = (await lock_arranged(found.round_id, into_id))[into_id]
    if into["state"] == ProposalState.MERGED:
        raise Conflict(_("The proposal that it went into was put together with another one since. Undo that first."))
    moved = await store.who_moved(standing["id"])
    await take_apart(standing)
    await touch_round(found.round_id)
    await add_entry(
        act="proposal.unmerge", actor=found.viewer, subject_type="proposal", subject_id=found.id,
        details={"out_of": into_id, "merge": standing["id"]},
    )  # fmt: skip
    told = await notify_all(
        moved, NoticeKind.MERGE_ASKED, _undone, f"/proposals/{found.id}", key=f"unmerge:{standing['id']}"
    )
    return Change(None, rounds=[found.round_id], tell=[all_noticed(told)])


def _asked() -> str:
    return _("A proposal that you support was put together with another one. Do you want your support to go along?")


def _merged() -> str:
    return _("Your proposal was put together with another one that is about the same.")


def _undone() -> str:
    return _("A proposal that you support stands for itself again, and has your support as before.")
