"""What the form shows by which staff write down what a panel agreed on."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.agreeing import store
from priorities.agreeing.adoptable import advised_among, options_to_adopt
from priorities.agreeing.adoption import check_options, departs
from priorities.agreeing.policy import Panel, access_panel_to_agree
from priorities.agreeing.promised import field_of
from priorities.rounds.heads import round_head

JSON = dict[str, Any]
_NEXT_UPDATE = timedelta(days=28)


async def agreeing_page(
    app: web.Application, viewer: Viewer, round_id: str, chosen: Sequence[str], form: Mapping[str, str] | None
) -> JSON:
    """What priorities/panel/agree.html shows of the options that were chosen.

    Raises NotFound, NotAllowed, Conflict, Invalid (none, too many, or what can’t be adopted).
    """
    panel = await access_panel_to_agree(viewer, round_id)
    options = {option["id"]: option for option in await options_to_adopt(panel)}
    check_options(chosen, options, panel.row["places"])
    advised = advised_among(list(options.values()), chosen)
    today = clock.today_in(app[SETTINGS].time_zone)
    return {
        "head": await round_head(viewer, panel.row),
        "options": [options[option] for option in chosen],
        "departs": departs(chosen, advised),
        "advised": [options[option]["title"] for option in advised],
        "agreement": panel.agreement,
        "form": form or await _filled(panel, viewer, chosen, today),
    }


async def _filled(panel: Panel, viewer: Viewer, chosen: Sequence[str], today: date) -> dict[str, str]:
    """The form as it stands now, or as most are."""
    there = await store.priorities_of(panel.row["id"])
    officer = (await persons([str(viewer.id)]))[str(viewer.id)]["officer"]
    form = {"reason": panel.agreement["reason"] if panel.agreement else "", "why": ""}
    for option in chosen:
        old = there.get(option)
        form |= {
            field_of("owner_role", option): old["owner_role"] if old else _("neighbourhood team"),
            field_of("owner_rank", option): old["owner_rank"] if old else (officer or {}).get("rank", ""),
            field_of("promise", option): old["promise"] if old else "",
            field_of("kept_version", option): str(old["kept_version"] if old else 0),
            field_of("next_update_on", option): str(old["next_update_on"] if old else today + _NEXT_UPDATE),
        }
    return form
