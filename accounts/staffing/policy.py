"""Who may do what with the staff of a force, and fetching them through it."""

from collections.abc import Collection
from typing import Any

from accounts.staffing.members import find_enrolment, places_of, staff_member
from accounts.staffing.models import Enrolment
from accounts.staffing.posts import Post, post_of
from accounts.staffing.wanted import wanted_of
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Role, Scope, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place


def covers(viewer: Viewer, post: Post) -> bool:
    """Whether a post lies within what an administrator has to administrate: their force, or their neighbourhoods."""
    if viewer.role is not Role.ADMINISTRATOR or viewer.force not in (None, post.force):
        return False
    within = post.scope == Scope.NEIGHBOURHOODS and bool(post.places) and viewer.neighbourhoods.issuperset(post.places)
    return viewer.whole_force or within


def check_covers(viewer: Viewer, post: Post) -> None:
    """Raises NotAllowed for whoever may not give or take this post."""
    if not covers(viewer, post):
        raise NotAllowed(_("Only an administrator of the force, or of all these neighbourhoods, can do this."))


async def access_staff(viewer: Viewer, person: str) -> dict[str, Any]:
    """Somebody on the staff of one's own force, for its staff to read; with `post`. Raises NotFound."""
    row = await staff_member(id=person) if is_id(person) else None
    if row is None or not _of_my_force(viewer, row["force_id"]):
        raise NotFound(_("There is nobody like that on the staff of your force."))
    return row | {"post": post_of(row, await places_of(person))}


async def access_staff_to_change(viewer: Viewer, person: str) -> dict[str, Any]:
    """The same for an administrator who may act on them. Raises NotFound, and NotAllowed for oneself."""
    row = await access_staff(viewer, person)
    check_covers(viewer, row["post"])
    if person == viewer.id:
        raise NotAllowed(_("You can’t do this to yourself. Ask another administrator of your force."))
    return row


async def access_enrolment(viewer: Viewer, enrolment: str) -> Enrolment:
    """What waits for an administrator, or was decided, in one's own force; raises NotFound, NotAllowed."""
    row = await find_enrolment(enrolment) if is_id(enrolment) else None
    if row is None or viewer.role is not Role.ADMINISTRATOR or not _of_my_force(viewer, row.force_id):
        raise NotFound(_("There is nothing here that waits for an administrator of your force."))
    check_covers(viewer, wanted_of(row).post)
    return row


async def access_force_to_staff(viewer: Viewer, force: str) -> str:
    """The force that an administrator may enrol staff of: their own, or any for who serves none; raises."""
    if viewer.role is not Role.ADMINISTRATOR or (viewer.force and force and force != viewer.force):
        raise NotAllowed(_("Only an administrator of the force can do this."))
    forces = {place.force_id for place in await staffed_places(viewer)}
    chosen = viewer.force or force or (min(forces) if len(forces) == 1 else "")
    if chosen not in forces:
        raise Invalid.at("force", _("Choose a force. Its neighbourhoods must be imported first."))
    return chosen


async def access_places_to_staff(viewer: Viewer, force: str, named: Collection[str]) -> tuple[str, ...]:
    """The ids of the neighbourhoods of the force with these ids or names, at least one; raises Invalid."""
    ours = [place for place in await staffed_places(viewer) if place.force_id == force]
    known = {name.casefold(): place.id for place in ours for name in (place.name_cy, place.name, place.id) if name}
    unknown = [name for name in named if name.casefold() not in known]
    if unknown or not named:
        sentence = _("Enter at least one neighbourhood of the force, by its name or id.")
        if unknown:
            sentence = _("There is no neighbourhood “%(name)s” that you can staff.", name=unknown[0][:80])
        raise Invalid.at("neighbourhoods", sentence)
    return tuple(dict.fromkeys(known[name.casefold()] for name in named))


async def staffed_places(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an administrator may staff, by name."""
    places = (await current_atlas()).places.values()
    ours = (place for place in places if viewer.force in (None, place.force_id))
    mine = (place for place in ours if viewer.whole_force or place.id in viewer.neighbourhoods)
    return sorted(mine, key=lambda place: (place.force_name, place.shown_name.casefold()))


def check_pair(row: Enrolment, viewer: Viewer, administrators: list[dict[str, Any]]) -> None:
    """Raises NotAllowed or Conflict unless two different administrators stand behind this, both in office now.

    `administrators` are those of the force as the record is now, locked.
    """
    enroller = str(row.enrolled_by_id)  # type: ignore[attr-defined]  # Tortoise adds it to the relation
    if viewer.id in (enroller, row.person_id):  # type: ignore[attr-defined]  # Tortoise adds it to the relation
        raise NotAllowed(_("Another administrator must confirm this: not the one who entered it or whom it is about."))
    current = {each["id"]: each for each in administrators if each["suspended_at"] is None}
    if viewer.id not in current or current[viewer.id]["email"] == row.email:
        raise NotAllowed(_("Only an administrator of the force can do this."))
    if enroller not in current:
        raise Conflict(_("Whoever entered this is no longer an administrator. Refuse it, and enter it again."))


async def check_both_cover(row: Enrolment, viewer: Viewer, administrators: list[dict[str, Any]]) -> None:
    """Raises NotAllowed or Conflict where either of the pair could not give this post now.

    They, or the one whose record is to be changed, may have been moved since it was entered.
    """
    wanted = wanted_of(row)
    before = await staff_member(id=wanted.person) if wanted.person else None
    post = post_of(before, await places_of(before["id"])) if before else wanted.post
    now = {each["id"]: await _administrator(each) for each in administrators}
    check_covers(now[str(viewer.id)], post)
    if not covers(now[str(row.enrolled_by_id)], post):  # type: ignore[attr-defined]  # Tortoise adds it to the relation
        raise Conflict(_("Whoever entered this is no longer an administrator. Refuse it, and enter it again."))


async def _administrator(row: dict[str, Any]) -> Viewer:
    """Somebody as they would ask now."""
    places, whole = await places_of(row["id"]), row["scope"] != Scope.NEIGHBOURHOODS
    return Viewer(
        id=row["id"], role=Role.ADMINISTRATOR, force=row["force_id"], neighbourhoods=frozenset(places),
        whole_force=whole,
    )  # fmt: skip


def check_in_office(viewer: Viewer, administrators: list[dict[str, Any]]) -> None:
    """Raises NotAllowed for who was an administrator when they asked, and is none by now."""
    if viewer.id not in {each["id"] for each in administrators if each["suspended_at"] is None}:
        raise NotAllowed(_("Only an administrator of the force can do this."))


def check_somebody_left(person: str, force: str | None, administrators: list[dict[str, Any]]) -> None:
    """Raises Conflict where the force would have no administrator of all of it without this person."""
    whole = [
        each["id"]
        for each in administrators
        if each["force_id"] == force and each["suspended_at"] is None and each["scope"] != Scope.NEIGHBOURHOODS
    ]
    if whole == [person]:
        raise Conflict(
            _("This is the last administrator of the force. Enrol another first, or ask whoever runs the server.")
        )


def _of_my_force(viewer: Viewer, force: str | None) -> bool:
    """An administrator from before any force was imported looks after all of them."""
    everywhere = viewer.role is Role.ADMINISTRATOR and viewer.force is None
    return viewer.is_staff and (everywhere or viewer.force == force) and (everywhere or force is not None)
