"""A month as the force's clock counts it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import Invalid
from foundation.language import _

_FORM = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_FIRST, _LAST = 2000, 2999
"""Years; before and after them nothing can have been."""


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year; as a text, `2026-11`."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The month of `YYYY-MM`; raises Invalid for everything else."""
        found = _FORM.fullmatch(text)
        if found is None or not _FIRST <= int(found[1]) <= _LAST:
            raise Invalid.at("month", _("Write the month as year and month, for example 2026-11."))
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def present(cls, zone: ZoneInfo) -> Self:
        """This month."""
        now = clock.now().astimezone(zone)
        return cls(now.year, now.month)

    def moved(self, by: int) -> "Month":
        """So many months later, or before."""
        months = self.year * 12 + self.number - 1 + by
        return Month(months // 12, months % 12 + 1)

    def begins(self, zone: ZoneInfo) -> datetime:
        """Its first moment, in UTC."""
        return datetime(self.year, self.number, 1, tzinfo=zone).astimezone(UTC)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The first moment after it, in UTC."""
        return self.moved(1).begins(zone)

    def is_over(self, zone: ZoneInfo) -> bool:
        return self.ends(zone) <= clock.now()
