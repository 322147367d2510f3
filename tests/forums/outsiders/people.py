"""People who were somebody here and are not any more, or who never quite were: each with the session that they had."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from accounts.models import OfficerRecord, Person
from forums.moderating.excluding.models import ForumRestriction
from forums.places.service import forum_of_neighbourhood
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role
from moderation.decisions.models import Ban
from tests.cast import ABROAD, HOME, Cast, Member, add_member
from tests.guest_hosts import add_partner

_RESIDENT = Member("Sian Powell", Role.RESIDENT, None, (HOME,))
_OFFICER = Member("Carys Bowen", Role.OFFICER, "south-wales", (HOME,), "PC", "6142")


async def _added(member: Member) -> Member:
    """Somebody of their own in each test."""
    new = replace(member, id=new_id(), session=new_id(), began=clock.now())
    await add_member(new)
    return new


async def _suspended(_cast: Cast) -> Member:
    """An officer of here who was suspended."""
    member = await _added(_OFFICER)
    await Person.filter(id=member.id).update(suspended_at=clock.now())
    return member


async def _unverified(_cast: Cast) -> Member:
    """An officer of here whose record nobody confirms any more."""
    member = await _added(_OFFICER)
    await OfficerRecord.filter(person_id=member.id).update(confirmed_at=None)
    return member


async def _faraway(_cast: Cast) -> Member:
    """An officer of another force."""
    return await _added(replace(_OFFICER, force="gwent", places=(ABROAD,)))


async def _left(_cast: Cast) -> Member:
    """Somebody who closed their account."""
    member = await _added(_RESIDENT)
    await Person.filter(id=member.id).update(closed_at=clock.now())
    return member


async def _unconfirmed(_cast: Cast) -> Member:
    """A neighbour who never opened the link in the mail that we sent."""
    member = await _added(_RESIDENT)
    await Person.filter(id=member.id).update(email_confirmed_at=None)
    return member


async def _banned(cast: Cast) -> Member:
    """A neighbour who may write nowhere in the force's places."""
    member, now = await _added(_RESIDENT), clock.now()
    await Ban.create(
        id=new_id(), force_id="south-wales", person_id=member.id, reason="Threats", proposed_by_id=cast.mo.id,
        proposed_at=now, confirmed_by_id=cast.dee.id, confirmed_at=now,
    )  # fmt: skip
    return member


def _kept_from_writing(kind: str) -> "Enter":
    """A neighbour about whom it was decided in this forum."""

    async def enter(cast: Cast) -> Member:
        member, forum = await _added(_RESIDENT), await forum_of_neighbourhood(HOME)
        await ForumRestriction.create(
            id=new_id(), forum_id=forum["id"], person_id=member.id, kind=kind, reason="Threats",
            by_id=cast.mo.id, decision_id="0" * 16, created_at=clock.now(),
            until=clock.now() + timedelta(days=1),
        )  # fmt: skip
        return member

    return enter


async def _partner(_cast: Cast) -> Member:
    return await add_partner()


Enter = Callable[[Cast], Awaitable[Member]]
BY_NAME: Mapping[str, Enter] = {
    "jo": _partner, "suspended": _suspended, "unverified": _unverified, "faraway": _faraway, "left": _left,
    "unconfirmed": _unconfirmed, "banned": _banned, "silenced": _kept_from_writing("silence"),
    "removed": _kept_from_writing("remove"),
}  # fmt: skip
NO_WRITERS = ("suspended", "left", "banned", "silenced", "removed")
"""Those who write nothing at all here."""
