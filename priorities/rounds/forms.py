"""What a form about a round says, and a form that says what a round is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from foundation.client_ids import client_id_of, new_client_id
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.numbers import whole_number
from priorities.methods import Advice, Method
from priorities.round_rows import tiers_of
from priorities.rounds.default_dates import DAYS, dates_from, next_morning
from priorities.rounds.local_times import field_value, moment_in
from priorities.rounds.plans import DATES, Plan, Settings
from priorities.rounds.repeating import Repeating
from priorities.tiers import TIERS

JSON = dict[str, Any]
Form = Mapping[str, str]
E = TypeVar("E", Method, Advice)
_TIER: Final = "tier-"
_NUMBERS: Final = ("pick", "places", "quorum")


def plan_in(form: Form, zone: ZoneInfo) -> Plan:
    """What a posted form asks for, on the clock of the force. Raises Invalid for what can’t be read."""
    errors = FormErrors()
    settings, dates = Settings(), {}
    with errors.gather():
        settings = settings_in(form)
    with errors.gather():
        dates = dates_in(form, zone)
    errors.check()
    return Plan(form.get("title", ""), dates, form.get("about", ""), settings, client_id_of(form))


def repeating_in(form: Form) -> Repeating | None:
    """Whether it comes again or is kept, and None for one that is neither. Raises Invalid."""
    months = whole_number(form.get("months") or "0")
    if months is None:
        raise Invalid.at("months", _("Choose one of these."))
    if not months and "keep" not in form:
        return None
    return Repeating(months or None, force_wide="force_wide" in form)


def dates_in(form: Form, zone: ZoneInfo, names: tuple[str, ...] = DATES) -> dict[str, datetime]:
    """Those of its dates. Raises Invalid."""
    errors, dates = FormErrors(), {}
    for name in names:
        with errors.gather():
            dates[name] = moment_in(form.get(name, ""), zone, name)
    errors.check()
    return dates


def settings_in(form: Form) -> Settings:
    """How its vote goes. Raises Invalid."""
    errors, numbers = FormErrors(), dict.fromkeys(_NUMBERS, 0)
    for name in _NUMBERS:
        if (number := whole_number(form.get(name, "").strip())) is None:
            errors.note(name, _("Give a whole number."))
        numbers[name] = number or 0
    errors.check()
    return Settings(
        method=_one_of(Method, form.get("method", ""), "method"),
        advice=_one_of(Advice, form.get("advice") or Advice.EQUAL_SHARES, "advice"),
        tiers=tuple(tier for tier in TIERS if _TIER + tier in form),
        opinions="opinions" in form,
        **numbers,
    )


def new_form(zone: ZoneInfo, template: Mapping[str, Any] | None = None) -> dict[str, str]:
    """What most rounds are, or what a template says, from tomorrow on."""
    days, hours = (template["days"], template["hours"]) if template else (DAYS, ())
    filled = form_of_dates(dates_from(next_morning(zone), days, zone, hours), zone) | {"client_id": new_client_id()}
    if template is None:
        return filled | form_of_settings(Settings())
    words = {"title": template["name"], "about": template["settings"]["about"]}
    return filled | form_of_settings(settings_of(template["settings"])) | words


def form_of_dates(dates: Mapping[str, Any], zone: ZoneInfo) -> dict[str, str]:
    """Dates, or a round’s row, as the fields have them."""
    return {name: field_value(dates[name], zone) for name in DATES}


def form_of_settings(settings: Settings) -> dict[str, str]:
    """Settings as the fields have them."""
    ticked = {_TIER + tier: "yes" for tier in settings.tiers}
    numbers = {name: str(getattr(settings, name)) for name in _NUMBERS}
    return {
        "method": settings.method, "advice": settings.advice, **numbers, **ticked,
        **({"opinions": "yes"} if settings.opinions else {}),
    }  # fmt: skip


def vote_choices() -> JSON:
    """What priorities/rounds/fields.html offers of a vote."""
    return {"methods": tuple(Method), "advices": tuple(Advice), "tiers": TIERS}


def settings_of(row: Mapping[str, Any]) -> Settings:
    """Those of a round’s row, or of a template’s `settings`."""
    return Settings(
        method=Method(row["method"]),
        advice=Advice(row["advice"]),
        tiers=tuple(tiers_of(row)),
        opinions=bool(row["opinions"]),
        **{name: row[name] for name in _NUMBERS},
    )


def _one_of(choices: type[E], text: str, field: str) -> E:
    try:
        return choices(text)
    except ValueError:
        raise Invalid.at(field, _("Choose one of these.")) from None
