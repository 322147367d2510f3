"""How a person comes in, as they take it away: when, on what and with what, and never a secret that opens anything."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.factors.models import AuthenticatorApp, Passkey, RecoveryCode
from accounts.models import OneTimeLink, Person, Session
from accounts.ports import Holding
from accounts.residents.models import SignUp
from foundation.paging import by_key

JSON = dict[str, Any]


async def _sessions(person: str) -> AsyncIterator[JSON]:
    columns = ("device", "method", "created_at", "last_seen_at", "proved_at", "expires_at", "ended_at")
    async for row in by_key(Session.filter(person_id=person), *columns):
        yield row


async def _links(person: str) -> AsyncIterator[JSON]:
    """Their key is a token's hash, so they are not read by pages: a person has few."""
    rows = OneTimeLink.filter(person_id=person).order_by("expires_at")
    for row in await rows.values("purpose", "email", "expires_at", "used_at"):
        yield row


async def _sign_ups(person: str) -> AsyncIterator[JSON]:
    """Those that they made as a guest, and the one that became their account."""
    own = await Person.get(id=person).values("email")
    theirs = Q(guest_id=person)
    if own["email"]:
        theirs |= Q(email=own["email"], used_at__not_isnull=True)
    columns = ("email", "full_name", "shown_as", "age_band", "language", "created_at", "expires_at", "used_at")
    for row in await SignUp.filter(theirs).order_by("created_at").values(*columns):
        yield row


async def _passkeys(person: str) -> AsyncIterator[JSON]:
    columns = ("label", "created_at", "last_used_at", "refused_at")
    async for row in by_key(Passkey.filter(person_id=person), *columns):
        yield row


async def _apps(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(AuthenticatorApp.filter(person_id=person), "created_at", "ended_at"):
        yield row


async def _recovery_codes(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(RecoveryCode.filter(person_id=person), "created_at", "used_at"):
        yield row


SIGN_INS = (
    Holding("sessions", ("session.person_id",), _sessions),
    Holding("links", ("one_time_link.person_id", "one_time_link.email"), _links),
    Holding("sign_ups", ("sign_up.guest_id", "sign_up.email"), _sign_ups),
    Holding("passkeys", ("passkey.person_id",), _passkeys),
    Holding("authenticator_apps", ("authenticator_app.person_id",), _apps),
    Holding("recovery_codes", ("recovery_code.person_id",), _recovery_codes),
)
