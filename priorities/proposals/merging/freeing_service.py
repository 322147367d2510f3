"""What went into a proposal stands for itself again where that is gone: nobody’s goes off the vote unheard."""

from typing import Any

from foundation.audit.entries import add_entry
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.models import ProposalState
from priorities.proposals import arranged_states
from priorities.proposals.merging import store
from priorities.proposals.merging.chains import beneath, take_back_along, way_of
from priorities.proposals.policy import CHANGEABLE
from priorities.proposals.proposal_rows import proposals_by
from priorities.proposals.supporting.support import count_support, supporters_of
from priorities.writing import Tell

JSON = dict[str, Any]


async def set_free(by: Viewer | None, into_id: str) -> list[Tell]:
    """Take apart what was put together with a proposal that is gone; its authors and supporters are told.

    Inside the transaction that takes it away, with the round’s row locked; `by`: None where nobody presses for it.
    """
    told: list[str] = []
    for each in await store.merges_into([into_id]):
        await take_apart(each)
        if by is not None:
            await add_entry(
                act="proposal.unmerge", actor=by, subject_type="proposal", subject_id=each["retired_id"],
                details={"out_of": into_id, "merge": each["id"]},
            )  # fmt: skip
        [freed] = await proposals_by([each["retired_id"]])
        if freed["state"] == ProposalState.PUBLISHED:
            told += await _tell(freed, each["id"])
    return [all_noticed(told)]


async def set_free_of(row: JSON, proposal_id: str) -> list[Tell]:
    """The same where nobody but a moderator, or a closed account, took it away; `row`: its round’s.

    Once people vote, what went into it stays there: it is on no ballot by itself.
    """
    return await set_free(None, proposal_id) if row["phase"] in CHANGEABLE else []


async def take_apart(standing: JSON) -> None:
    """Undo a merge (its row): support that came along goes back, also by way of others that are part of it."""
    retired, into = standing["retired_id"], standing["into_id"]
    below, way = await beneath(retired), await way_of(retired)
    came_from, reached = {retired, *below}, [each["into_id"] for each in way]
    came = await store.came_to(reached, came_from)
    for row in came:
        if row["moved_from_id"] != retired:
            await store.move_support(row["moved_from_id"], retired, row["person_id"])
    if len(way) > 1:
        for person in sorted({row["person_id"] for row in came}):
            await take_back_along(came_from, way, person)
    await store.take_back_all(came_from, into)
    await store.set_undone(standing["id"])
    await arranged_states.set_standing_again(retired)
    await count_support([retired, *reached])


async def _tell(freed: JSON, merge_id: str) -> list[str]:
    author, path = freed["author_id"], f"/proposals/{freed['id']}"
    key = f"unmerge:{merge_id}"
    others = [each for each in await supporters_of(freed["id"]) if each != author]
    told = await notify_all([author], NoticeKind.PROPOSAL_DECIDED, _yours, path, key=key)
    return told + await notify_all(others, NoticeKind.MERGE_ASKED, _supported, path, key=key)


def _yours() -> str:
    return _("Your proposal stands for itself again: the one that it was part of is not there any more.")


def _supported() -> str:
    return _("A proposal that you support stands for itself again, and has your support as before.")
