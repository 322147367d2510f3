"""A log and an entry of one as staff fill them in: checked, with every field that is wrong named at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.text import MAX_LENGTH, check_text, clean_text
from rooms.surgeries.times import moment_of

_LONGEST_TITLE = 120
_LONGEST_PLACE = 120
_LONGEST_CATEGORY = 40
MOST_CATEGORIES = 12
LONGEST_ALT = 300
_AHEAD = timedelta(minutes=5)
"""How far two clocks may differ: what has not happened yet is no entry."""
_BACK = timedelta(days=366)


@dataclass(frozen=True)
class LogDraft:
    """`neighbourhood` empty: the whole force."""

    title: str
    about: str
    categories: tuple[str, ...]
    neighbourhood: str = ""


@dataclass(frozen=True)
class EntryDraft:
    """`confirm`: its author was warned of something in the words, and says them all the same."""

    at: datetime
    place: str
    category: str
    body: str
    alt: str = ""
    confirm: bool = False


def check_log(draft: LogDraft) -> LogDraft:
    """The draft with its words cleaned; raises Invalid."""
    errors = FormErrors()
    title, about = cleaned_line(draft.title), clean_text(draft.about)
    if not title:
        errors.note("title", _("Give the log a title."))
    if len(title) > _LONGEST_TITLE:
        errors.note("title", _("Keep the title under %(most)s characters.", most=_LONGEST_TITLE))
    if len(about) > MAX_LENGTH:
        errors.note("about", _("Keep it under %(most)s characters.", most=MAX_LENGTH))
    categories = tuple(filter(None, map(cleaned_line, draft.categories)))
    if wrong := _wrong_in(categories):
        errors.note("categories", wrong)
    errors.check()
    return LogDraft(title, about, categories, draft.neighbourhood)


def check_entry(draft: EntryDraft, categories: tuple[str, ...]) -> EntryDraft:
    """The draft with its words cleaned; raises Invalid."""
    errors = FormErrors()
    place, body, alt = cleaned_line(draft.place), "", cleaned_line(draft.alt)
    with errors.gather():
        body = check_text(draft.body)
    if draft.category not in categories:
        errors.note("category", _("Choose one of the categories."))
    if len(place) > _LONGEST_PLACE:
        errors.note("place", _("Keep the place under %(most)s characters.", most=_LONGEST_PLACE))
    if len(alt) > LONGEST_ALT:
        errors.note("alt", _("Keep the description under %(most)s characters.", most=LONGEST_ALT))
    if not clock.now() - _BACK <= draft.at <= clock.now() + _AHEAD:
        errors.note("at", _("Give the time at which it happened: not later than now, and within the last year."))
    errors.check()
    return EntryDraft(draft.at, place, draft.category, body, alt, draft.confirm)


def read_time(text: str, zone: ZoneInfo) -> datetime:
    """A browser's local date and time on the clock of the force; raises Invalid. Empty: now."""
    if not text.strip():
        return clock.now().replace(second=0, microsecond=0)
    try:
        local = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Invalid.at("at", _("Give the day and the time, as 2026-11-22 18:00.")) from None
    if local.tzinfo is not None:
        raise Invalid.at("at", _("Give the day and the time, as 2026-11-22 18:00."))
    return moment_of(local, zone, "at")


def _wrong_in(categories: tuple[str, ...]) -> str:
    if not 1 <= len(categories) <= MOST_CATEGORIES:
        return _("Give from 1 to %(most)s categories, each on a line of its own.", most=MOST_CATEGORIES)
    if any(len(category) > _LONGEST_CATEGORY for category in categories):
        return _("Keep each category under %(most)s characters.", most=_LONGEST_CATEGORY)
    if len({category.casefold() for category in categories}) < len(categories):
        return _("One of the categories stands there twice.")
    return ""
