"""Beginning a round: its staff say when, and how its vote goes; the clock does the rest."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.ids import new_id
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from priorities.models import Phase, Round
from priorities.policy import keeps, not_its_staff
from priorities.rounds.moving_service import move_rounds
from priorities.rounds.plans import Plan, check_plan
from priorities.writing import Change, write

JSON = dict[str, Any]


async def access_place_to_keep(viewer: Viewer, neighbourhood: str) -> Place:
    """A neighbourhood whose rounds the viewer keeps. Raises NotFound, NotAllowed."""
    place = await access_neighbourhood(neighbourhood)
    if not keeps(viewer, {"force_id": place.force_id, "neighbourhood_id": place.id}):
        raise not_its_staff()
    return place


async def begin_round(app: web.Application, viewer: Viewer, neighbourhood: str, plan: Plan) -> str:
    """Have a round in a neighbourhood, from its first date on: its id. Raises NotFound, NotAllowed, Invalid."""
    place = await access_place_to_keep(viewer, neighbourhood)
    checked = check_plan(plan)
    await check_unsealed(app, place.force_id, checked.title, field="title")
    await check_unsealed(app, place.force_id, checked.about, field="about")

    async def work() -> Change[str]:
        round_id = await add_round(place, checked, str(viewer.id))
        await add_entry(act="round.begin", actor=viewer, subject_type="round", subject_id=round_id)
        return Change(round_id)

    round_id = await write(app, work)
    # One that begins at once stands where it is to be before anybody looks at it.
    await move_rounds(app)
    return round_id


async def add_round(place: Place, plan: Plan, by: str, template: str | None = None) -> str:
    """Insert one that has not begun, inside a transaction: its id. `by` is a person’s id."""
    row: JSON = {**plan.dates, **plan.settings.columns}
    made = await Round.create(
        id=new_id(), force_id=place.force_id, neighbourhood_id=place.id, title=plan.title, about=plan.about,
        phase=Phase.SCHEDULED, template_id=template, created_by_id=by, created_at=clock.now(), **row,
    )  # fmt: skip
    return str(made.id)
