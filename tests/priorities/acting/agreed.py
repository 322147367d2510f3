"""Priorities that the panel of the cast’s neighbourhood agreed on."""

from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.ids import new_id
from foundation.text import rendered
from priorities.acting.models import Action, Priority, Status
from tests.cast import HOME

ZONE = ZoneInfo("Europe/London")
"""Where it is a day already while it is the one before in UTC, in summer."""
SPEEDING = "Speeding on Whitchurch Road"
FIRST = "We stood with a speed gun on Tuesday evening."


async def agree(**columns: Any) -> str:
    """A priority that the team works on, with a week until the next update: its id."""
    issue = str(columns.get("issue", "Cars go far too fast past the school."))
    today = clock.today_in(ZONE)
    row = {
        "id": new_id(),
        "force_id": "south-wales",
        "neighbourhood_id": HOME,
        "title": SPEEDING,
        "issue": issue,
        "issue_html": await rendered(issue),
        "issued_on": today,
        "owner_role": "neighbourhood team sergeant",
        "owner_rank": "Sgt",
        "promise": "A check every week, at other hours.",
        "next_update_on": today + timedelta(days=7),
        "status": Status.OPEN,
        "status_since": clock.now(),
        "created_at": clock.now(),
    }
    return str((await Priority.create(**{**row, **columns})).id)


async def did(priority: str, author: str, body: str = FIRST, **columns: Any) -> str:
    """An action that stands in its timeline: its id."""
    row = {
        "id": new_id(),
        "priority_id": priority,
        "author_id": author,
        "body": body,
        "html": await rendered(body),
        "done_on": clock.today_in(ZONE),
        "client_id": str(uuid4()),
        "created_at": clock.now(),
    }
    return str((await Action.create(**{**row, **columns})).id)
