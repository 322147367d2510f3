"""Who may do what with people, and fetching them through it."""

from collections.abc import Collection
from typing import Any

from accounts.models import Person
from accounts.people import persons
from foundation.errors import FieldError, Invalid, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

ENROLLED = (Role.OFFICER, Role.MODERATOR)
"""Who can be enrolled on a page; administrators are made by the command line."""


async def access_officer(officer: str) -> dict[str, Any]:
    """The public person of a verified officer, whom anybody may see; raises NotFound."""
    person = (await persons([officer])).get(officer)
    if person is None or person["officer"] is None:
        raise NotFound(_("There is no verified officer here. If somebody says they are one, call 101 and ask."))
    return person


async def access_force_to_staff(viewer: Viewer, force: str) -> str:
    """The force that an administrator may enrol staff of: their own, or any for who serves none; raises."""
    if viewer.role is not Role.ADMINISTRATOR or (viewer.force and force and force != viewer.force):
        raise NotAllowed(_("Only an administrator of the force can do this."))
    forces = {place.force_id for place in await staffed_places(viewer)}
    chosen = viewer.force or force or (min(forces) if len(forces) == 1 else "")
    if chosen not in forces:
        sentence = _("Choose a force. Its neighbourhoods must be imported first.")
        raise Invalid(sentence, fields=[FieldError("force", sentence)])
    return chosen


async def access_places_to_staff(viewer: Viewer, force: str, named: Collection[str]) -> tuple[str, ...]:
    """The ids of the neighbourhoods of the force with these ids or names, at least one; raises Invalid."""
    ours = [place for place in await staffed_places(viewer) if place.force_id == force]
    known = {name.casefold(): place.id for place in ours for name in (place.name_cy, place.name, place.id) if name}
    unknown = [name for name in named if name.casefold() not in known]
    if unknown or not named:
        sentence = _("Enter at least one neighbourhood of the force, by its name or id.")
        if unknown:
            sentence = _("There is no neighbourhood “%(name)s” in the force.", name=unknown[0][:80])
        raise Invalid(sentence, fields=[FieldError("neighbourhoods", sentence)])
    return tuple(dict.fromkeys(known[name.casefold()] for name in named))


async def access_staff_to_invite(viewer: Viewer, person: str) -> None:
    """Raises NotFound unless this is staff of the administrator's force who has never set a password."""
    found = await Person.filter(id=person, password_hash=None, role__in=ENROLLED).first().values("force_id")
    if found is None or viewer.role is not Role.ADMINISTRATOR or viewer.force not in (None, found["force_id"]):
        raise NotFound(_("There is nobody here who waits for a link."))


async def staffed_places(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an administrator may send officers to, by name."""
    places = (await current_atlas()).places.values()
    ours = (place for place in places if viewer.force in (None, place.force_id))
    return sorted(ours, key=lambda place: (place.force_name, place.shown_name.casefold()))


def check_may_rename(viewer: Viewer) -> None:
    """Raises NotAllowed for officers: their name is the record's, and the badge stands beside it."""
    if viewer.role is Role.OFFICER:
        raise NotAllowed(_("Your name is on your officer’s record. Ask an administrator of your force to change it."))
