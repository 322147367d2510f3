"""People and sign-ins as JSON."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from accounts import account_service, guest_service, sign_in_service
from accounts.avatars.service import check_offered, choose_avatar
from accounts.people import PublicPerson, person
from accounts.residents.details_service import rename
from accounts.sessions import service as session_service
from accounts.sessions.browsers import whence
from foundation.api import Api, Call
from foundation.clock import rfc3339
from foundation.cookies import clear_session_cookie
from foundation.identity import bearer_of
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.permissions import Permission

api = Api()


class NewSession(msgspec.Struct):
    """A sign-in by password. `code`: of an authenticator app, or a recovery code, for who has one."""

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
    """What to change about oneself. `avatar` is a face and a colour of those offered: "peep-afro-sky"."""

    name: str | None = None
    avatar: str | None = None


@api.post("/session", permission=Permission.SESSION_START, body=NewSession, answer=SessionAnswer, status=201,
          summary="Sign in")  # fmt: skip
async def start_session(call: Call[NewSession, None]) -> dict[str, Any]:
    """401 has another `type` where the password was right, and something more is wanted: `code_needed` (send it again
    with `code`), `passkey_needed` and `factor_missing` (sign in on a page)."""
    said = call.body
    signed_in = await sign_in_service.sign_in(
        call.request.app, said.email, said.password, *whence(call.request), code=said.code or "", viewer=call.viewer
    )
    return {
        "token": signed_in.token,
        "expires_at": rfc3339(signed_in.expires_at),
        "person": signed_in.person,
    }


@api.delete("/session", permission=Permission.SESSION_END, summary="Sign out, live connections included")
async def end_session(call: Call[None, None]) -> Any:
    await session_service.sign_out(call.request.app, call.viewer)
    response = json_response(None, 204)
    if bearer_of(call.request) is None:
        clear_session_cookie(response, call.request.app[SETTINGS])
    return response


@api.post("/guest", permission=Permission.SESSION_START, body=NewGuest, answer=GuestAnswer, status=201,
          summary="Join under a name, without an account")  # fmt: skip
async def join(call: Call[NewGuest, None]) -> dict[str, Any]:
    signed_in = await guest_service.join_as_guest(call.request.app, call.body.name, *whence(call.request))
    return {"token": signed_in.token, "person": signed_in.person}


@api.get("/me", permission=Permission.ACCOUNT_READ, answer=MeAnswer, summary="Who am I")
async def show_me(call: Call[None, None]) -> dict[str, Any]:
    account = await account_service.own_account(call.viewer)
    return {name: account[name] for name in ("person", "neighbourhood", "tier")}


@api.patch("/me", permission=Permission.ACCOUNT_CHANGE, body=MeChange, answer=PublicPerson, summary="Change me")
async def change_me(call: Call[MeChange, None]) -> dict[str, Any]:
    name, avatar = call.body.name, call.body.avatar
    if avatar is not None:
        # Asked first, so that a refused picture leaves the name as it was.
        check_offered(call.viewer, avatar)
    if name is not None:
        await rename(call.request.app, call.viewer, name)
    if avatar is not None:
        await choose_avatar(call.request.app, call.viewer, avatar)
    return await person(str(call.viewer.id))
