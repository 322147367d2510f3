"""What a host writes on a surgery's page stands in the calendar at once: it says nothing of a sealed case."""

from aiohttp import web

from moderation.sealed.service import check_unsealed
from rooms.surgeries.plans import Plan

_WORDS = ("title", "topic", "before_text", "after_text", "place", "access_notes")


async def check_plan_unsealed(app: web.Application, force: str, plan: Plan) -> None:
    """Raises Invalid, naming the first field that has something of a sealed case of this force in it."""
    for name in _WORDS:
        await check_unsealed(app, force, getattr(plan, name) or "", field=name)
