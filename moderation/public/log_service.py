"""The public log: what moderators, hosts and rules decided."""

from zoneinfo import ZoneInfo

from moderation.public import acts_store as store
from moderation.public.acts import Act, FindActs, act_of
from moderation.public.kinds import kept_kinds
from moderation.public.months import Month
from neighbourhoods.atlas import current_atlas


async def list_acts(find: FindActs, zone: ZoneInfo) -> tuple[list[Act], str | None]:
    """The acts asked for, the newest first, and the cursor of the next page (None at the end). Raises Invalid."""
    month = Month.parse(find.month) if find.month else None
    wanted = store.Wanted(
        force=find.force,
        neighbourhood=find.neighbourhood,
        since=month.begins(zone) if month else None,
        until=month.ends(zone) if month else None,
        kinds=kept_kinds(find.kind) if find.kind else (),
        clause=find.clause or None,
        cursor=find.cursor,
        limit=find.limit,
    )
    rows = await store.acts(wanted)
    shown = rows[: find.limit]
    later = await store.superseding([row["id"] for row in shown])
    places = (await current_atlas()).places
    forces = {place.force_id: place.force_name for place in places.values()}
    acts = [act_of(row, later.get(row["id"]), places, forces) for row in shown]
    return acts, store.cursor_of(shown[-1]) if len(rows) > find.limit else None


async def forces_here() -> dict[str, str]:
    """The forces of this server: their ids and names, by name."""
    places = (await current_atlas()).places.values()
    return dict(sorted({place.force_id: place.force_name for place in places}.items(), key=lambda force: force[1]))


async def neighbourhoods_of(force: str | None) -> dict[str, str]:
    """The neighbourhoods of a force (None: of all): their ids and names in the reader's language, by name."""
    places = (await current_atlas()).places.values()
    named = {place.id: place.shown_name for place in places if force in (None, place.force_id)}
    return dict(sorted(named.items(), key=lambda place: place[1].casefold()))
