"""Where a page of a list of topics begins or ends, and how a client gives it back."""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _

_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
_LONGEST = 16
"""Digits of a moment: what is longer is no moment of ours."""


@dataclass(frozen=True)
class Place:
    """Beside which topic of a list to go on: what was written in before it, or (`newer`) after it."""

    active_at: datetime
    topic_id: str
    newer: bool = False

    @classmethod
    def beside(cls, topic: dict[str, Any], *, newer: bool = False) -> Self:
        return cls(topic["active_at"], topic["id"], newer)

    def cursor(self, list_name: str) -> str:
        """As clients get it: it fits this list and no other."""
        moment = (self.active_at - _EPOCH) // _MICROSECOND
        return f"{'n' if self.newer else 'o'}{moment}-{self.topic_id}-{_mark(list_name)}"


def place_at(cursor: str, list_name: str) -> Place:
    """The place that a cursor of this list names. Raises Invalid for one of another list, and for what is none."""
    moment, topic, mark = [*cursor[1:].split("-"), "", "", ""][:3]
    well_formed = cursor[:1] in ("n", "o") and _is_moment(moment) and is_own_id(topic)
    if not well_formed or mark != _mark(list_name):
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))
    return Place(_EPOCH + int(moment) * _MICROSECOND, topic, cursor[0] == "n")


def _is_moment(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST


def _mark(list_name: str) -> str:
    return f"{zlib.crc32(list_name.encode()):08x}"
