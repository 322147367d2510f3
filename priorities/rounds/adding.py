"""Inserting rounds, each once."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from neighbourhoods.places import Place
from priorities.models import Phase, Round
from priorities.rounds.plans import Plan

JSON = dict[str, Any]


async def round_sent(by: str, client_id: str) -> str | None:
    """The id of the round that somebody has begun with this client_id."""
    found = await Round.filter(created_by_id=by, client_id=client_id).values_list("id", flat=True)
    return str(found[0]) if found else None


async def add_round(place: Place, plan: Plan, by: str, template: str | None = None) -> str:
    """Insert one that has not begun, inside a transaction: its id. `by` is a person’s id."""
    row: JSON = {**plan.dates, **plan.settings.columns}
    made = await Round.create(
        id=new_id(), force_id=place.force_id, neighbourhood_id=place.id, title=plan.title, about=plan.about,
        phase=Phase.SCHEDULED, template_id=template, created_by_id=by, client_id=plan.client_id, created_at=clock.now(),
        **row,
    )  # fmt: skip
    return str(made.id)
