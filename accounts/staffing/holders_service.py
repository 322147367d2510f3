"""Who holds what in a force, and since when: for its staff to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.people import public_person
from accounts.staffing import holders_store, store
from accounts.staffing.holders import Holder, Waiting, factor_of
from accounts.staffing.members import badge_of, is_unconfirmed, staff_member
from accounts.staffing.models import Enrolment
from accounts.staffing.policy import access_enrolment, access_staff, access_staff_to_change, covers, staffed_places
from accounts.staffing.posts import post_of
from accounts.staffing.search import EACH_PAGE, Sought
from accounts.staffing.wanted import wanted_of
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]


@dataclass(frozen=True)
class HoldersPage:
    """One page of the list. `pages` is how many there are; `counts` how many hold each role."""

    holders: list[Holder]
    total: int
    pages: int
    counts: dict[str, int]


async def holders_page(viewer: Viewer, asked: Sought) -> HoldersPage:
    """The staff of the viewer's force who are sought, by role and name."""
    if viewer.force is None and viewer.role is not Role.ADMINISTRATOR:
        return HoldersPage([], 0, 1, {})
    places = await _places_called(asked.place) if asked.place else []
    total = await holders_store.count(viewer.force, asked, places)
    rows = await holders_store.page_of(viewer.force, asked, places)
    counts = await holders_store.counts_by_role(viewer.force)
    return HoldersPage(await _holders(viewer, rows), total, max(1, -(-total // EACH_PAGE)), counts)


async def holder(viewer: Viewer, person: str) -> Holder:
    """One of them; raises NotFound."""
    [found] = await _holders(viewer, [await access_staff(viewer, person)])
    return found


async def holder_to_change(viewer: Viewer, person: str, act: str) -> Holder:
    """The same for an administrator about to do something to them; raises NotFound, NotAllowed.

    A change of the record may be asked for by oneself too: another has to confirm it.
    """
    if act != "change" or person != viewer.id:
        await access_staff_to_change(viewer, person)
    return await holder(viewer, person)


async def history_of(viewer: Viewer, person: str) -> list[JSON]:
    """What was done to somebody, newest first: `at`, `act`, `reason`, `by` (a name); for who may act on them."""
    row = await access_staff(viewer, person)
    if not covers(viewer, row["post"]):
        return []
    entries = await holders_store.entries_about(person)
    names = await holders_store.names_of({entry["actor_id"] for entry in entries if entry["actor_id"]})
    return [entry | {"by": names.get(entry["actor_id"], "")} for entry in entries]


async def waiting_for(viewer: Viewer) -> list[Waiting]:
    """What waits for an administrator, oldest first; nothing for anybody else."""
    if viewer.role is not Role.ADMINISTRATOR:
        return []
    rows = [row for row in await store.waiting_in(viewer.force) if covers(viewer, wanted_of(row).post)]
    return [await _waiting(viewer, row) for row in rows]


async def waiting_about(viewer: Viewer, person: str) -> list[Waiting]:
    """What waits about somebody who is on the staff already."""
    return [each for each in await waiting_for(viewer) if each.wanted.person == person]


async def one_waiting(viewer: Viewer, enrolment: str) -> tuple[Waiting, str]:
    """An enrolment, with what became of it: `waiting`, `confirmed`, `refused`. Raises NotFound, NotAllowed."""
    row = await access_enrolment(viewer, enrolment)
    state = "waiting" if row.decided_at is None else "refused" if row.refused else "confirmed"
    return await _waiting(viewer, row), state


async def forces_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """Id and name of the forces that an administrator who serves none can enrol for; none where there is no choice."""
    forces = {place.force_id: place.force_name for place in await staffed_places(viewer)}
    return sorted(forces.items()) if len(forces) > 1 else []


async def has_second_administrator(viewer: Viewer) -> bool:
    """Whether anybody else could confirm what this administrator enters."""
    others = await store.administrators_of(viewer.force)
    return any(other["id"] != viewer.id for other in others)


async def _places_called(text: str) -> list[str]:
    wanted = text.casefold()
    places = (await current_atlas()).places.values()
    return [place.id for place in places if any(wanted in name.casefold() for name in (place.name, place.name_cy))]


async def _holders(viewer: Viewer, rows: Sequence[JSON]) -> list[Holder]:
    ids = [row["id"] for row in rows]
    served, enrolled = await holders_store.places_served(ids), await holders_store.enrolments_of(ids)
    administrates = viewer.role is Role.ADMINISTRATOR
    seen = await holders_store.last_sign_ins(ids) if administrates else {}
    passkeys = await holders_store.with_passkey(ids) if administrates else set()
    apps = await holders_store.with_app(ids) if administrates else set()
    shown = []
    for row in rows:
        post, came = post_of(row, tuple(served[row["id"]])), enrolled.get(row["id"], {})
        told = covers(viewer, post)
        shown.append(
            Holder(
                person=public_person(row),
                role=row["role"],
                scope=post.scope,
                places=await _places(post.places),
                since=row["role_since"] or row["created_at"],
                by=came.get("enrolled_by__name") or "",
                confirmed_by=came.get("decided_by__name") or "",
                suspended_at=row["suspended_at"],
                unconfirmed=is_unconfirmed(row),
                **badge_of(row),
                email=row["email"] or "" if told else "",
                seen=seen.get(row["id"]) if told else None,
                factor=factor_of(row, passkeys, apps) if told else "",
                acts=told,
            )
        )
    return shown


async def _waiting(viewer: Viewer, row: Enrolment) -> Waiting:
    wanted, enroller = wanted_of(row), str(row.enrolled_by_id)  # type: ignore[attr-defined]  # Tortoise adds it to the relation
    before = await staff_member(id=wanted.person) if row.details.get("change") and wanted.person else None
    names = await holders_store.names_of({enroller})
    return Waiting(
        id=row.id,
        wanted=wanted,
        places=await _places(wanted.post.places),
        by=names.get(enroller, ""),
        at=row.enrolled_at,
        mine=enroller == viewer.id,
        may_decide=viewer.id not in (enroller, wanted.person),
        before=_record(before) if before else {},
    )


def _record(row: JSON) -> dict[str, str]:
    return {"name": row["name"], "email": row["email"] or "", **badge_of(row)}


async def _places(ids: Sequence[str]) -> list[Place]:
    places = (await current_atlas()).places
    return [places[id_] for id_ in ids if id_ in places]
