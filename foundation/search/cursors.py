"""Where a page of a search ended: the score and the key of the last result, and the moment that scores are made for."""

import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from foundation.errors import Invalid
from foundation.ids import LENGTH
from foundation.language import _

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FORM = re.compile(
    rf"(\d{{1,17}})_([0-9a-fx.p+-]{{1,30}})_([a-z]{{1,15}}:[0-9a-z]{{{LENGTH}}})_([0-9a-f]{{8}})", re.ASCII
)


@dataclass(frozen=True)
class Cursor:
    """`asked_at` is when the first page was asked for."""

    asked_at: datetime
    score: float
    key: str

    def given_out(self, search: str) -> str:
        """As clients get it: it fits this search (`Asked.name`) and no other."""
        moment = (self.asked_at - _EPOCH) // timedelta(microseconds=1)
        return f"{moment}_{self.score.hex()}_{self.key}_{_mark(search)}"


def read_cursor(given: str, search: str) -> Cursor | None:
    """The cursor that a page of this search gave out; None where none was sent. Raises Invalid for any other."""
    if not given:
        return None
    form = _FORM.fullmatch(given)
    try:
        if form and form[4] == _mark(search):
            at = _EPOCH + timedelta(microseconds=int(form[1]))
            return Cursor(at, float.fromhex(form[2]), form[3])
    except (ValueError, OverflowError):
        pass
    raise Invalid.at("cursor", _("This cursor is not one that was given out."))


def _mark(search: str) -> str:
    return f"{zlib.crc32(search.encode()):08x}"
