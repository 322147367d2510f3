"""The review queue with many open items: its page, one item's page, and giving somebody the next one."""

import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from statistics import median

import aiohttp
from aiohttp import web

from accounts.models import Person, Session
from accounts.names.skeletons import name_skeleton
from bench.checks import Check
from bench.cores import on_the_servers_core
from bench.fixture import Fixture
from bench.samples import quantile
from bench.sizes import Size
from foundation import clock, database
from foundation.ids import new_id
from foundation.permissions import Role
from foundation.settings import Settings
from moderation.items.kinds import RANK, Kind
from moderation.items.models import ReviewItem
from rooms.models import Message
from server.app import create_app
from server.models import MODELS

_TIMES = 60
_TOKEN = "the-moderator-whom-the-bench-invents"
_KINDS = (Kind.PERSONAL_DATA, Kind.ABUSE, Kind.LINK, Kind.NEWCOMER, Kind.OTHER)
_WITH_WORDS = 200
"""Items about words that there are; the pages that are asked for show no others."""


async def measure_queue(settings: Settings, fixture: Fixture, size: Size, where: str) -> list[Check]:
    """Fill a queue and ask a server of its own in this process; the processor's time is that of both ends."""
    with on_the_servers_core():
        await database.connect(settings, MODELS)
        try:
            await _fill(fixture, size.items)
        finally:
            await database.close()
        runner = web.AppRunner(create_app(settings, ()), access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            return await _ask("http://{}:{}".format(*runner.addresses[0][:2]), size, where)
        finally:
            await runner.cleanup()


async def _ask(url: str, size: Size, where: str) -> list[Check]:
    cookies = {"bluelamp_session": _TOKEN}
    async with aiohttp.ClientSession(url, cookies=cookies) as client:
        item = (await (await client.get("/api/v1/moderation/queue?limit=1")).json())["items"][0]["id"]
        doors = {
            "Review queue": "/moderation",
            "Review queue, one kind": "/moderation?kind=link",
            "One item and the queue": f"/moderation/items/{item}",
        }
        return [
            Check(f"{name}, {size.items:,} open, {where}", *await _measure(partial(_get, client, path)))
            for name, path in doors.items()
        ] + [Check(f"A decision, {size.items:,} open, {where}", *await _measure(await _deciding(client)))]


async def _get(client: aiohttp.ClientSession, path: str) -> None:
    async with client.get(path) as answer:
        answer.raise_for_status()
        await answer.read()


async def _deciding(client: aiohttp.ClientSession) -> Callable[[], Awaitable[None]]:
    """Takes what is asked for down, one after the other: those about words that there are stand first in their kind."""
    found = [await (await client.get(f"/api/v1/moderation/queue?limit=100&kind={kind}")).json() for kind in _KINDS]
    items = iter([item for each in found for item in each["items"] if item["text"]])
    ruling = {"action": "hide", "clause": "kind", "reason": "It says who people are."}

    async def decide() -> None:
        item = next(items)
        body = {"version": item["version"], **ruling}
        async with client.post(f"/api/v1/moderation/items/{item['id']}/decision", json=body, headers=_bearer()) as made:
            made.raise_for_status()

    return decide


def _bearer() -> dict[str, str]:
    """A write by cookie needs the page's token; by the session's own it does not."""
    return {"Authorization": f"Bearer {_TOKEN}"}


async def _measure(act: Callable[[], Awaitable[None]]) -> tuple[float, float, float]:
    await act()
    took, cpu = [], time.process_time()
    for _time in range(_TIMES):
        began = time.perf_counter()
        await act()
        took.append(time.perf_counter() - began)
    each = (time.process_time() - cpu) / _TIMES
    return median(took) * 1000, quantile(took, 0.99) * 1000, each * 1000


async def _fill(fixture: Fixture, items: int) -> None:
    """A moderator, and items of every kind, the first ones about words that there are."""
    force = str(fixture.people.officer.force)
    await _add_moderator(force)
    # What the model heard something in has an item already, and a thing has one only.
    heard = await ReviewItem.filter(target_type="message").values_list("target_id", flat=True)
    words = await Message.exclude(id__in=list(heard)).limit(_WITH_WORDS).values("id", "author_id", "room_id")
    said = [(each["id"], each["author_id"], each["room_id"]) for each in words]
    unsaid = [(new_id(), None, None) for _each in range(items - len(said))]
    rows = [_item(number, *target, force, fixture.area.home) for number, target in enumerate([*said, *unsaid])]
    await ReviewItem.bulk_create(rows, batch_size=1000)
    # A server that runs for a day has counted its rows; without it PostgreSQL plans for a table of none.
    await database.connection().execute_query("ANALYZE")


async def _add_moderator(force: str) -> None:
    now, moderator, name = clock.now(), new_id(), "Mo Evans"
    skeleton = name_skeleton(name)
    await Person.create(
        id=moderator, name=name, name_skeleton=skeleton, role=Role.MODERATOR, force_id=force, created_at=now
    )
    digest, later = sha256(_TOKEN.encode()).hexdigest(), now + timedelta(days=1)
    session = Session(id=new_id(), token_hash=digest, person_id=moderator, created_at=now, last_seen_at=now)
    session.expires_at, session.proved_at = later, now
    await session.save(force_create=True)


def _item(number: int, target: str, author: str | None, room: str | None, force: str, place: str) -> ReviewItem:
    now, kind = clock.now(), _KINDS[number % len(_KINDS)]
    return ReviewItem(
        id=new_id(),
        open_key=f"message:{target}",
        target_type="message",
        target_id=target,
        force_id=force,
        neighbourhood_id=place,
        place_type="room",
        place_id=room,
        author_id=author,
        cause="held",
        kind=kind,
        kinds=[kind],
        priority=RANK[kind] * 100 + (0 if room else number % 99 + 1),
        due_at=now + timedelta(minutes=number % 1440),
        opened_at=now,
        changed_at=now,
    )
