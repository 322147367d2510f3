"""People and sign-ins as JSON."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from accounts import service
from accounts.arrivals import whence
from accounts.people import Badge, PublicPerson, person
from foundation.api import Api, Call, json_response
from foundation.clock import rfc3339
from foundation.cookies import clear_session_cookie
from foundation.errors import FieldError, Invalid
from foundation.identity import bearer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Permission

api = Api()


class NewSession(msgspec.Struct):
    """A sign-in by password. `code` is for a second factor, and not asked for yet."""

    email: str
    password: str
    code: str | None = None


class SessionAnswer(msgspec.Struct):
    """A session: the token is shown this once."""

    token: str
    expires_at: datetime
    person: PublicPerson


class NewGuest(msgspec.Struct):
    """The name that a guest wants to be shown under."""

    name: str


class GuestAnswer(msgspec.Struct):
    """A guest's session; keep the token to come back as the same guest."""

    token: str
    person: PublicPerson


class MeAnswer(msgspec.Struct):
    """Who asks, the id of the neighbourhood they live in or null, and how well they are vouched for."""

    person: PublicPerson
    neighbourhood: str | None
    tier: Literal["guest", "email", "postcode", "confirmed"]


class MeChange(msgspec.Struct):
    """What to change about oneself."""

    name: str | None = None
    avatar: str | None = None


class PlaceServed(msgspec.Struct):
    id: str
    name: str
    name_cy: str | None


class OfficersForce(msgspec.Struct):
    id: str
    name: str


class OfficerAnswer(msgspec.Struct):
    """A verified officer: the members of a person, with the force and the neighbourhoods served."""

    id: str
    name: str
    role: str
    officer: Badge
    force: OfficersForce
    neighbourhoods: list[PlaceServed]


@api.post("/session", permission=Permission.SESSION_START, body=NewSession, answer=SessionAnswer, status=201,
          summary="Sign in")  # fmt: skip
async def start_session(call: Call[NewSession, None]) -> dict[str, Any]:
    signed_in = await service.sign_in(call.request.app, call.body.email, call.body.password, *whence(call.request))
    return {
        "token": signed_in.token,
        "expires_at": rfc3339(signed_in.expires_at),
        "person": signed_in.person,
    }


@api.delete("/session", permission=Permission.SESSION_END, summary="Sign out, live connections included")
async def end_session(call: Call[None, None]) -> Any:
    await service.sign_out(call.request.app, call.viewer)
    response = json_response(None, 204)
    if bearer_of(call.request) is None:
        clear_session_cookie(response, call.request.app[SETTINGS])
    return response


@api.post("/guest", permission=Permission.SESSION_START, body=NewGuest, answer=GuestAnswer, status=201,
          summary="Join under a name, without an account")  # fmt: skip
async def join(call: Call[NewGuest, None]) -> dict[str, Any]:
    signed_in = await service.join_as_guest(call.request.app, call.body.name, *whence(call.request))
    return {"token": signed_in.token, "person": signed_in.person}


@api.get("/me", permission=Permission.ACCOUNT_READ, answer=MeAnswer, summary="Who am I")
async def show_me(call: Call[None, None]) -> dict[str, Any]:
    account = await service.own_account(call.viewer)
    return {name: account[name] for name in ("person", "neighbourhood", "tier")}


@api.patch("/me", permission=Permission.ACCOUNT_CHANGE, body=MeChange, answer=PublicPerson, summary="Change my name")
async def change_me(call: Call[MeChange, None]) -> dict[str, Any]:
    if call.body.avatar is not None:
        sentence = _("Avatars can’t be chosen yet.")
        raise Invalid(sentence, fields=[FieldError("avatar", sentence)])
    if call.body.name is not None:
        return await service.rename(call.request.app, call.viewer, call.body.name)
    return await person(str(call.viewer.id))


@api.get("/officers/{id}", permission=Permission.OFFICER_READ, answer=OfficerAnswer, summary="A verified officer")
async def show_officer(call: Call[None, None]) -> dict[str, Any]:
    officer = await service.public_officer(call.path["id"])
    return {
        **officer["person"],
        "force": {"id": officer["force_id"], "name": officer["force_name"]},
        "neighbourhoods": [
            {"id": place.id, "name": place.name, "name_cy": place.name_cy or None}
            for place in officer["neighbourhoods"]
        ],
    }
