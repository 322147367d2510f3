"""A section as an administrator wants it, checked."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from forums.places.models import WhoPosts
from foundation.cleaning import cleaned_line
from foundation.form_errors import FormErrors
from foundation.language import _
from moderation.modes import Mode

JSON = dict[str, Any]
_LONGEST = {"name": 60, "name_cy": 60, "about": 200, "about_cy": 200}
_LONGEST_SLUG = 40
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
SLOW_SECONDS, SLOWEST = 60, 86_400
TAKEN = frozenset({
    "exchange", "export", "feed", "feed.atom", "gone", "import", "mode", "new", "sections", "settings", "tidy",
    "topics", "unwatch", "watch",
})  # fmt: skip
"""What follows a forum's address and is no section: a section of this name gets another slug."""


@dataclass(frozen=True)
class SectionDraft:
    """What a section is to be. `mode` is a Mode of its own, or None for its forum's; `slow_seconds` is slow mode's."""

    name: str
    name_cy: str = ""
    about: str = ""
    about_cy: str = ""
    who_posts: WhoPosts = WhoPosts.EMAIL
    who_replies: WhoPosts = WhoPosts.EMAIL
    guests: bool = False
    mode: Mode | None = None
    slow_seconds: int | None = None

    @property
    def columns(self) -> JSON:
        return vars(self).copy()


def check_section(draft: SectionDraft) -> SectionDraft:
    """The draft with its texts cleaned, each on one line; raises Invalid with every field that is wrong."""
    lines: JSON = {field: cleaned_line(getattr(draft, field)[:2000]) for field in _LONGEST}
    wrong = FormErrors()
    if not lines["name"]:
        wrong.note("name", _("Give the section a name."))
    for field, line in lines.items():
        if len(line) > _LONGEST[field]:
            wrong.note(field, _("Use at most %(most)s characters.", most=_LONGEST[field]))
    if draft.guests and draft.who_posts == WhoPosts.STAFF and draft.who_replies == WhoPosts.STAFF:
        wrong.note("guests", _("Only staff write in this section, so guests can’t."))
    with wrong.gather():
        pace = check_pace(draft.mode, draft.slow_seconds)
    wrong.check()
    return replace(draft, **lines, slow_seconds=pace)


def check_pace(mode: Mode | None, seconds: int | None) -> int | None:
    """The seconds between two posts of a person: None but in slow mode. Raises Invalid outside of 1 second to a day."""
    if mode is not Mode.SLOW:
        return None
    pace = SLOW_SECONDS if seconds is None else seconds
    wrong = FormErrors()
    if not 1 <= pace <= SLOWEST:
        wrong.note("slow_seconds", _("Choose between 1 second and a day (86,400 seconds)."))
    wrong.check()
    return pace


def slug_of(name: str, taken: frozenset[str]) -> str:
    """What addresses call a section of this name: lower-case letters, digits and hyphens, and none that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = _NO_LETTERS.sub("-", plain).strip("-")[: _LONGEST_SLUG - 4].strip("-") or "section"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + len(TAKEN) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken | TAKEN)
