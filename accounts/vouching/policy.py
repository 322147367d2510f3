"""Who may print codes, for where, and who may be vouched for by one."""

from typing import Any

from foundation import clock
from foundation.errors import Conflict, Gone, Invalid, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place


async def places_to_vouch_in(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an officer serves, by name; raises NotAllowed for everybody else."""
    if viewer.role is not Role.OFFICER:
        raise NotAllowed(_("Only officers can print codes for the residents they meet."))
    places = (await current_atlas()).places.values()
    served = (place for place in places if viewer.serves(place.force_id, place.id))
    return sorted(served, key=lambda place: place.shown_name.casefold())


async def access_place_to_vouch(viewer: Viewer, neighbourhood: str) -> Place:
    """One of them; raises Invalid for another."""
    for place in await places_to_vouch_in(viewer):
        if place.id == neighbourhood:
            return place
    raise Invalid.at("neighbourhood", _("Choose one of the neighbourhoods that you serve."))


def check_can_be_vouched_for(viewer: Viewer) -> None:
    """Raises NotAllowed for guests, who have no account to vouch for, and for staff and partners: a force vouches."""
    if viewer.is_enrolled:
        raise NotAllowed(_("These codes are for residents. Who you are is on your force’s record already."))
    if viewer.role is not Role.RESIDENT:
        raise NotAllowed(_("You are here as a guest. Open an account first, then enter the code: it stays good."))


def check_code_counts(code: dict[str, Any] | None) -> dict[str, Any]:
    """A code that may be used now; raises NotFound (unknown), Conflict (used), Gone (late, ended, its officer gone)."""
    if code is None:
        raise NotFound(_("We do not know this code. Check each character, or ask an officer for another."))
    if code["used_at"]:
        raise used_already()
    if code["batch__expires_at"] <= clock.now():
        raise Gone(_("This code has run out. Ask your neighbourhood’s officers for a new one."))
    if code["batch__ended_at"] or not _is_in_office(code):
        raise Gone(_("This code does not count any more. Ask your neighbourhood’s officers for a new one."))
    return code


def used_already() -> Conflict:
    return Conflict(_("This code was used already: each works once. Ask an officer for one of your own."))


def elsewhere(theirs: Place | None, codes: Place | None) -> Conflict:
    """A code for another neighbourhood than the one that somebody gave."""
    names = {"theirs": theirs.shown_name if theirs else "", "codes": codes.shown_name if codes else ""}
    return Conflict(
        _("This code is for %(codes)s, and your account says that you live in %(theirs)s. If you have moved,"
          " change your neighbourhood on your account page first. Otherwise ask the officers of %(theirs)s for a code.",
          **names)
    )  # fmt: skip


def _is_in_office(code: dict[str, Any]) -> bool:
    officer = "batch__officer__"
    gone = code[officer + "suspended_at"] or code[officer + "closed_at"]
    return code[officer + "role"] == Role.OFFICER and bool(code[officer + "record__confirmed_at"]) and not gone
