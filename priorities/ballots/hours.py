"""When a ballot counts: to the instant, by the server’s clock, and both times are said to who comes too late."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import Conflict
from foundation.language import _
from foundation.pages import local_date, local_time
from priorities.models import Phase
from priorities.phases import vote_has_been, vote_is_open
from priorities.round_rows import closes_at, opens_at

JSON = dict[str, Any]


def check_vote_is_open(row: JSON, zone: ZoneInfo) -> None:
    """Raises Conflict, with the server’s time and that of the vote, where no ballot counts now. `row`: a round’s."""
    if vote_is_open(row):
        return
    now = clock.now()
    raise Conflict(
        _refusal(row, now, zone),
        details={
            "phase": row["phase"],
            "now": clock.rfc3339(now),
            "opens_at": clock.rfc3339(opens_at(row)),
            "closes_at": clock.rfc3339(closes_at(row)),
        },
    )


def closing_said(row: JSON, zone: ZoneInfo) -> str:
    """When the vote of a round (its row) closes, as paper says it: `6pm, Sunday 22 November 2026`."""
    closes = closes_at(row)
    return f"{local_time(closes, zone)}, {local_date(closes, zone)}"


def _refusal(row: JSON, now: datetime, zone: ZoneInfo) -> str:
    """By the phase first: a round is moved by a job, which comes a moment after the hour."""
    if row["phase"] == Phase.CANCELLED:
        return _("This round was cancelled, so nobody votes in it, and nothing that was cast before is counted.")
    if vote_has_been(row):
        return _too_late(row, now, zone)
    if now < opens_at(row):
        return _too_early(row, now, zone)
    return _("Voting opens at this very moment. Try again in a few seconds: nothing was counted yet.")


def _too_early(row: JSON, now: datetime, zone: ZoneInfo) -> str:
    return _(
        "Voting has not opened yet. It opens at %(then)s. By the server’s clock, which counts, it is %(now)s.",
        then=_said(opens_at(row), zone),
        now=_said(now, zone),
    )


def _too_late(row: JSON, now: datetime, zone: ZoneInfo) -> str:
    return _(
        "Voting is closed, so this was not counted. It closed at %(then)s. By the server’s clock, which counts, it is"
        " %(now)s. What you cast before still counts.",
        then=_said(min(closes_at(row), now), zone),
        now=_said(now, zone),
    )


def _said(moment: datetime, zone: ZoneInfo) -> str:
    """To the second: `18:00:00, Sunday 22 November 2026`."""
    return f"{moment.astimezone(zone):%H:%M:%S}, {local_date(moment, zone)}"
