"""The rounds of a neighbourhood: its page, and the list for clients."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from priorities.acting.cards_service import cards_of
from priorities.option_rows import options_by_round
from priorities.phases import NAMES
from priorities.policy import access_round, keeps_place
from priorities.round_rows import find_round
from priorities.rounds import listing_store
from priorities.rounds.following_service import follows
from priorities.rounds.overview_service import mine, shown_round
from priorities.taking_out.policy import takes_out

JSON = dict[str, Any]
PAGE: Final = 20
_MOST_PLACES: Final = 50
_LATEST: Final = datetime(9999, 12, 31, tzinfo=UTC)
_LAST_ID: Final = "~"


@dataclass(frozen=True)
class Listed:
    """Some rounds of a longer list; `next` is the cursor of what follows, or None at the end."""

    items: list[JSON]
    next: str | None


async def place_page(viewer: Viewer, neighbourhood: str) -> JSON:
    """What priorities/rounds/place.html shows: the rounds that go on, each with what one can do. Raises NotFound."""
    place = await access_neighbourhood(neighbourhood)
    staff = keeps_place(viewer, place)
    going = await listing_store.going_on(place.id)
    return {
        "place": place,
        "rounds": [_card(row) | {"mine": await mine(viewer, row)} for row in going],
        "coming": [_card(row) for row in await listing_store.scheduled(place.id)],
        "over": [_card(row) for row in await listing_store.over(place.id)],
        "priorities": await cards_of(place.id),
        "follows": await follows(viewer, place.id),
        "keeps": staff,
        "takes_out": takes_out(viewer, {"force_id": place.force_id, "neighbourhood_id": place.id}),
    }


async def card_of_neighbourhood(neighbourhood: str) -> JSON:
    """`round`: the one that goes on and began last, as a card shows it, or None; `priorities`: what is worked on."""
    going = await listing_store.going_on(neighbourhood)
    return {"round": _card(going[0]) if going else None, "priorities": await cards_of(neighbourhood)}


async def everywhere_page(viewer: Viewer) -> JSON:
    """What priorities/rounds/everywhere.html shows: the viewer’s own neighbourhoods, and where people propose and vote.

    `own` and `others` are [{place, rounds}].
    """
    places = (await current_atlas()).places
    own = [places[id_] for id_ in sorted(viewer.neighbourhoods) if id_ in places][:_MOST_PLACES]
    rows = await listing_store.taking_part(_MOST_PLACES)
    others: dict[str, list[JSON]] = {}
    for row in rows:
        if row["neighbourhood_id"] in places and places[row["neighbourhood_id"]] not in own:
            others.setdefault(row["neighbourhood_id"], []).append(_card(row))
    going: dict[str, list[JSON]] = {place.id: [] for place in own}
    for row in await listing_store.going_on_in(list(going)):
        going[row["neighbourhood_id"]].append(_card(row))
    return {
        "own": [{"place": place, "rounds": going[place.id]} for place in own],
        "others": [{"place": places[id_], "rounds": cards} for id_, cards in others.items()],
    }


async def list_rounds(neighbourhood: str, cursor: str | None = None, limit: int = PAGE) -> Listed:
    """All rounds that have begun, the newest first, and none that was cancelled: it has no result.

    Raises NotFound, and Invalid for a cursor that is none of ours."""
    place = await access_neighbourhood(neighbourhood)
    moment, last = await _place_of(place, cursor) if cursor else (_LATEST, _LAST_ID)
    rows = await listing_store.begun_before(place.id, moment, last, limit + 1)
    shown = rows[:limit]
    return Listed(await _full(shown), shown[-1]["id"] if len(rows) > limit else None)


async def one_round(viewer: Viewer, round_id: str) -> JSON:
    """One round as clients get it. Raises NotFound."""
    return (await _full([await access_round(viewer, round_id)]))[0]


async def _full(rows: list[JSON]) -> list[JSON]:
    """Rows with `options` and `turnout`. The words of what moderators took down are not among them."""
    ids = [row["id"] for row in rows]
    options, ballots = await options_by_round(ids), await listing_store.ballots_of(ids)
    return [
        row | {"turnout": ballots.get(row["id"]), "options": [_option(each) for each in options[row["id"]]]}
        for row in rows
    ]


def _option(row: JSON) -> JSON:
    hidden = row["taken_down"]
    return {"id": row["id"], "title": "" if hidden else row["title"], "hidden": hidden}


async def _place_of(place: Place, cursor: str) -> tuple[datetime, str]:
    row = await find_round(cursor) if is_own_id(cursor) else None
    if row is None or row["neighbourhood_id"] != place.id:
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))
    return row["gather_at"], row["id"]


def _card(row: JSON) -> JSON:
    return shown_round(row) | {"phase_name": str(NAMES[row["phase"]])}
