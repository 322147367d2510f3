"""What administrators do in a browser, and what officers find in their mail."""

import re

from accounts.models import Person, PersonNeighbourhood
from accounts.staffing.models import Enrolment
from foundation import clock
from foundation.ids import new_id
from foundation.models import OutboxMail
from foundation.permissions import Role, Scope
from tests.accounts.browsing import Browser
from tests.cast import Member, add_member
from tests.clients import Answer

BEN = {
    "email": "Ben.Cole@Example.org", "name": "Ben Cole", "role": "officer", "rank": "PC", "number": "7001",
    "scope": "neighbourhoods", "neighbourhoods": "cathays\nPenarth",
}  # fmt: skip


async def enrol(administrator: Browser, **changed: str) -> Answer:
    """Enter Ben, or somebody a little different."""
    await administrator.get("/admin/people/new")
    return await administrator.post("/admin/people", **{**BEN, **changed})


async def entered(administrator: Browser, **changed: str) -> str:
    """The same, and the id of what waits now."""
    answer = await enrol(administrator, **changed)
    assert answer.status == 303, answer.text
    return str(answer.headers["Location"]).removeprefix("/admin/enrolments/").partition("?")[0]


async def decide(administrator: Browser, enrolment: str, verb: str = "confirm", **fields: str) -> Answer:
    """Read what waits, and confirm, refuse or withdraw it."""
    await administrator.get(f"/admin/enrolments/{enrolment}")
    return await administrator.post(f"/admin/enrolments/{enrolment}/{verb}", **fields)


async def act(administrator: Browser, member: Member, verb: str, reason: str = "Because", **fields: str) -> Answer:
    """Suspend, readmit, move, end or link somebody."""
    page = f"/admin/people/{member.id}/{verb}"
    shown = await administrator.get(page)
    if shown.status != 200:
        return shown
    return await administrator.post(page, reason=reason, **fields)


async def mailed_link(email: str) -> str:
    """The path of the newest link that was mailed to an address."""
    mails = await OutboxMail.filter(recipient=email).order_by("-id")
    found = [re.search(r"http://\S*(/link/\S+)", mail.text) for mail in mails]
    assert found, f"no mail to {email}"
    assert found[0], mails[0].text
    return found[0][1]


async def colleague(name: str, role: Role, *places: str, scope: Scope | None = None) -> Member:
    """Another one on the staff of South Wales, signed in."""
    member = Member(name, role, "south-wales", places if role is Role.OFFICER else (), "PC", new_id()[-6:])
    await add_member(member)
    await Person.filter(id=member.id).update(scope=scope)
    if role is not Role.OFFICER:
        for place in places:
            await PersonNeighbourhood.create(
                id=new_id(), person_id=member.id, neighbourhood_id=place, since=clock.now()
            )  # fmt: skip
    return member


async def nothing_came_of(enrolment: str) -> bool:
    """Whether nobody came to be by it, and no link was sent."""
    row = await Enrolment.get(id=enrolment)
    ben = await Person.filter(email=row.email).exists()
    return not ben and not await OutboxMail.filter(recipient=row.email).exists()
