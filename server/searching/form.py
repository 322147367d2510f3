"""A search as it is typed: words and what narrows them, as text. Read once, for the page and the call alike."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from foundation.search.asked import BEGINNING, END, Asked
from foundation.search.cursors import read_cursor
from foundation.search.words import read_words
from server.searching.kinds import KINDS
from server.searching.shapes import LONGEST_PLACE, LONGEST_SECTION

PAGE = 20


@dataclass(frozen=True)
class Form:
    """The fields as they were sent; empty where nothing was. `since` and `until` are days, both included."""

    q: str = ""
    kind: str = ""
    neighbourhood: str = ""
    section: str = ""
    answered: str = ""
    since: str = ""
    until: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Form":
        """The fields of an address. Any other is passed over."""
        return cls(**{each.name: query.get(each.name, "") for each in fields(cls)})

    @property
    def is_narrowed(self) -> bool:
        return self != Form(q=self.q, cursor=self.cursor)

    def path(self, **other: str) -> str:
        """The page with these fields, or with `other` in their places."""
        shown = replace(self, **other)
        given = {each.name: getattr(shown, each.name) for each in fields(Form) if getattr(shown, each.name)}
        return f"/search?{urlencode(given)}" if given else "/search"


def read_form(form: Form, viewer: Viewer, zone: ZoneInfo, limit: int = PAGE) -> Asked:
    """The search that is asked for, as this viewer may ask for it; raises Invalid, naming the field."""
    if form.kind and form.kind not in KINDS:
        raise Invalid.at("kind", _("Choose what to look for from the list."))
    for field, longest in (("neighbourhood", LONGEST_PLACE), ("section", LONGEST_SECTION)):
        if len(getattr(form, field)) > longest:
            raise Invalid.at(field, _("Choose where to look from the list."))
    since, until = _day(form.since, "since"), _day(form.until, "until")
    if since and until and since > until:
        raise Invalid.at("until", _("The last day comes before the first one."))
    asked = Asked(
        words=read_words(form.q),
        asked_at=clock.now(),
        staff_of=viewer.force if viewer.is_staff else None,
        kinds=KINDS.get(form.kind, ()),
        neighbourhood=form.neighbourhood or None,
        section=form.section,
        answered=bool(form.answered),
        since=_midnight(since, zone) if since else BEGINNING,
        until=_midnight(until + timedelta(days=1), zone) if until else END,
        limit=limit,
    )
    return replace(asked, after=read_cursor(form.cursor, asked.name))


def _day(given: str, field: str) -> date | None:
    try:
        day = date.fromisoformat(given) if given else None
    except ValueError:
        day = date.min
    if day and not BEGINNING.date() < day < END.date():
        raise Invalid.at(field, _("Write the day like 2026-11-22: year, month, day."))
    return day


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
