"""Who may be named as a host beside oneself."""

from collections.abc import Sequence

from accounts.colleagues import colleagues_in
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.places import Place


async def check_hosts(viewer: Viewer, place: Place, wanted: Sequence[str]) -> list[str]:
    """The viewer and those they named, once each; raises Invalid for somebody who can't hold a meeting there."""
    holders = list(dict.fromkeys([str(viewer.id), *wanted]))
    if len(holders) > 1:
        able = {person["id"] for person in await colleagues_in(place.force_id, place.id)}
        if not able >= set(holders[1:]):
            raise Invalid.at("hosts", _("One of these people can’t hold a meeting here. Choose from the list."))
    return holders
