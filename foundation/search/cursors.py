"""Where a page of a search ended: the score and the key of the last result, and the moment that scores are made for."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from foundation.errors import Invalid
from foundation.ids import LENGTH
from foundation.language import _

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FORM = re.compile(rf"(\d{{1,17}})_([0-9a-fx.p+-]{{1,30}})_([a-z]{{1,15}}:[0-9a-z]{{{LENGTH}}})", re.ASCII)


@dataclass(frozen=True)
class Cursor:
    """`asked_at` is when the first page was asked for."""

    asked_at: datetime
    score: float
    key: str

    def __str__(self) -> str:
        return f"{(self.asked_at - _EPOCH) // timedelta(microseconds=1)}_{self.score.hex()}_{self.key}"


def read_cursor(given: str) -> Cursor | None:
    """The cursor that a page gave out; None where none was sent. Raises Invalid for what is no cursor of a search."""
    if not given:
        return None
    form = _FORM.fullmatch(given)
    try:
        if form:
            at = _EPOCH + timedelta(microseconds=int(form[1]))
            return Cursor(at, float.fromhex(form[2]), form[3])
    except (ValueError, OverflowError):
        pass
    raise Invalid.at("cursor", _("This cursor is not one that was given out."))
