"""What a surgery or a series would be, before it is announced: its dates, and what its hosts hold already."""

from collections.abc import Collection, Sequence
from typing import Any

from accounts.people import persons
from foundation.settings import Settings
from rooms.series.dates import Date, Repetition
from rooms.series.making import coming_dates, made_until
from rooms.series.wording import rule_words
from rooms.surgeries.forms import Asked
from rooms.surgeries.overlaps import overlapping
from rooms.surgeries.plans import Plan

JSON = dict[str, Any]
_SHOWN = 5


async def preview_of(asked: Asked, settings: Settings, hosts: Sequence[str], but: Collection[str] = ()) -> JSON:
    """`dates` (the next ones: `starts`, `ends`, `shifted`), `more` (how many follow), `words` and `overlaps`."""
    dates, words = _dates(asked.plan, asked.rule, settings)
    overlaps = await overlapping(hosts, [(date_.starts_at, date_.ends_at) for date_ in dates], but)
    people = await persons({each["person"] for each in overlaps})
    wanted = asked.plan.starts_at.astimezone(settings.time_zone).strftime("%H:%M")
    return {
        "words": words,
        "dates": [_shown(date_, settings, wanted) for date_ in dates[:_SHOWN]],
        "more": max(len(dates) - _SHOWN, 0),
        "overlaps": [each | {"person": people[each["person"]]} for each in overlaps[:_SHOWN]],
    }


def _dates(plan: Plan, rule: str | None, settings: Settings) -> tuple[list[Date], str]:
    first = plan.starts_at.astimezone(settings.time_zone).date()
    if rule is None:
        return [Date(first, plan.starts_at, plan.ends_at)], ""
    repetition = Repetition.of(plan, rule, settings.time_zone)
    return coming_dates(repetition, made_until()), rule_words(rule, first)


def _shown(date_: Date, settings: Settings, wanted: str) -> JSON:
    """`shifted`: it begins at another time than the rest, because the clocks skip that."""
    starts = date_.starts_at.astimezone(settings.time_zone)
    return {"starts": date_.starts_at, "ends": date_.ends_at, "shifted": starts.strftime("%H:%M") != wanted}
