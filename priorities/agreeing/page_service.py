"""What the pages of a panel show: who is on it, what the vote advises, and what was agreed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.neighbours import residents_named
from accounts.people import officers_of, persons
from foundation.permissions import Viewer
from priorities.acting.cards_service import cards_of_round
from priorities.agreeing.adoptable import options_to_adopt
from priorities.agreeing.adoption import departs
from priorities.agreeing.panel_rows import taken_off
from priorities.agreeing.policy import Panel, access_panel, may_agree
from priorities.agreeing.surgery_service import surgeries_to_choose, surgery_of
from priorities.models import Method
from priorities.option_rows import options_of, title_shown
from priorities.policy import keeps
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def panel_page(app: web.Application, viewer: Viewer, round_id: str, name: str = "") -> JSON:
    """What priorities/panel/panel.html shows. `name`: residents whom staff look for. Raises NotFound."""
    panel = await access_panel(viewer, round_id)
    names = keeps(viewer, panel.row) and panel.may_still_be_named
    return {
        "head": await round_head(viewer, panel.row),
        "round": {key: panel.row[key] for key in ("id", "phase", "places", "surgery_id", "act_at", "closed_at")},
        "members": await members_shown(viewer, panel),
        "taken_off": await taken_off(round_id),
        "points": panel.row["method"] != Method.APPROVAL,
        "asked": panel.is_asked(viewer) and panel.may_still_be_named,
        "sits": panel.sits(viewer),
        "names": await _to_name(app, panel, name) if names else None,
        "agrees": may_agree(viewer, panel) and panel.may_still_agree,
        "should_sit": names and not panel.sits(viewer),
        "options": await options_to_adopt(panel) if panel.row["closed_at"] else [],
        "agreement": await agreement_shown(panel),
        "cards": await cards_of_round(round_id) if panel.agreement else [],
        "surgery": await surgery_of(app, panel.row["surgery_id"]),
    }


async def agreement_shown(panel: Panel) -> JSON | None:
    """What was agreed, with `titles`, who wrote it down (`by`), and the `titles` of before each change."""
    found = panel.agreement
    if found is None:
        return None
    titles = {option["id"]: title_shown(option) for option in await options_of(panel.row["id"])}
    people = await persons([found["by_id"]])
    return {
        **found,
        "titles": _titled(titles, found["agreed"]),
        "advised_titles": _titled(titles, found["advised"]),
        "departs": departs(found["agreed"], found["advised"]),
        "by": people.get(found["by_id"]),
        "changes": [
            change | {"titles": _titled(titles, change["before"]), "moment": datetime.fromisoformat(change["at"])}
            for change in found["changes"]
        ],
    }


async def members_shown(viewer: Viewer, panel: Panel) -> list[JSON]:
    """Who is on it, for everybody; who was only asked, for staff and themselves."""
    staff = keeps(viewer, panel.row)
    seen = [each for each in panel.members if each["accepted_at"] or staff or each["person_id"] == viewer.id]
    people = await persons([each["person_id"] for each in seen])
    return [
        {
            "person": people[each["person_id"]],
            "accepted": bool(each["accepted_at"]),
            "resident": each["person_id"] in panel.residents,
        }
        for each in seen
        if each["person_id"] in people
    ]


async def _to_name(app: web.Application, panel: Panel, name: str) -> JSON:
    """Whom staff can name: `officers`, `found` residents, `name` as it was looked for; `surgeries` to agree at."""
    neighbourhood = panel.row["neighbourhood_id"]
    there = {each["person_id"] for each in panel.members}
    officers = [each for each in await officers_of(neighbourhood) if each["id"] not in there]
    found = await residents_named(neighbourhood, name) if name.strip() else []
    return {
        "officers": officers,
        "found": [each for each in found if each["id"] not in there],
        "name": name,
        "surgeries": await surgeries_to_choose(app, neighbourhood),
    }


def _titled(titles: Mapping[str, str], options: Sequence[str]) -> list[str]:
    return [titles[option] for option in options if option in titles]
