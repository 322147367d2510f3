"""The evidence card of a proposal: written by the police, read by everybody."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from priorities.proposals.arranging_policy import (
    Arranged,
    access_arranged,
    access_to_arrange,
    check_open,
    lock_arranged,
)
from priorities.proposals.evidence import store
from priorities.proposals.evidence.categories import category_name
from priorities.proposals.evidence.drafts import FIELDS, CardDraft, check_card
from priorities.proposals.evidence.trends import categories_known, shown_trend, trend_of
from priorities.round_rows import touch_round
from priorities.writing import Change, write

JSON = dict[str, Any]


async def card_of(proposal_id: str) -> JSON | None:
    """What the police know of a proposal that the caller may read, as its page shows it; None where they wrote nothing.

    `{known, can, cannot, others, categories: [name], chosen: [category], trend: {months, chart} | None, by: person, at,
    version}`.
    """
    row = await store.find_card(proposal_id)
    if row is None:
        return None
    people = await persons([row["by_id"]])
    return {
        **{name: row[name] for name in FIELDS},
        "categories": [category_name(each) for each in row["categories"]],
        "chosen": row["categories"],
        "trend": shown_trend(row["trend"]),
        "by": people.get(row["by_id"]),
        "at": row["at"],
        "version": row["version"],
    }


async def read_card(viewer: Viewer, proposal_id: str) -> JSON | None:
    """The same of a proposal that the viewer may read. Raises NotFound."""
    return await card_of((await access_arranged(viewer, proposal_id)).id)


async def access_card_to_write(viewer: Viewer, proposal_id: str) -> tuple[Arranged, JSON | None, list[JSON]]:
    """The proposal, its card by now, and the kinds `{value, name}` that there are figures of.

    Raises NotFound, NotAllowed, Conflict (another phase).
    """
    found = await access_to_arrange(viewer, proposal_id)
    kinds = await categories_known(found.round["force_id"])
    return found, await card_of(found.id), [{"value": each, "name": category_name(each)} for each in kinds]


async def write_card(
    app: web.Application,
    viewer: Viewer,
    proposal_id: str,
    words: Mapping[str, str],
    categories: Sequence[str],
    version: int,
) -> None:
    """Write the card, or change the one of this `version` (0: there is none).

    Raises NotFound, NotAllowed, Invalid, Conflict (another phase; somebody else wrote it meanwhile).
    """
    found = await access_to_arrange(viewer, proposal_id)
    draft = check_card(words, categories, await categories_known(found.round["force_id"]), version)
    for name in FIELDS:
        await check_unsealed(app, found.round["force_id"], draft.columns[name], field=name)
    trend = await trend_of(found.round["force_id"], found.round["neighbourhood_id"], draft.categories)
    await write(app, partial(_write_card, found, draft, trend))


async def _write_card(found: Arranged, draft: CardDraft, trend: JSON | None) -> Change[None]:
    round_id = found.round_id
    rows = await lock_arranged(round_id, found.id)
    check_open(rows[found.id])
    before = await store.find_card(found.id)
    now = before["version"] if before else 0
    if draft.version != now:
        raise Conflict(_("Somebody else has written this card meanwhile. Both are below: put them together."))
    by = {"by_id": str(found.viewer.id), "at": clock.now(), "version": now + 1}
    await store.set_card(found.id, {**draft.columns, "trend": trend, **by}, is_new=before is None)
    await touch_round(round_id)
    await add_entry(
        act="proposal.evidence", actor=found.viewer, subject_type="proposal", subject_id=found.id,
        details={"round": round_id, "version": now + 1},
    )  # fmt: skip
    return Change(None, rounds=[round_id])
