"""What a form about a surgery says, and a form that says what a surgery is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import FieldError, Invalid
from foundation.ids import is_id
from foundation.language import _
from rooms.models import MeetingKind, Mode
from rooms.series.choices import Repeat, rule_of
from rooms.surgeries.plans import Plan
from rooms.surgeries.times import moment_of

JSON = dict[str, Any]
_MOST_HOSTS = 50
_HOST = "host-"
_FIELD_OF = {"starts_at": "start", "ends_at": "end"}


@dataclass(frozen=True)
class Asked:
    """What somebody wants: a plan of the first date, its rule where it repeats, and who holds it with them."""

    plan: Plan
    rule: str | None
    hosts: tuple[str, ...]


def asked_in(form: dict[str, str], zone: ZoneInfo) -> Asked:
    """What a posted form asks for, on the clock of the force; raises Invalid for what can't be read."""
    plan = plan_in(form, zone)
    first = plan.starts_at.astimezone(zone).date()
    repeat = form.get("repeat") or Repeat.NEVER
    rule = rule_of(repeat, first, form.get("until", "").strip(), form.get("rule", ""))
    return Asked(plan, rule, hosts_in(form))


def plan_in(form: dict[str, str], zone: ZoneInfo) -> Plan:
    """The plan that a form says; a meeting in person has an online room where its box is ticked."""
    kind, mode = form.get("kind") or MeetingKind.SURGERY, form.get("mode") or Mode.OPEN
    if kind not in set(MeetingKind):
        raise Invalid.at("kind", _("Choose what it is."))
    if mode not in set(Mode):
        raise Invalid.at("mode", _("Choose one of the modes."))
    words = {name: form.get(name, "") for name in ("topic", "before_text", "after_text", "place", "access_notes")}
    return Plan(
        title=form.get("title", ""),
        starts_at=moment_of(_local(form, "start"), zone, "start"),
        ends_at=moment_of(_ends(form), zone, "end"),
        mode=Mode(mode),
        kind=MeetingKind(kind),
        online="online" in form,
        **words,
    )


def hosts_in(form: dict[str, str]) -> tuple[str, ...]:
    """The people whose boxes are ticked."""
    ticked = [name.removeprefix(_HOST) for name in form if name.startswith(_HOST)]
    return tuple(person for person in ticked[:_MOST_HOSTS] if is_id(person))


def form_of_plan(plan: Plan, zone: ZoneInfo) -> dict[str, str]:
    """A plan as its form has it."""
    start, end = plan.starts_at.astimezone(zone), plan.ends_at.astimezone(zone)
    words = {name: getattr(plan, name) or "" for name in ("title", "topic", "before_text", "after_text", "place")}
    times = {"date": start.date().isoformat(), "start": start.strftime("%H:%M"), "end": end.strftime("%H:%M")}
    ticked = {"online": "yes"} if plan.online else {}
    return {**words, **times, **ticked, "access_notes": plan.access_notes or "", "kind": plan.kind, "mode": plan.mode}


def new_form(zone: ZoneInfo) -> dict[str, str]:
    """What most surgeries are: in a week, in the evening, for an hour, once."""
    day = clock.today_in(zone) + timedelta(days=7)
    times = {"date": day.isoformat(), "start": "18:00", "end": "19:00"}
    return {**times, "kind": MeetingKind.SURGERY, "mode": Mode.OPEN, "repeat": Repeat.NEVER, "online": "yes"}


def fields_of(refusal: Invalid) -> list[FieldError]:
    """What is wrong, by the names that the form's fields have."""
    return [FieldError(_FIELD_OF.get(wrong.field, wrong.field), wrong.message) for wrong in refusal.fields]


def _local(form: dict[str, str], field: str) -> datetime:
    try:
        return datetime.strptime(f"{form.get('date', '')} {form.get(field, '')}", "%Y-%m-%d %H:%M")
    except ValueError:
        if not _is_day(form.get("date", "")):
            raise Invalid.at("date", _("Give the day.")) from None
        raise Invalid.at(field, _("Give the day, and the time as 18:00.")) from None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _ends(form: dict[str, str]) -> datetime:
    """One that ends before it starts ends on the next day, where it starts in the evening."""
    start, end = _local(form, "start"), _local(form, "end")
    return end + timedelta(days=1) if end < start and start.hour >= 18 and end.hour < 6 else end
