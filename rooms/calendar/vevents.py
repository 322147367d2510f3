"""A date of the calendar as iCalendar's VEVENT. Each is drawn once, as long as nothing of it changes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import vText
from icalendar.parser.content_line import Contentline

from foundation.language import _, speaking
from foundation.text import clean_text
from rooms.models import MeetingKind, Status

_FORM = "%Y%m%dT%H%M%S"
_LONG = 75
"""Bytes from which a line is folded."""


@dataclass(frozen=True)
class Drawn:
    """All that a VEVENT is made of: where two are equal, so are their lines. `address` is the date's own page.

    No names: what was copied to somebody's telephone can't be taken back. For the same reason there is no host's
    own wording of why a date was cancelled; it stands on the page.
    """

    id: str
    address: str
    language: str
    status: Status
    kind: MeetingKind
    title: str
    topic: str
    place: str
    access_notes: str
    online: bool
    neighbourhood: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    sequence: int
    created_at: datetime
    changed_at: datetime


@lru_cache(maxsize=20_000)
def vevent(date: Drawn) -> bytes:
    """The lines of one VEVENT, escaped and folded.

    By icalendar's text and line, without its component, which takes four times as long.
    """
    with speaking(date.language):
        lines = ["BEGIN:VEVENT", *_facts(date), *(f"{name}:{escaped(text)}" for name, text in _words(date))]
    return b"".join(folded(line) for line in [*lines, "END:VEVENT"])


def _facts(date: Drawn) -> list[str]:
    """What is written as it is: none of it is anybody's words."""
    cancelled, changed = date.status == Status.CANCELLED, in_utc(date.changed_at)
    starts, ends = _times(date)
    return [
        f"UID:{date.id}@bluelamp",
        # The row's own times: an answer that says the same has the same ETag.
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"CREATED:{in_utc(date.created_at)}",
        f"SEQUENCE:{date.sequence}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        f"TRANSP:{'TRANSPARENT' if cancelled else 'OPAQUE'}",
        f"DTSTART{starts}",
        f"DTEND{ends}",
        f"URL:{date.address}",
    ]


def _words(date: Drawn) -> list[tuple[str, str]]:
    return [("SUMMARY", _summary(date)), ("LOCATION", _location(date)), ("DESCRIPTION", _description(date))]


def escaped(text: str) -> str:
    """Words as a line has them."""
    return str(vText(text).to_ical(), "utf-8")


def folded(line: str) -> bytes:
    """A line as it is sent, broken where it is too long."""
    encoded = line.encode()
    if len(encoded) >= _LONG:
        encoded = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # icalendar has no type for it
    return encoded + b"\r\n"


def in_utc(moment: datetime) -> str:
    """As iCalendar writes it: `20261122T180000Z`."""
    return moment.astimezone(UTC).strftime(f"{_FORM}Z")


def _times(date: Drawn) -> tuple[str, str]:
    """Start and end on the clock of the meeting, as people agreed on them, each with what stands before it.

    A local time that autumn has twice means the first (RFC 5545, 3.3.5), and so it does to Bluelamp; who asked for the
    second in UTC gets both in UTC, which has no doubt in it.
    """
    zone = ZoneInfo(date.time_zone)
    local = date.starts_at.astimezone(zone), date.ends_at.astimezone(zone)
    if any(moment.fold for moment in local):
        return f":{in_utc(date.starts_at)}", f":{in_utc(date.ends_at)}"
    starts, ends = (f";TZID={date.time_zone}:{moment.strftime(_FORM)}" for moment in local)
    return starts, ends


def _location(date: Drawn) -> str:
    if date.place:
        return f"{clean_text(date.place)}, {date.neighbourhood}"
    return _("Online: %(place)s", place=date.neighbourhood) if date.online else date.neighbourhood


def _summary(date: Drawn) -> str:
    title = clean_text(date.title)
    # Some calendars hide what is cancelled, and some show it like any other.
    return _("Cancelled: %(title)s", title=title) if date.status == Status.CANCELLED else title


def _description(date: Drawn) -> str:
    lines = [_kind(date), clean_text(date.topic)]
    if date.access_notes:
        lines.append(_("Getting in: %(notes)s", notes=clean_text(date.access_notes)))
    if date.status == Status.CANCELLED:
        lines.append(_("This was cancelled. The page says why:"))
    elif date.online:
        lines.append(_("Join online, without an account too:"))
    else:
        lines.append(_("More about it:"))
    return "\n".join([*filter(None, lines), date.address])


def _kind(date: Drawn) -> str:
    if date.kind == MeetingKind.MEETING:
        return _("A meeting in person, and online.") if date.online else _("A meeting in person.")
    if date.kind == MeetingKind.OFFICE_HOURS:
        return _("Office hours of your local police.")
    return _("A surgery: your local officers answer questions, live.")
