"""Templates of rounds over JSON."""

from typing import Any

from foundation import clock
from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.rounds import beginning_service, templates_service
from priorities.rounds.shapes import Templates, TemplateShown

api = Api()


@api.get("/neighbourhoods/{id}/round-templates", permission=Permission.ROUND_KEEP, answer=Templates,
         summary="What rounds of a neighbourhood are begun from, and what begins there by itself")  # fmt: skip
async def list_templates(call: Call[None, None]) -> Templates:
    """For officers who serve it, and administrators of its force. Beginning a round keeps one: `months`, `keep`."""
    place = await beginning_service.access_place_to_keep(call.viewer, call.path["id"])
    rows = await templates_service.templates_in(call.viewer, place)
    return Templates([_shown(row) for row in rows], None)


@api.delete("/round-templates/{id}", permission=Permission.ROUND_KEEP, summary="Have nothing begin from a template")
async def end_template(call: Call[None, None]) -> None:
    await templates_service.end_template(call.viewer, call.path["id"])


def _shown(row: dict[str, Any]) -> TemplateShown:
    return TemplateShown(
        id=row["id"], neighbourhood=row["neighbourhood_id"], name=row["name"], days=row["days"], months=row["months"],
        next_on=row["next_on"].isoformat() if row["next_on"] else None, created_at=clock.rfc3339(row["created_at"]),
    )  # fmt: skip
