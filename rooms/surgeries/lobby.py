"""The lobby: a room takes questions, and nothing else, from a quarter of an hour before it opens."""

from datetime import datetime, timedelta
from typing import Any

from foundation import clock
from rooms.models import Status

LOBBY = timedelta(minutes=15)


def is_lobby(room: dict[str, Any]) -> bool:
    """Whether questions may be put early, from a row with `status`, `online` and `starts_at`."""
    if room["status"] != Status.SCHEDULED or not room["online"] or room["starts_at"] is None:
        return False
    return clock.now() >= lobby_opens(room["starts_at"])


def takes_questions_ahead(room: dict[str, Any]) -> bool:
    """Whether what comes from elsewhere may be put to it as a question before that: it is planned, and has a room."""
    return bool(room["status"] == Status.SCHEDULED and room["online"])


def lobby_opens(starts_at: datetime) -> datetime:
    """When the lobby of a surgery that starts then opens."""
    return starts_at - LOBBY
