"""The force's clock: whose day, evening and quiet hours people mean."""

from datetime import datetime
from zoneinfo import ZoneInfo

from foundation import clock

_zone = ZoneInfo("Europe/London")


def use_zone(zone: ZoneInfo) -> None:
    """Go by this zone from now on: the settings' own."""
    global _zone
    _zone = zone


def local_now() -> datetime:
    """What the clock on the force's wall shows."""
    return as_local(clock.now())


def as_local(moment: datetime) -> datetime:
    """What it shows at another moment."""
    return moment.astimezone(_zone)
