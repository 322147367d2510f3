"""Every query of the browsers that are pushed to."""

import hashlib
from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from notices.models import PushSubscription

JSON = dict[str, Any]


def hash_of(endpoint: str) -> str:
    """How a subscription is found: SHA-256 of its endpoint, in hex."""
    return hashlib.sha256(endpoint.encode()).hexdigest()


async def set_subscription(
    endpoint: str, p256dh: str, auth: str, person: str, session: str | None, language: str
) -> str:
    """Put a browser in, in place of what was known of it; gives its id. Inside a transaction."""
    digest = hash_of(endpoint)
    await PushSubscription.filter(endpoint_hash=digest).delete()
    id_ = new_id()
    await PushSubscription.create(
        id=id_, endpoint_hash=digest, endpoint=endpoint, p256dh=p256dh, auth=auth, person_id=person,
        session_id=session, language=language, created_at=clock.now(),
    )  # fmt: skip
    return id_


async def subscriptions_of(person: str) -> list[JSON]:
    """A person's browsers, the newest first: all columns but the keys."""
    columns = ("id", "endpoint_hash", "session_id", "language", "created_at", "worked_at")
    return await PushSubscription.filter(person_id=person).order_by("-id").values(*columns)


async def subscriptions_of_all(people: Collection[str]) -> list[JSON]:
    """The browsers of many, the newest first: id, person_id, language."""
    theirs = PushSubscription.filter(person_id__in=list(people)).order_by("-id")
    return await theirs.values("id", "person_id", "language")


async def sessions_with_subscriptions() -> list[str]:
    """The sessions that browsers were put in with."""
    return [str(id_) for id_ in await PushSubscription.all().distinct().values_list("session_id", flat=True) if id_]


async def remove_of_person(person: str, ids: Collection[str]) -> int:
    """Take some browsers of a person out, with what waits for them; gives how many there were."""
    return await PushSubscription.filter(person_id=person, id__in=list(ids)).delete()


async def remove_all_of(person: str) -> None:
    await PushSubscription.filter(person_id=person).delete()


async def remove_of_sessions(sessions: Collection[str]) -> None:
    await PushSubscription.filter(session_id__in=list(sessions)).delete()


async def remove(id_: str) -> None:
    """A browser that is gone."""
    await PushSubscription.filter(id=id_).delete()


async def set_worked(id_: str, now: datetime) -> None:
    """Note that its service took a message."""
    await PushSubscription.filter(id=id_).update(worked_at=now)
