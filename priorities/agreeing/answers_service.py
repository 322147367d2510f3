"""A panel as clients get it."""

from typing import Any

from foundation.permissions import Viewer
from priorities.agreeing import store
from priorities.agreeing.page_service import members_shown
from priorities.agreeing.policy import access_panel

JSON = dict[str, Any]


async def panel_answer(viewer: Viewer, round_id: str) -> JSON:
    """The panel in the shape of the API. Raises NotFound."""
    panel = await access_panel(viewer, round_id)
    members = await members_shown(viewer, panel)
    there = await store.priorities_of(round_id) if panel.agreement else {}
    kept = {"kept_versions": {option: row["kept_version"] for option, row in there.items()}}
    agreement = panel.agreement | kept if panel.agreement else None
    return {"members": members, "surgery": panel.row["surgery_id"], "agreement": agreement}
