"""What the log, and those who are named, are told of a surgery's hosts."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from rooms.surgeries.sentences import when

JSON = dict[str, Any]


def named_sentence(surgery: JSON) -> Callable[[], str]:
    """To somebody who was named as a host."""
    zone = ZoneInfo(surgery["time_zone"])
    return lambda: _(
        "You were named as a host of “%(title)s” on %(when)s.",
        title=surgery["title"],
        when=when(surgery["starts_at"], zone),
    )


def _joined(data: JSON) -> str:
    return _("%(name)s holds the surgery from now on.", name=data["person"]["name"]) if "person" in data else ""


def _left(data: JSON) -> str:
    return _("%(name)s does not hold the surgery any more.", name=data["person"]["name"]) if "person" in data else ""


LINES_OF_HOSTS = {"host_joined": _joined, "host_left": _left}
