"""Officers as JSON."""

from datetime import datetime
from typing import Any

import msgspec

from accounts.avatars.shown import Avatar
from accounts.officers import service
from accounts.people import Badge
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class PlaceServed(msgspec.Struct):
    id: str
    name: str
    name_cy: str | None


class OfficersForce(msgspec.Struct):
    id: str
    name: str


class PublicOfficer(msgspec.Struct):
    """A verified officer: the members of a person, with the force and the neighbourhoods served."""

    id: str
    name: str
    role: str
    officer: Badge
    partner: None
    avatar: Avatar
    force: OfficersForce
    neighbourhoods: list[PlaceServed]


class OnDuty(msgspec.Struct):
    """The three words of this shift and until when they hold; `surgery` is the open one that the officer hosts."""

    code: str
    until: datetime
    surgery: dict[str, Any] | None


class OfficerAnswer(PublicOfficer):
    """The same with `on_duty`, null off duty."""

    on_duty: OnDuty | None


@api.get("/officers/{id}", permission=Permission.OFFICER_READ, answer=OfficerAnswer, summary="A verified officer")
async def show_officer(call: Call[None, None]) -> dict[str, Any]:
    officer = await service.officer_now(call.request.app, call.path["id"])
    duty = officer["duty"]
    return {
        **service.public_json(officer),
        "on_duty": duty and {**duty, "surgery": service.surgery_now(officer)},
    }
