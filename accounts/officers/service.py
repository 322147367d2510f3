"""Looking an officer up: who they are by the record, where they are now, and whether they are on duty."""

from typing import Any

from aiohttp import web

from accounts import store
from accounts.above import surgeries_of
from accounts.avatars.service import photo_alt
from accounts.duty.service import duty_of
from accounts.policy import access_officer
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]
_CARD_ONLY = {"starts", "ends", "neighbourhood_name"}


async def public_officer(officer: str) -> JSON:
    """A verified officer, for anybody: `person`, `force_id`, `force_name`, `neighbourhoods` ([Place]), `since`.

    Raises NotFound for everybody else; for who was an officer once it says so.
    """
    shown = await access_officer(officer)
    if alt := await photo_alt(officer):
        shown["avatar"]["alt"] = alt
    rows = await store.record_of(officer)
    places = (await current_atlas()).places
    return {
        "person": shown,
        "force_id": rows[0]["force_id"],
        "force_name": rows[0]["force__name"],
        "neighbourhoods": [places[row["serves__neighbourhood_id"]] for row in rows if row["serves__neighbourhood_id"]],
        "since": rows[0]["record__confirmed_at"],
    }


async def officer_now(app: web.Application, officer: str) -> JSON:
    """The same with `duty` (`code`, `until`; None off duty), `open_surgeries` and `next_surgeries` as cards."""
    found = await public_officer(officer)
    surgeries = await surgeries_of(app, officer)
    return {
        **found,
        "duty": (await duty_of(app, [officer])).get(officer),
        "open_surgeries": [surgery for surgery in surgeries if surgery["status"] == "open"],
        "next_surgeries": [surgery for surgery in surgeries if surgery["status"] != "open"],
    }


def public_json(officer: JSON) -> JSON:
    """A `public_officer` as JSON: the members of a person, with force and neighbourhoods."""
    return {
        **officer["person"],
        "force": {"id": officer["force_id"], "name": officer["force_name"]},
        "neighbourhoods": [
            {"id": place.id, "name": place.name, "name_cy": place.name_cy or None}
            for place in officer["neighbourhoods"]
        ],
    }


def surgery_now(officer: JSON) -> JSON | None:
    """The open surgery of an `officer_now` as the contract has one; None while they hold none."""
    first: JSON | None = next(iter(officer["open_surgeries"]), None)
    return first and {name: value for name, value in first.items() if name not in _CARD_ONLY}
