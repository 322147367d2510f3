"""People who flag, from outside: by the JSON call, and what is written down of it."""

from typing import Any

from accounts.people import NewPerson
from accounts.store import add_person
from foundation.database import atomic
from foundation.permissions import Role
from moderation.items.models import ReviewItem
from moderation.models import Flag
from tests.cast import Member, add_member
from tests.clients import Answer
from tests.house import House

JSON = dict[str, Any]


async def flags(house: House, member: Member, target: str, reason: str = "abuse", **more: Any) -> Answer:
    """Somebody flags a message, or what `type` says."""
    body = {"target": {"type": more.pop("type", "message"), "id": target}, "reason": reason, **more}
    return await house.caller(member).post("/flags", body)


async def guest(name: str) -> Member:
    """Another guest, signed in."""
    member = Member(name, Role.GUEST)
    await atomic(lambda: add_member(member))
    return member


async def resident(name: str) -> Member:
    member = Member(name, Role.RESIDENT, None, ("cathays",))
    await atomic(lambda: add_member(member))
    return member


async def open_items(target: str) -> list[JSON]:
    return await ReviewItem.filter(target_id=target, state="open").values()


async def flags_on(target: str) -> list[JSON]:
    return await Flag.filter(target_id=target).order_by("id").values()


async def stranger(name: str, **known: Any) -> str:
    """Somebody in the record who has no session; gives their id."""
    return await atomic(lambda: add_person(NewPerson(name=name, role=Role.RESIDENT, **known)))
