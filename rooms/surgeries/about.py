"""What a surgery's page says of it beside the room: what it is, what a host wrote for before and after, its lobby."""

from math import ceil
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.text import render_text, stored_html
from rooms.models import RoomKind, Status
from rooms.series.making import repetition_of
from rooms.series.models import Series
from rooms.series.wording import rule_words
from rooms.standing import Standing
from rooms.surgeries import store
from rooms.surgeries.lobby import is_lobby, lobby_opens
from rooms.surgeries.ports import PANELS_AT
from rooms.surgeries.takeover import could_take_over, may_take_over

JSON = dict[str, Any]
_SHOWN = ("kind", "topic", "place", "access_notes", "online", "moved_from", "move_reason", "cancel_reason", "starts_at")


async def about_part(app: web.Application, standing: Standing) -> JSON:
    """`about`: a surgery's own columns, `text_html`, `series` (`{id, words}` or None), `lobby`, and when it
    opens (`lobby_opens`, and `lobby_in` seconds); `panels` that agree on priorities here (`{path, title, agreed}`).
    """
    if standing.room["kind"] != RoomKind.SURGERY:
        return {"about": None}
    row = await store.find_surgery(standing.room_id) or {}
    opens = lobby_opens(row["starts_at"])
    words = {Status.SCHEDULED: row["before_text"], Status.CLOSED: row["after_text"]}.get(row["room__status"])
    return {
        "about": {
            **{name: row[name] for name in _SHOWN},
            "text_html": stored_html(render_text(words)) if words else "",
            "series": await _series(row["series_id"]),
            "lobby": is_lobby(standing.room),
            "lobby_opens": opens,
            # A span, not a moment: the clocks of phones are wrong by minutes.
            "lobby_in": max(0, ceil((opens - clock.now()).total_seconds())),
            "take_over": await _take_over(standing, row),
            "panels": await app[PANELS_AT](standing.room_id) if PANELS_AT in app else (),
        }
    }


async def _take_over(standing: Standing, row: JSON) -> str | None:
    """`now` where this officer may take it over, `later` where they may once its host is late, None else."""
    if standing.is_host or not could_take_over(standing.viewer, row):
        return None
    return "now" if await may_take_over(standing.viewer, row) else "later"


async def _series(series_id: str | None) -> JSON | None:
    found = await Series.filter(id=series_id).values() if series_id else []
    if not found:
        return None
    first = repetition_of(found[0]).local_start.date()
    return {"id": series_id, "words": rule_words(found[0]["rule"], first)}
