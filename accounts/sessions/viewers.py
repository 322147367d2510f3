"""Who holds a token: resolved from the record at every request and event."""

from datetime import datetime, timedelta
from typing import Any

from accounts.avatars.shown import avatar_of
from accounts.people import tier_of
from accounts.sessions import store
from accounts.tokens import hash_of
from foundation import clock
from foundation.permissions import ENROLLED, Role, Scope, Viewer

IDLE = timedelta(minutes=30)
"""After so long without a request or an event an administrator is out. Being connected alone is neither."""

_NOTED_EACH = timedelta(minutes=5)
_STAFFS_NOTED_EACH = timedelta(minutes=1)
_LONGEST_TOKEN = 200


async def viewer_of_token(token: str) -> Viewer | None:
    """Who holds this token, as the record is now; None where it is unknown, ended or late, or its owner can't be in."""
    rows = await store.rows_of_token(hash_of(token)) if len(token) <= _LONGEST_TOKEN else []
    now = clock.now()
    if not rows or _is_over(rows[0], now):
        return None
    each = _STAFFS_NOTED_EACH if rows[0]["role"] in ENROLLED else _NOTED_EACH
    if now - rows[0]["last_seen_at"] > each:
        await store.set_seen(rows[0]["id"], now, each)
    return _viewer(rows)


def _is_over(session: dict[str, Any], now: datetime) -> bool:
    idle = session["role"] == Role.ADMINISTRATOR and now - session["last_seen_at"] >= IDLE
    return bool(session["expires_at"] <= now or idle or session["suspended_at"] or session["closed_at"])


def _viewer(rows: list[dict[str, Any]]) -> Viewer:
    """From one row a neighbourhood served. An officer or partner who is not confirmed serves nothing."""
    person = rows[0]
    role = Role(person["role"])
    unconfirmed = role in (Role.OFFICER, Role.PARTNER) and not person["confirmed_at"]
    places = {row["serves"] for row in rows} if role in ENROLLED else {person["home"]}
    scope = person["scope"] or (Scope.NEIGHBOURHOODS if role is Role.OFFICER else Scope.FORCE)
    return Viewer(
        id=person["person_id"],
        name=person["name"],
        role=role,
        force=None if unconfirmed else person["force_id"],
        neighbourhoods=frozenset() if unconfirmed else frozenset(filter(None, places)),
        session=person["id"],
        whole_force=role in ENROLLED and scope == Scope.FORCE and not unconfirmed,
        proved_at=person["proved_at"],
        lost_name=person["name_refused"] is not None,
        tier=tier_of({**person, "confirmed_at": person["address_confirmed_at"]}) if role is Role.RESIDENT else "",
        avatar=avatar_of({**person, "id": person["person_id"]}, role is Role.OFFICER and not unconfirmed),
    )
