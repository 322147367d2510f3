"""A moment of another feature as iCalendar's VEVENT: it takes no time of anybody's day."""

from foundation.language import _
from rooms.calendar.ports import Moment
from rooms.calendar.vevents import escaped, folded, in_utc


def moment_vevent(moment: Moment, origin: str) -> bytes:
    """Its lines. `origin` is this site's, for the link in it."""
    title = _("Cancelled: %(title)s", title=moment.title) if moment.cancelled else moment.title
    lines = [
        "BEGIN:VEVENT",
        f"UID:{moment.id}@bluelamp",
        f"DTSTAMP:{in_utc(moment.changed_at)}",
        f"LAST-MODIFIED:{in_utc(moment.changed_at)}",
        f"CREATED:{in_utc(moment.created_at)}",
        f"SEQUENCE:{moment.moves + moment.cancelled}",
        f"STATUS:{'CANCELLED' if moment.cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        f"DTSTART:{in_utc(moment.at)}",
        f"URL:{origin}{moment.path}",
        f"SUMMARY:{escaped(title)}",
        f"DESCRIPTION:{escaped(f'{origin}{moment.path}')}",
        "END:VEVENT",
    ]
    return b"".join(folded(line) for line in lines)
