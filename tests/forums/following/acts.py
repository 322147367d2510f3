"""What people do to follow, and what they get by it."""

from datetime import datetime, time, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from accounts.models import Session
from forums.following.telling.teller import TELLER
from foundation import clock
from tests.cast import Member
from tests.house import House
from tests.running.smtp import Postbox

LONDON = ZoneInfo("Europe/London")
_DAY = timedelta(days=1)


async def told(house: House, member: Member) -> list[tuple[str, str]]:
    """The kinds and paths of somebody's notices, the latest first, once all was told."""
    await house.app[TELLER].tell()
    answer = await house.caller(member).get("/notices")
    return [(notice["kind"], notice["path"]) for notice in answer.json["notices"]]


async def follow(house: House, member: Member, path: str, how: str | None = None) -> None:
    """By the JSON call of `path`/watch."""
    answer = await house.caller(member).put(f"{path}/watch", {"how": how} if how else None)
    assert answer.status == 204, answer.text


async def read(house: House, member: Member, topic: str | None, number: int) -> None:
    answer = await house.caller(member).put(f"/topics/{topic}/read", {"number": number})
    assert answer.status == 204, answer.text


async def unread(house: House, member: Member) -> dict[str, int]:
    """The first unread number of each topic in somebody's list."""
    answer = await house.caller(member).get("/unread")
    assert answer.status == 200, answer.text
    return {topic["id"]: topic["first_unread"] for topic in answer.json["items"]}


def at_local(hour: int, minute: int = 0) -> None:
    """Move the clock on to the next time that the force's clock shows this."""
    now = clock.now().astimezone(LONDON)
    then = datetime.combine(now.date(), time(hour, minute), LONDON)
    clock.move((then if then > now else datetime.combine(now.date() + _DAY, time(hour, minute), LONDON)) - now)


async def evening(house: House) -> None:
    """It is past six: what is told is told, digests are made, and mails leave."""
    await house.app[TELLER].tell()
    at_local(18, 1)
    await mails_leave(house)


async def mails_leave(house: House) -> None:
    """Twice: what one job makes the other sends. The cast are signed in still, however far it is to that hour."""
    await house.app[TELLER].tell()
    await house.run_jobs()
    await house.run_jobs()
    await Session.all().update(last_seen_at=clock.now(), expires_at=clock.now() + _DAY)


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def mails_to(postbox: Postbox, member: Member) -> list[EmailMessage]:
    return [mail for mail in postbox.mails if mail["To"] == member.email]
