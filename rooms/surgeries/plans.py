"""What is asked for when a surgery is scheduled or changed, checked."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.text import MAX_LENGTH, clean_text
from rooms.models import MeetingKind, Mode

_LONGEST_TITLE = 120
_LONGEST_LINES = {"topic": 300, "place": 300, "access_notes": 500}
_LONGEST = timedelta(hours=24)
_FURTHEST = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Plan:
    """A surgery, an opening of an office or a meeting in person, as somebody wants it. Times are aware.

    `topic` is a line under the title; `before_text` and `after_text` are a host's words with a little Markdown;
    `place` and `access_notes` say where people meet and how they get in; `online`: there is a room beside it.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    mode: Mode = Mode.OPEN
    kind: MeetingKind = MeetingKind.SURGERY
    topic: str = ""
    before_text: str | None = None
    after_text: str | None = None
    place: str | None = None
    access_notes: str | None = None
    online: bool = True


DESCRIBING = ("title", "kind", "topic", "before_text", "after_text", "place", "access_notes", "online")
"""What of a plan a date and its series keep in columns of these names."""


def described(plan: Plan) -> dict[str, Any]:
    """The columns of a date, or of a series, that say what it is."""
    return {name: getattr(plan, name) for name in DESCRIBING}


def check_plan(plan: Plan) -> Plan:
    """The plan with its words cleaned; raises Invalid with every field that is wrong."""
    plan = _cleaned(plan)
    wrong = [
        *_title_errors(plan.title),
        *_time_errors(plan.starts_at, plan.ends_at),
        *_word_errors(plan),
        *_place_errors(plan),
    ]
    if wrong:
        raise Invalid(" ".join(error.message for error in wrong), fields=wrong)
    return plan


def _cleaned(plan: Plan) -> Plan:
    in_person = plan.kind is MeetingKind.MEETING
    return replace(
        plan,
        title=cleaned_line(plan.title),
        topic=cleaned_line(plan.topic),
        place=cleaned_line(plan.place or "") or None,
        access_notes=cleaned_line(plan.access_notes or "") or None,
        before_text=clean_text(plan.before_text or "") or None,
        after_text=clean_text(plan.after_text or "") or None,
        # Only who meets in person can do without the room.
        online=plan.online or not in_person,
    )


def _title_errors(title: str) -> list[FieldError]:
    if not any(character.isalnum() for character in title):
        return [FieldError("title", _("Give the surgery a title."))]
    if len(title) > _LONGEST_TITLE:
        return [FieldError("title", _("Use at most %(most)s characters for the title.", most=_LONGEST_TITLE))]
    return []


def _word_errors(plan: Plan) -> list[FieldError]:
    most = _LONGEST_LINES | {"before_text": MAX_LENGTH, "after_text": MAX_LENGTH}
    return [
        FieldError(name, _("This is too long: use at most %(most)s characters.", most=longest))
        for name, longest in most.items()
        if len(getattr(plan, name) or "") > longest
    ]


def _place_errors(plan: Plan) -> list[FieldError]:
    if plan.kind is MeetingKind.MEETING and not plan.place:
        return [FieldError("place", _("Say where people meet."))]
    return []


def _time_errors(starts_at: datetime, ends_at: datetime) -> list[FieldError]:
    if starts_at.year > clock.now().year + 10 or starts_at - clock.now() > _FURTHEST:
        return [FieldError("starts_at", _("Choose a start within the next two years."))]
    if ends_at <= starts_at:
        return [FieldError("ends_at", _("The end must come after the start."))]
    if ends_at - starts_at > _LONGEST:
        return [FieldError("ends_at", _("A surgery can last at most 24 hours."))]
    if ends_at <= clock.now():
        return [FieldError("ends_at", _("This time has passed. Choose an end that is still to come."))]
    return []
