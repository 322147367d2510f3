"""Dates of rounds as people write them: on the clock of the force, which changes twice a year."""

from datetime import UTC, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from foundation.errors import Invalid
from foundation.language import _

FORM: Final = "%Y-%m-%dT%H:%M"
HOUR: Final = time(9)
"""When a phase begins on its day, unless somebody says otherwise."""


def moment_in(text: str, zone: ZoneInfo, field: str) -> datetime:
    """The moment of what was typed into a field, `2026-11-25T09:00` or the day alone. Raises Invalid.

    A time that the clocks skip in spring is refused; one that they repeat in autumn means the first.
    """
    local = _local(text.strip(), field)
    moment = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if on_the_wall(moment, zone) != local:
        raise Invalid.at(field, _("The clocks go forward that night, so this time does not exist. Choose another."))
    return moment


def field_value(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as a field has it."""
    return moment.astimezone(zone).strftime(FORM)


def on_the_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment as a clock there shows it; two of these are apart by days and hours of that clock."""
    return moment.astimezone(zone).replace(tzinfo=None)


def from_the_wall(shown: datetime, zone: ZoneInfo) -> datetime:
    """The moment when a clock there shows this: where it never does, the hour after."""
    return shown.replace(tzinfo=zone).astimezone(UTC)


def _local(text: str, field: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.replace(" ", "T"))
    except ValueError:
        raise Invalid.at(field, _("Give the day and the time, like 2026-11-25T09:00.")) from None
    if found.tzinfo is not None or not 2020 <= found.year <= 2099:
        raise Invalid.at(field, _("Give the day and the time, like 2026-11-25T09:00."))
    return datetime.combine(found, HOUR) if len(text) == len("2026-11-25") else found.replace(second=0, microsecond=0)
