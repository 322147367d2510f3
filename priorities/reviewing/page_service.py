"""What pages show of reviews: one’s own answer while they go on, everybody’s figures when they are over."""

from collections.abc import Sequence
from typing import Any

from foundation.permissions import Viewer
from priorities.acting import store as acting
from priorities.acting.cards_service import cards_of_rows
from priorities.acting.models import Status
from priorities.acting.policy import access_priority
from priorities.policy import access_round
from priorities.reviewing import service, store
from priorities.reviewing.models import Verdict
from priorities.reviewing.wording import VERDICTS, rule
from priorities.round_rows import find_round, gathering_round
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def panel_of(viewer: Viewer, priority: JSON) -> JSON | None:
    """What the page of a priority (its row) shows of its review (`reviewing/panel.html`); None before there is one."""
    if priority["status"] == Status.OPEN:
        return None
    row = await find_round(priority["round_id"] or "")
    if row is None:
        return None
    panel = (await panels_of(viewer, row, [priority]))[priority["id"]]
    unmet = priority["status"] == Status.UNMET and not priority["carried_to_id"]
    return panel | {"following": await gathering_round(priority["neighbourhood_id"]) if unmet else None}


async def review_of(viewer: Viewer, priority_id: str) -> JSON | None:
    """The same for a client. Raises NotFound."""
    return await panel_of(viewer, await access_priority(priority_id))


async def review_page(viewer: Viewer, round_id: str) -> JSON:
    """The page of a round’s review: `head`, `row`, and its priorities as `cards`, each with its `panel`."""
    row = await access_round(viewer, round_id)
    priorities = await acting.of_round(round_id)
    panels = await panels_of(viewer, row, priorities)
    cards = [card | {"panel": panels[card["id"]]} for card in await cards_of_rows(priorities)]
    return {"head": await round_head(viewer, row), "row": row, "cards": cards, "rule": rule()}


async def panels_of(viewer: Viewer, row: JSON, priorities: Sequence[JSON]) -> dict[str, JSON]:
    """For each of a round’s priorities: `open`, `may`, `mine`, `answers`, `end` (None while it goes on), `ends_at`.

    While it goes on nobody sees what others say, staff included: each says what they see, and not what most say.
    """
    ids = [priority["id"] for priority in priorities]
    ends = await store.ends_of(ids)
    mine = await store.verdicts_of(viewer.id, ids) if viewer.id else {}
    shared = {
        "open": service.is_open(row),
        "may": await service.may_review(viewer, row),
        "answers": [{"value": each.value, "text": str(VERDICTS[each])} for each in Verdict],
        "rule": rule(),
        "ends_at": row["ends_at"],
    }
    return {id_: {**shared, "mine": mine.get(id_), "end": _end(ends.get(id_))} for id_ in ids}


def _end(end: JSON | None) -> JSON | None:
    """With its figures as `rows`, None where they are not shown."""
    if end is None:
        return None
    figures = end["figures"]
    rows = figures and [{"value": each.value, "text": str(VERDICTS[each]), "said": figures[each]} for each in Verdict]
    return end | {"rows": rows}
