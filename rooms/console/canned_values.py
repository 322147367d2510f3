"""What the variables of canned answers stand for, for one officer in one room, from the record as it is now."""

from collections.abc import Mapping
from typing import Any

from accounts.addressing import ranked_name
from accounts.people import person
from foundation.language import _
from foundation.pages import local_date, local_time
from foundation.permissions import Viewer
from foundation.settings import Settings
from rooms.surgeries.cards import card, cards
from rooms.surgeries.service import access_surgery, next_surgeries

JSON = dict[str, Any]


async def values_in(settings: Settings, origin: str, viewer: Viewer, surgery_id: str) -> Mapping[str, str]:
    """The value of each variable; `origin` is where the service's pages stand. Raises NotFound."""
    surgery = await card(await access_surgery(surgery_id))
    return {
        "officer": ranked_name(await person(str(viewer.id))),
        "neighbourhood": surgery["neighbourhood_name"],
        "surgery": surgery["title"],
        "date": local_date(surgery["starts"], settings.time_zone),
        "next_surgery": await _next(settings, surgery),
        "promises_page": f"{origin}/neighbourhoods/{surgery['neighbourhood']}/promises",
    }


async def _next(settings: Settings, surgery: JSON) -> str:
    coming = await cards(await next_surgeries(surgery["neighbourhood"]))
    later = [other for other in coming if other["id"] != surgery["id"] and other["starts"] > surgery["starts"]]
    if not later:
        return _("a day that is not fixed yet")
    starts = later[0]["starts"]
    zone = settings.time_zone
    return _("%(date)s at %(time)s", date=local_date(starts, zone), time=local_time(starts, zone))
