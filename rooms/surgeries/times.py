"""Local times and the moments they mean: what people agree on is a local time, and clocks change twice a year."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from foundation.errors import Invalid
from foundation.language import _

LOCAL_FORM = "%Y-%m-%dT%H:%M"


def moment_of(local: datetime, zone: ZoneInfo, field: str = "starts_at") -> datetime:
    """The moment (UTC) that a local time (naive) means in a zone.

    A time that the spring change skips raises Invalid; one that the autumn change repeats means the first.
    """
    moment = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local:
        raise Invalid.at(field, _("The clocks go forward that night, so this time does not exist. Choose another."))
    return moment


def local_of(moment: datetime, zone: ZoneInfo) -> str:
    """The local time of a moment as `2026-11-22T18:00`, as it is stored beside the zone's name."""
    return moment.astimezone(zone).strftime(LOCAL_FORM)
