"""What the log's lines about a surgery's own life say."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from rooms.surgeries.sentences import when

JSON = dict[str, Any]


def _moved(data: JSON) -> str:
    if "starts_at" not in data:
        return _("The surgery was moved.")
    moment = when(datetime.fromisoformat(data["starts_at"]), ZoneInfo(data["time_zone"]))
    return _with_reason(_("The surgery was moved. It begins on %(when)s.", when=moment), data.get("move_reason"))


def _cancelled(data: JSON) -> str:
    return _with_reason(_("The surgery was cancelled."), data.get("cancel_reason"))


def _with_reason(sentence: str, reason: str | None) -> str:
    return f"{sentence} {_('The reason given: %(reason)s', reason=reason)}" if reason else sentence


LINES_OF_SURGERIES = {"surgery_moved": _moved, "surgery_cancelled": _cancelled}
