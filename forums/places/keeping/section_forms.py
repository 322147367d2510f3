"""What a form about a section, or about a forum's mode, says."""

from typing import Any

from forums.places.keeping.section_drafts import SectionDraft
from forums.places.models import WhoPosts
from foundation.errors import Invalid
from foundation.language import _
from foundation.numbers import whole_number
from moderation.modes import Mode

JSON = dict[str, Any]
AS_IN_FORUM = "forum"
"""What a section's form calls having no mode of its own."""
_WORDS = ("name", "name_cy", "about", "about_cy")


def draft_in(form: dict[str, str]) -> SectionDraft:
    """The section that a posted form describes; raises Invalid for what it could not have offered."""
    return SectionDraft(
        **{field: form.get(field, "") for field in _WORDS},
        who_posts=_who(form, "who_posts"),
        who_replies=_who(form, "who_replies"),
        guests="guests" in form,
        mode=mode_in(form) if form.get("mode", AS_IN_FORUM) != AS_IN_FORUM else None,
        slow_seconds=seconds_in(form),
    )


def form_of_section(section: JSON) -> JSON:
    """A section's row as its form has it."""
    words = {field: section[field] for field in (*_WORDS, "who_posts", "who_replies", "version")}
    return {
        **words,
        "guests": "yes" if section["guests"] else "",
        "mode": section["mode"] or AS_IN_FORUM,
        "slow_seconds": section["slow_seconds"] or "",
    }


def new_form() -> JSON:
    """What most sections are."""
    return {"who_posts": WhoPosts.EMAIL, "who_replies": WhoPosts.EMAIL}


def version_in(form: dict[str, str]) -> int:
    """The version that somebody saw; 0, which is nobody's, for what is none."""
    return whole_number(form.get("version", "")) or 0


def mode_in(form: dict[str, str]) -> Mode:
    """Raises Invalid for what is no mode."""
    if form.get("mode") not in set(Mode):
        raise Invalid.at("mode", _("Choose one of the modes."))
    return Mode(form["mode"])


def seconds_in(form: dict[str, str]) -> int | None:
    """The seconds of slow mode; None where none are given. Raises Invalid for what is no number."""
    text = form.get("slow_seconds", "").strip()
    if not text:
        return None
    if (seconds := whole_number(text)) is None:
        raise Invalid.at("slow_seconds", _("Give the seconds as a number, such as 60."))
    return seconds


def _who(form: dict[str, str], field: str) -> WhoPosts:
    if form.get(field) not in set(WhoPosts):
        raise Invalid.at(field, _("Choose who writes here."))
    return WhoPosts(form[field])
