"""What is shown of a refusal and its appeal."""

from typing import Any

from accounts.people import persons
from foundation.permissions import Viewer
from priorities.models import ProposalState
from priorities.policy import access_round, is_staff
from priorities.proposals.arranging_policy import Arranged
from priorities.proposals.merging.store import standing_merges
from priorities.proposals.order import is_voted_on, voted_on
from priorities.proposals.policy import PUBLIC
from priorities.proposals.proposal_rows import proposals_by, proposals_of
from priorities.proposals.refusing.appeal_rows import appeals_of
from priorities.proposals.refusing.policy import access_refused, may_appeal, may_decide, was_refused

JSON = dict[str, Any]


async def refusal_of(found: Arranged) -> JSON | None:
    """`{stands, reason, by, appeal: {text, at, decided_at, upheld, answer, by} | None, may_appeal, may_decide}`.

    None where it never was refused. The words of an appeal, its author and the staff read; the answer, everybody.
    """
    appeal = (await appeals_of([found.id])).get(found.id)
    return await _refusal(found, appeal) if was_refused(found, appeal) else None


async def refusal_page(viewer: Viewer, proposal_id: str) -> tuple[Arranged, JSON]:
    """The proposal and the same. Raises NotFound."""
    found, appeal = await access_refused(viewer, proposal_id)
    return found, await _refusal(found, appeal)


async def _refusal(found: Arranged, appeal: JSON | None) -> JSON:
    row = found.proposal
    people = await persons([each for each in (row["refused_by_id"], appeal and appeal["decided_by_id"]) if each])
    return {
        "stands": row["state"] == ProposalState.REFUSED,
        "reason": row["refused_reason"],
        "by": people.get(row["refused_by_id"]),
        "appeal": _shown(found, appeal, people) if appeal else None,
        "may_appeal": may_appeal(found, appeal),
        "may_decide": may_decide(found, appeal),
    }


async def gone_page(viewer: Viewer, round_id: str) -> tuple[JSON, JSON]:
    """The round, and its proposals that are not voted on: `{refused, merged, late}`. Raises NotFound.

    `late`: shown only after the vote had opened, such as what waited for a moderator. Of the refused ones `waits`: an
    appeal that the viewer, of its staff, could look at.
    """
    row = await access_round(viewer, round_id)
    rows = await proposals_of(round_id)
    refused = [each for each in rows if each["state"] == ProposalState.REFUSED]
    merged = [each for each in rows if each["state"] == ProposalState.MERGED]
    appeals = await appeals_of([each["id"] for each in refused])
    merges = await standing_merges([each["id"] for each in merged])
    into = {each["id"]: each for each in await proposals_by({each["into_id"] for each in merges.values()})}
    staff, options = is_staff(viewer, row), await voted_on(row["id"])
    late = [each for each in rows if each["state"] == ProposalState.PUBLISHED and each["id"] not in options]
    return row, {
        "late": [{"id": each["id"], "title": each["title"]} for each in late] if is_voted_on(row) else [],
        "refused": [
            {"id": each["id"], "title": each["title"], "reason": each["refused_reason"]}
            | {"waits": staff and each["id"] in appeals and appeals[each["id"]]["decided_at"] is None}
            for each in refused
        ],
        "merged": [
            {"id": each["id"], "title": each["title"], "reason": merges[each["id"]]["reason"]}
            | {"into": _named(into.get(merges[each["id"]]["into_id"]))}
            for each in merged
            if each["id"] in merges
        ],
    }


def _shown(found: Arranged, appeal: JSON, people: dict[str, JSON]) -> JSON:
    reads = found.is_staff or found.is_author
    return {
        "text": appeal["text"] if reads else None,
        "at": appeal["at"],
        "decided_at": appeal["decided_at"],
        "upheld": appeal["upheld"],
        "answer": appeal["answer"],
        "by": people.get(appeal["decided_by_id"]),
    }


def _named(row: JSON | None) -> JSON | None:
    return {"id": row["id"], "title": row["title"]} if row and row["state"] in PUBLIC else None
