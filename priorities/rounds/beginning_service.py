"""Beginning a round: its staff say when, and how its vote goes; the clock does the rest."""

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from priorities.policy import keeps_place, not_its_staff
from priorities.rounds.adding import add_round, round_sent
from priorities.rounds.moving_service import move_round
from priorities.rounds.plans import Plan, check_plan
from priorities.rounds.repeating import Repeating, check_repeating
from priorities.rounds.templates_service import add_template
from priorities.writing import Change, write


async def access_place_to_keep(viewer: Viewer, neighbourhood: str) -> Place:
    """A neighbourhood whose rounds the viewer keeps. Raises NotFound, NotAllowed."""
    place = await access_neighbourhood(neighbourhood)
    if not keeps_place(viewer, place):
        raise not_its_staff()
    return place


async def begin_round(
    app: web.Application, viewer: Viewer, neighbourhood: str, plan: Plan, repeating: Repeating | None = None
) -> str:
    """Have a round in a neighbourhood, from its first date on: its id. `repeating`: it is kept to begin others from,
    or begins again by itself. The same `client_id` of a person again is the same round. Raises NotFound, NotAllowed,
    Invalid.
    """
    place = await access_place_to_keep(viewer, neighbourhood)
    if before := await _begun_before(viewer, plan):
        return before
    checked, again = check_plan(plan), check_repeating(repeating) if repeating else None
    await check_unsealed(app, place.force_id, checked.title, field="title")
    await check_unsealed(app, place.force_id, checked.about, field="about")

    async def work() -> Change[str]:
        template = await add_template(app, viewer, place, checked, again) if again else None
        round_id = await add_round(place, checked, str(viewer.id), template)
        await add_entry(act="round.begin", actor=viewer, subject_type="round", subject_id=round_id)
        return Change(round_id)

    try:
        round_id = await write(app, work)
    except IntegrityError:
        # The same client_id came in twice at once: the first one won.
        if first := await _begun_before(viewer, plan):
            return first
        raise
    # One that begins at once stands where it is to be before anybody looks at it.
    await move_round(app, round_id)
    return round_id


async def _begun_before(viewer: Viewer, plan: Plan) -> str | None:
    return await round_sent(str(viewer.id), plan.client_id) if plan.client_id else None
