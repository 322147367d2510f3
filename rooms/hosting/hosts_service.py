"""Who holds a surgery: naming another officer or a guest host, letting one go, taking over where nobody came."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from aiohttp import web

from accounts.colleagues import colleagues_in
from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.duty.service import come_on_duty
from rooms.hosting import hosts_store
from rooms.hosting.hosts_lines import named_sentence
from rooms.log import append
from rooms.models import Status
from rooms.people import settle_visits_of
from rooms.policy import access_room, access_room_to_host
from rooms.series import hosts_store as series_hosts
from rooms.surgeries.service import access_row, access_surgery
from rooms.surgeries.store import set_host_seen
from rooms.surgeries.takeover import may_take_over
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]
_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""
_GOING_ON = (Status.SCHEDULED, Status.OPEN)


async def hosts_page(viewer: Viewer, room_id: str) -> JSON:
    """For a host: `surgery`, its `series_id`, and `able`: who else can hold it. Raises NotAllowed."""
    await access_room_to_host(viewer, room_id)
    row, surgery = await access_row(room_id), await access_surgery(room_id)
    holding = {host["id"] for host in surgery["hosts"]}
    able = await colleagues_in(row["room__force_id"], row["neighbourhood_id"])
    others = [person for person in able if person["id"] not in holding]
    return {"surgery": surgery, "series_id": row["series_id"], "able": others}


async def add_host(app: web.Application, viewer: Viewer, room_id: str, person: str, *, all_dates: bool = False) -> None:
    """Let somebody hold it too, or all dates of its series that are still to come; they are told.

    Raises NotAllowed, Conflict (it is over), Invalid (they can't hold it).
    """
    row = await _access(viewer, room_id)
    able = await colleagues_in(row["room__force_id"], row["neighbourhood_id"])
    if person not in {each["id"] for each in able}:
        raise Invalid.at("person", _("Choose somebody from the list."))

    async def work() -> Change[None]:
        if all_dates and row["series_id"]:
            await series_hosts.add_host(row["series_id"], person)
        # Named in the series, they hold this date as well by now.
        if not await hosts_store.add_host(room_id, person) and not all_dates:
            return Change(None)
        return await _named(viewer, row, person, "surgery.add_host")

    await write(app, room_id, work)
    await settle_visits_of(app, person)


async def remove_host(
    app: web.Application, viewer: Viewer, room_id: str, person: str, *, all_dates: bool = False
) -> None:
    """Let somebody, or oneself, hold it no more. Raises NotAllowed, Conflict (it is over, or nobody would be left)."""
    row = await _access(viewer, room_id)

    async def work() -> Change[None]:
        entry = await append(room_id, "host_left", subject_id=person)
        if not await hosts_store.remove_host(room_id, person):
            raise Conflict(_("This person does not hold it."))
        await _check_officer_left(await hosts_store.hosts_of(room_id))
        if all_dates and row["series_id"]:
            await series_hosts.remove_host(row["series_id"], person)
        await _audit(viewer, room_id, "surgery.remove_host", person)
        return Change(None, rows=[entry])

    await write(app, room_id, work)
    await settle_visits_of(app, person)


async def take_over(app: web.Application, viewer: Viewer, room_id: str) -> None:
    """Hold a surgery whose host has not come, or that nobody holds any more. Raises NotAllowed."""
    row = await access_row(room_id)
    if not await may_take_over(viewer, row):
        raise NotAllowed(_("Somebody holds this surgery already, or you don’t serve here."))
    officer = str(viewer.id)

    async def work() -> Change[None]:
        await hosts_store.add_host(room_id, officer)
        await set_host_seen(room_id)
        return await _named(viewer, row, officer, "surgery.take_over")

    await write(app, room_id, work)
    await settle_visits_of(app, officer)
    await come_on_duty(app, await access_room(viewer, room_id))


async def follow_host_changes(app: web.Application) -> None:
    """Let those hear what they may hear now whom another process let hold a room, or no more; within a second."""
    for person in await hosts_store.changed_since(clock.now() - _LOOKS_BACK):
        await settle_visits_of(app, person)


async def _access(viewer: Viewer, room_id: str) -> JSON:
    await access_room_to_host(viewer, room_id)
    row = await access_row(room_id)
    if row["room__status"] not in _GOING_ON:
        raise Conflict(_("This surgery is over or was cancelled."))
    return row


async def _named(viewer: Viewer, row: JSON, person: str, act: str) -> Change[None]:
    """The rows of a new host, and the notice to them."""
    entry = await append(row["id"], "host_joined", subject_id=person)
    await _audit(viewer, row["id"], act, person)
    tell: list[Tell] = []
    key = f"named:{row['id']}:{entry.seq}:{person}"
    if person != viewer.id and await notify(
        person, NoticeKind.STAFF, named_sentence(row), f"/surgeries/{row['id']}", key=key
    ):
        tell.append(noticed(person))
    return Change(None, rows=[entry], tell=tell)


async def _check_officer_left(hosts: Sequence[str]) -> None:
    """A guest host alone runs no room."""
    if not any(person["officer"] for person in (await persons(hosts)).values()):
        raise Conflict(_("An officer must hold it: name another first, or cancel it."))


async def _audit(viewer: Viewer, room_id: str, act: str, person: str) -> None:
    details: dict[str, object] = {"person": person}
    await add_entry(act=act, actor=viewer, subject_type="surgery", subject_id=room_id, details=details)
