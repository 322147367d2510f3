"""What rounds are begun from: their lengths and how they vote, kept under a name. Some begin by themselves."""

from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiohttp import web
from babel.dates import format_date

from accounts.colleagues import colleagues_in
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.policy import keeps, not_its_staff
from priorities.rounds import sentences, templates_store
from priorities.rounds.adding import add_round
from priorities.rounds.default_dates import dates_from, days_of, hours_of
from priorities.rounds.forms import settings_of
from priorities.rounds.one_by_one import by_itself
from priorities.rounds.plans import LONGEST_TITLE, OPENS, PROPOSALS_CLOSE, Plan
from priorities.rounds.repeating import Repeating, months_later
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]
_AHEAD: Final = timedelta(days=14)
"""How long before it begins a round that repeats is made: its staff can still change it."""
_AT_ONCE: Final = 50


async def templates_in(viewer: Viewer, place: Place) -> list[JSON]:
    """Those that the viewer begins rounds of a neighbourhood from, each with `may_end`."""
    rows = await templates_store.templates_of(place)
    return [row | {"may_end": _may_end(viewer, row)} for row in rows]


async def access_template(viewer: Viewer, place: Place, template_id: str) -> JSON:
    """One of them. Raises NotFound."""
    found = await templates_store.find_template(template_id) if is_own_id(template_id) else None
    if found is None or found["force_id"] != place.force_id or found["neighbourhood_id"] not in (None, place.id):
        raise _none()
    return found | {"may_end": _may_end(viewer, found)}


async def add_template(app: web.Application, viewer: Viewer, place: Place, plan: Plan, repeating: Repeating) -> str:
    """Keep a plan that was checked; inside a transaction. Gives its id. Raises NotAllowed."""
    if repeating.force_wide and not viewer.whole_force:
        raise NotAllowed(_("Only who serves the whole force keeps something for all of it."))
    zone = app[SETTINGS].time_zone
    first = plan.dates[OPENS].astimezone(zone).date()
    template_id = await templates_store.add_template(
        {
            "force_id": place.force_id,
            "neighbourhood_id": None if repeating.force_wide else place.id,
            "name": plan.title,
            "days": days_of(plan.dates, zone),
            "hours": hours_of(plan.dates, zone),
            "months": repeating.months,
            "first_on": first,
            "next_on": months_later(first, repeating.months) if repeating.months else None,
            "settings": plan.settings.columns | {"about": plan.about},
            "created_by_id": viewer.id,
        }
    )
    await add_entry(act="round_template.keep", actor=viewer, subject_type="round_template", subject_id=template_id)
    return template_id


async def end_template(viewer: Viewer, template_id: str) -> JSON:
    """Have nothing begin from it any more; gives its row. Raises NotFound, NotAllowed."""
    found = await templates_store.find_template(template_id) if is_own_id(template_id) else None
    if found is None:
        raise _none()
    if not _may_end(viewer, found):
        raise not_its_staff()

    async def work() -> None:
        if await templates_store.set_ended(template_id):
            await add_entry(
                act="round_template.end", actor=viewer, subject_type="round_template", subject_id=template_id
            )

    await atomic(work)
    return found


async def make_rounds(app: web.Application) -> None:
    """Make the next round of each template that repeats: once, however many processes tick."""
    zone = app[SETTINGS].time_zone
    places = (await current_atlas()).places
    for row in await templates_store.due_templates(clock.today_in(zone) + _AHEAD, _AT_ONCE):
        if place := places.get(row["neighbourhood_id"]):
            await by_itself("make_rounds", row["id"], write(app, partial(_make, row, place, zone)))


async def _make(row: JSON, place: Place, zone: ZoneInfo) -> Change[None]:
    """One whose proposals would be over already (no server ran for long) is left out."""
    first: date = row["next_on"]
    if not await templates_store.claim(row, months_later(first, row["months"], row["first_on"])):
        return Change(None)
    # Moderators may have taken words out of it since it was read.
    row = await templates_store.find_template(row["id"]) or row
    dates = dates_from(first, row["days"], zone, row["hours"])
    if dates[PROPOSALS_CLOSE] <= clock.now():
        return Change(None)
    plan = Plan(_title(row["name"], first), dates, row["settings"]["about"], settings_of(row["settings"]))
    round_id = await add_round(place, plan, row["created_by_id"], row["id"])
    # Nobody’s act: the server’s own.
    await add_entry(
        act="round.begin", actor=Viewer(), subject_type="round", subject_id=round_id, details={"template": row["id"]}
    )
    return Change(None, tell=await _tell_staff(place, round_id))


async def _tell_staff(place: Place, round_id: str) -> list[Tell]:
    """Its officers can still change it, or cancel it, before anybody else hears of it."""
    people = await colleagues_in(place.force_id, place.id)
    officers = [each["id"] for each in people if each["role"] == Role.OFFICER]
    said, path = partial(sentences.made_by_itself, place.shown_name), f"/rounds/{round_id}/manage"
    told = await notify_all(officers, NoticeKind.STAFF, said, path, key=f"round.{round_id}.made")
    return [all_noticed(told)] if told else []


def _title(name: str, first: date) -> str:
    """Told apart from the last one by its month. In English, as what staff write is in whatever they wrote."""
    month = format_date(first, "LLLL y", locale="en")
    return f"{name[: LONGEST_TITLE - len(month) - 2]}, {month}"


def _may_end(viewer: Viewer, row: JSON) -> bool:
    if row["neighbourhood_id"] is None:
        return viewer.whole_force and keeps(viewer, {"force_id": row["force_id"], "neighbourhood_id": ""})
    return keeps(viewer, row)


def _none() -> NotFound:
    return NotFound(_("There is no such template, or nothing begins from it any more."))
