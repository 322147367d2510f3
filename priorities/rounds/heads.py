"""The head of every page of a round: whose it is, where it stands in one sentence, what one can do, and its pages."""

from datetime import datetime
from typing import Any

from foundation.language import _
from foundation.permissions import Viewer
from priorities.models import Phase
from priorities.phases import BEGINS, NAMES, ORDER, is_sealed, place_in_order
from priorities.policy import is_planned, keeps
from priorities.rounds.place_names import place_name_of
from priorities.taking_out.policy import takes_out

JSON = dict[str, Any]


async def round_head(viewer: Viewer, row: JSON) -> JSON:
    """What priorities/round_base.html shows above each page of a round, of its row."""
    return {
        "id": row["id"],
        "title": row["title"],
        "neighbourhood": {"id": row["neighbourhood_id"], "name": await place_name_of(row)},
        "phase": row["phase"],
        "phase_name": str(NAMES[row["phase"]]),
        "version": row["version"],
        "step": place_in_order(row["phase"]) + 1 or None,
        "until": _until(row),
        "steps": _steps(row),
        "links": _links(viewer, row),
    }


def _steps(row: JSON) -> list[JSON]:
    """The phases in their order, each with when it begins and whether it is past, now or coming. Of a cancelled round
    there are none: nothing of it is to come."""
    if row["phase"] == Phase.CANCELLED:
        return []
    now = place_in_order(row["phase"])
    states = ("past", "now", "coming")
    return [
        {"name": str(NAMES[each]), "begins": row[BEGINS[each]], "state": states[1 + (place > now) - (place < now)]}
        for place, each in enumerate(ORDER)
    ]


def _until(row: JSON) -> datetime | None:
    """When the next phase begins, where there is one."""
    following = place_in_order(row["phase"]) + 1
    return row[BEGINS[ORDER[following]]] if 0 < following < len(ORDER) else None


def _links(viewer: Viewer, row: JSON) -> list[JSON]:
    path = f"/rounds/{row['id']}"
    links = [{"path": path, "text": _("Overview")}] if keeps(viewer, row) or not is_planned(row) else []
    if row["phase"] == Phase.VOTE:
        links.append({"path": f"{path}/vote", "text": _("Vote")})
    if row["opinions"] and links:
        links.append({"path": f"{path}/opinions", "text": _("What people think")})
    if is_sealed(row):
        links.append({"path": f"{path}/results", "text": _("Results")})
        links.append({"path": f"{path}/receipts", "text": _("Receipts")})
    if is_sealed(row) or (keeps(viewer, row) and row["phase"] != Phase.CANCELLED):
        links.append({"path": f"{path}/panel", "text": _("The panel")})
    if row["phase"] == Phase.VOTE and keeps(viewer, row):
        links.append({"path": f"{path}/slips", "text": _("Paper ballots")})
        links.append({"path": f"{path}/letters", "text": _("Letters")})
    if row["phase"] in (Phase.REVIEW, Phase.DONE):
        links.append({"path": f"{path}/review", "text": _("Did it get better?")})
    if keeps(viewer, row):
        links.append({"path": f"{path}/manage", "text": _("Manage")})
    if takes_out(viewer, row):
        links.append({"path": f"{path}/words", "text": _("Take words out")})
    return links
