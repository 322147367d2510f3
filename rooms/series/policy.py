"""Who may change a series. It is fetched through these, so that the forgotten check can't happen."""

from typing import Any

from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from rooms.series.models import Series, SeriesHost

JSON = dict[str, Any]


async def access_series(series_id: str) -> JSON:
    """A series' columns, which anybody may see; raises NotFound."""
    found = await Series.filter(id=series_id).values() if is_id(series_id) else []
    if not found:
        raise NotFound(_("There is no such series."))
    return dict(found[0])


async def access_series_to_keep(viewer: Viewer, series_id: str) -> JSON:
    """A series for one who holds its dates and serves where it is; raises NotAllowed for everybody else."""
    series = await access_series(series_id)
    if not await may_keep(viewer, series):
        raise NotAllowed(_("Only a host of this series can do this."))
    return series


async def may_keep(viewer: Viewer, series: JSON) -> bool:
    """Whether somebody may change a series. Whoever serves elsewhere by now keeps nothing here."""
    if viewer.role != Role.OFFICER or not viewer.serves(series["force_id"], series["neighbourhood_id"]):
        return False
    return await SeriesHost.filter(series_id=series["id"], person_id=viewer.id).exists()
