"""Saying what became of a priority."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, Invalid, NotAllowed, NotSignedIn
from foundation.language import _
from foundation.permissions import Role, Viewer
from priorities.acting.models import Status
from priorities.acting.policy import access_priority
from priorities.models import Phase
from priorities.phases import check_phase
from priorities.reviewing import store
from priorities.reviewing.models import Verdict
from priorities.round_rows import find_round, hold_round
from priorities.writing import Change, write

JSON = dict[str, Any]


async def give_review(app: web.Application, viewer: Viewer, priority_id: str, verdict: str) -> None:
    """Say how it is now; said again, the last counts. Raises NotFound, NotSignedIn, NotAllowed, Invalid, Conflict."""
    priority = await access_priority(priority_id)
    said = _verdict(verdict)
    row = await find_round(priority["round_id"] or "")
    if row is None:
        raise Conflict(_("This priority was agreed elsewhere: there is no review of it here."))
    await check_may_review(viewer, row)
    _check_open(row)
    await write(app, partial(_give, str(viewer.id), priority_id, row["id"], said))


async def check_may_review(viewer: Viewer, row: JSON) -> None:
    """Raises NotSignedIn, NotAllowed for who is not asked about what a round (its row) came to."""
    if not viewer.signed_in:
        raise NotSignedIn(_("Sign in to say what became of it."))
    if viewer.is_enrolled:
        raise NotAllowed(_("Whether it got better is the neighbours’ to say, and not for those who worked on it."))
    if viewer.role is Role.GUEST:
        raise NotAllowed(_("Guests are not asked. Make an account: it takes a name and an email address."))
    if not await store.is_asked(row, str(viewer.id)):
        raise NotAllowed(
            _("People who live here are asked, and voted in this round or followed its priorities before the review.")
        )


async def may_review(viewer: Viewer, row: JSON) -> bool:
    """Whether somebody is asked about what a round came to, and it is open at this instant."""
    if not viewer.signed_in or viewer.role is not Role.RESIDENT or not is_open(row):
        return False
    return await store.is_asked(row, str(viewer.id))


def is_open(row: JSON) -> bool:
    """Whether answers count at this instant."""
    return bool(row["phase"] == Phase.REVIEW and clock.now() < row["ends_at"])


def _verdict(given: str) -> Verdict:
    try:
        return Verdict(given)
    except ValueError:
        raise Invalid.at("verdict", _("Choose one of the four answers.")) from None


def _check_open(row: JSON) -> None:
    check_phase(row, Phase.REVIEW)
    if not is_open(row):
        raise Conflict(_("The review is over, by our clock."), details={"phase": row["phase"]})


async def _give(person: str, priority_id: str, round_id: str, verdict: Verdict) -> Change[None]:
    """The round’s row is held: who ends the review waits until this answer counts, or it comes too late."""
    row = await hold_round(round_id)
    priority = await access_priority(priority_id)
    if row is None or priority["status"] != Status.REVIEWING:
        raise Conflict(_("The review is over, by our clock."))
    _check_open(row)
    await store.set_review(priority_id, person, verdict)
    return Change(None)
