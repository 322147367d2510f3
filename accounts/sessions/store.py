"""Every query of sessions."""

from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q

from accounts.models import Session
from foundation import clock
from foundation.queries import Query

# Every request and event asks it.
_WHO_HOLDS = Query(
    """
    SELECT session.id, session.last_seen_at, session.expires_at, session.proved_at, session.person_id,
           person.name, person.role, person.scope, person.force_id, person.suspended_at, person.closed_at,
           person.avatar, person.photo, person.name_refused, person.neighbourhood_id AS home,
           person.postcode_given_at, person.confirmed_at AS address_confirmed_at,
           COALESCE(officer_record.confirmed_at, partner_record.confirmed_at) AS confirmed_at,
           person_neighbourhood.neighbourhood_id AS serves
    FROM session
    JOIN person ON person.id = session.person_id
    LEFT JOIN officer_record ON officer_record.person_id = person.id
    LEFT JOIN partner_record ON partner_record.person_id = person.id
    LEFT JOIN person_neighbourhood ON person_neighbourhood.person_id = person.id
    WHERE session.ended_at IS NULL AND session.token_hash = ?
    """,
    moments=(
        "last_seen_at",
        "expires_at",
        "proved_at",
        "suspended_at",
        "closed_at",
        "confirmed_at",
        "postcode_given_at",
        "address_confirmed_at",
    ),
)


async def add_session(
    id_: str, token_hash: str, person: str, device: str, method: str, began: datetime, expires_at: datetime
) -> None:
    """Add a session that was just started, which is a proof that it is them; inside a transaction."""
    await Session.create(
        id=id_,
        token_hash=token_hash,
        person_id=person,
        device=device[:60],
        created_at=began,
        last_seen_at=began,
        expires_at=expires_at,
        method=method,
        proved_at=began,
    )


async def rows_of_token(token_hash: str) -> list[dict[str, Any]]:
    """The session that has not been ended, and its person: a row for each neighbourhood that the person serves.

    Members: id, last_seen_at, expires_at, proved_at, person_id, name, role, scope, force_id, home, suspended_at,
    closed_at, postcode_given_at, address_confirmed_at (a resident’s), confirmed_at (of staff and partners), serves.
    """
    return await _WHO_HOLDS.rows(token_hash)


async def set_seen(session: str, now: datetime, each: timedelta) -> None:
    """Note that a session is in use, once for all requests that come together."""
    await Session.filter(id=session, last_seen_at__lt=now - each).update(last_seen_at=now)


async def sessions_of(person: str) -> list[dict[str, Any]]:
    """The sessions that still open something, last used first."""
    living = Session.filter(person_id=person, ended_at=None, expires_at__gt=clock.now())
    return await living.order_by("-last_seen_at", "-id").values("id", "device", "method", "created_at", "last_seen_at")


async def set_ended(person: str, session: str | None = None, but: str | None = None) -> list[str]:
    """End one session of a person, or all of them, or all `but` one; gives the ids of those that ended."""
    living = Session.filter(person_id=person, ended_at=None)
    if session is not None:
        living = living.filter(id=session)
    if but is not None:
        living = living.exclude(id=but)
    ids = list(await living.values_list("id", flat=True))
    await Session.filter(id__in=ids).update(ended_at=clock.now())
    return [str(id_) for id_ in ids]


async def set_idle_ended(role: str, seen: datetime, now: datetime, latest: datetime) -> None:
    """End the sessions of a role that were not in use since `seen`; `latest`: none of theirs runs out after it.

    Asked each second: by `latest` the database need not look at everybody's.
    """
    living = Session.filter(expires_at__gt=now, expires_at__lte=latest, ended_at=None, last_seen_at__lte=seen)
    if idle := await living.filter(person__role=role).values_list("id", flat=True):
        # Again, for who has come back since.
        await Session.filter(id__in=list(idle), ended_at=None, last_seen_at__lte=seen).update(ended_at=now)


async def sessions_over(since: datetime, now: datetime) -> list[str]:
    """The sessions that were ended, or ran out, in this time."""
    over = Session.filter(Q(ended_at__gte=since) | Q(expires_at__gte=since, expires_at__lte=now))
    return [str(session) for session in await over.values_list("id", flat=True)]
