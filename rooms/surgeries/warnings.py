"""What a host should know of a surgery that was just announced or moved: said beside it, for nothing is refused."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from accounts.people import persons
from foundation.language import _
from foundation.pages import local_date, local_time
from rooms.surgeries.overlaps import overlapping

JSON = dict[str, Any]


async def with_warnings(surgery: JSON, zone: ZoneInfo) -> JSON:
    """A surgery as the contract has it, with `warnings`: a sentence for each other one that a host of it holds then."""
    span = (_moment(surgery["starts_at"]), _moment(surgery["ends_at"]))
    held = await overlapping([host["id"] for host in surgery["hosts"]], [span], but=[surgery["id"]])
    people = await persons({each["person"] for each in held})
    return surgery | {"warnings": [_sentence(each, people[each["person"]], zone) for each in held]}


def _moment(said: str | datetime) -> datetime:
    return said if isinstance(said, datetime) else datetime.fromisoformat(said)


def _sentence(held: JSON, person: JSON, zone: ZoneInfo) -> str:
    return _(
        "%(name)s holds “%(title)s” at the same time: %(day)s, %(time)s.",
        name=person["name"], title=held["title"], day=local_date(held["starts"], zone),
        time=local_time(held["starts"], zone),
    )  # fmt: skip
