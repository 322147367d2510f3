"""A series as everybody may see it: what it is, when, who holds it, and its dates."""

from datetime import timedelta
from typing import Any

from accounts.people import persons
from foundation import clock
from foundation.permissions import Viewer
from foundation.text import render_text, stored_html
from neighbourhoods.service import access_neighbourhood
from rooms.series import store
from rooms.series.making import coming_dates, made_until, repetition_of
from rooms.series.policy import access_series, may_keep
from rooms.series.wording import rule_words
from rooms.surgeries.plans import Plan

JSON = dict[str, Any]
_LOOKS_BACK = timedelta(days=1)


async def series_page(viewer: Viewer, series_id: str) -> JSON:
    """What its page shows; raises NotFound."""
    series = await access_series(series_id)
    repetition = repetition_of(series)
    hosts = await store.hosts_of(series_id)
    people = await persons(hosts)
    return {
        "series": series,
        "place": await access_neighbourhood(series["neighbourhood_id"]),
        "words": rule_words(series["rule"], repetition.local_start.date()),
        "hosts": [people[host] for host in hosts],
        "before_html": stored_html(render_text(series["before_text"])) if series["before_text"] else "",
        "dates": await store.dates_of_series(series_id, clock.now() - _LOOKS_BACK),
        "may_keep": await may_keep(viewer, series) and not series["ended_at"],
    }


async def next_plan(series: JSON) -> Plan | None:
    """The plan of its next date by its rule, for the form that changes it; None where there is none any more."""
    dates = coming_dates(repetition_of(series), made_until())
    if not dates:
        return None
    columns = {name: series[name] for name in Plan.__dataclass_fields__ if name in series}
    return Plan(starts_at=dates[0].starts_at, ends_at=dates[0].ends_at, **columns)
