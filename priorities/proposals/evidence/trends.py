"""How recorded crime went in a neighbourhood, month by month, beside the average of the force’s neighbourhoods."""

from collections.abc import Collection
from datetime import date
from typing import Any

from babel.dates import format_date

from foundation import language
from foundation.charts import chart_of
from neighbourhoods.atlas import current_atlas
from priorities.proposals.evidence import crime_store as store
from priorities.proposals.evidence.categories import category_name

JSON = dict[str, Any]
_MOST_MONTHS = 36


async def categories_known(force: str) -> list[str]:
    """The kinds that there are figures of in a force, by name."""
    ours = await _places_of(force)
    figures = await store.by_month(ours, await store.latest_months(ours, _MOST_MONTHS))
    return sorted({category for _month, category in figures}, key=category_name)


async def trend_of(force: str, neighbourhood: str, categories: Collection[str]) -> JSON | None:
    """`{months: [{month, crimes, average}]}`, the earliest first: what was recorded of these kinds together.

    A month that there are figures of for the force, and none for the neighbourhood, is a zero. `average` is that of
    the force’s neighbourhoods, to a tenth. None where there are no figures, or no kinds.
    """
    ours = await _places_of(force)
    months = sorted(await store.latest_months(ours, _MOST_MONTHS))
    if not months or not categories:
        return None
    here, all_ = await store.by_month([neighbourhood], months), await store.by_month(ours, months)
    return {
        "months": [
            {
                "month": month,
                "crimes": sum(here.get((month, kind), 0) for kind in categories),
                "average": round(sum(all_.get((month, kind), 0) for kind in categories) / len(ours), 1),
            }
            for month in months
        ]
    }


def shown_trend(trend: JSON | None) -> JSON | None:
    """A stored trend with names of its months and a chart: `{months: [{name, crimes, average}], chart}`."""
    if not trend:
        return None
    months = [each | {"name": _named(each["month"])} for each in trend["months"]]
    return {"months": months, "chart": chart_of([(each["name"], each["crimes"]) for each in months])}


async def _places_of(force: str) -> list[str]:
    places = (await current_atlas()).places
    return [place.id for place in places.values() if place.force_id == force]


def _named(month: str) -> str:
    return format_date(date.fromisoformat(f"{month}-01"), "LLL y", locale=language.current())
