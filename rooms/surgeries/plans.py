"""What is asked for when a surgery is scheduled or changed, checked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from foundation import clock
from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.text import clean_text
from rooms.models import Mode

_LONGEST_TITLE = 120
_LONGEST = timedelta(hours=24)
_FURTHEST = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Plan:
    """A surgery as somebody wants it. Times are aware."""

    title: str
    starts_at: datetime
    ends_at: datetime
    mode: Mode = Mode.OPEN


def check_plan(plan: Plan) -> Plan:
    """The plan with its title cleaned; raises Invalid with every field that is wrong."""
    title = " ".join(clean_text(plan.title).split())
    wrong = [*_title_errors(title), *_time_errors(plan.starts_at, plan.ends_at)]
    if wrong:
        raise Invalid(" ".join(error.message for error in wrong), fields=wrong)
    return Plan(title, plan.starts_at, plan.ends_at, plan.mode)


def _title_errors(title: str) -> list[FieldError]:
    if not any(character.isalnum() for character in title):
        return [FieldError("title", _("Give the surgery a title."))]
    if len(title) > _LONGEST_TITLE:
        return [FieldError("title", _("Use at most %(most)s characters for the title.", most=_LONGEST_TITLE))]
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
