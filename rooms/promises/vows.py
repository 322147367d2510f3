"""A promise as it is about to be made or kept: its words checked, its owner found, its day one that will come."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from accounts.addressing import ranked_name
from accounts.names.reserved import says_rank
from accounts.people import officers_of, persons
from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.screening import Action, Context, screened

JSON = dict[str, Any]
_LONGEST_OWNER = 120
_FURTHEST = timedelta(days=366)


class Warned(Invalid):
    """Screening asks first: say it again and confirm."""


@dataclass(frozen=True)
class Vow:
    """What a host fills in: who (`owner_id` an officer, or `owner` anybody by name), by which local day, and what.

    `confirm`: they were warned of something in their words, and say them all the same.
    """

    text: str
    due_on: str
    owner_id: str = ""
    owner: str = ""
    confirm: bool = False


async def possible_owners(neighbourhood: str, viewer: Viewer) -> list[JSON]:
    """The officers whose name a promise can carry here: those of the neighbourhood, and who asks."""
    owners = {officer["id"]: officer for officer in await officers_of(neighbourhood)}
    mine = await persons([str(viewer.id)])
    owners |= {id_: person for id_, person in mine.items() if person["officer"]}
    return list(owners.values())


async def check_vow(vow: Vow, neighbourhood: str, viewer: Viewer, zone: ZoneInfo) -> JSON:
    """The columns of a promise; raises Invalid with every field that is wrong."""
    errors = FormErrors()
    values: JSON = {"due_on": vow.due_on, "owner_id": vow.owner_id or None}
    with errors.gather():
        values |= await checked_words(vow.text, "text", confirm=vow.confirm)
    with errors.gather():
        values["owner"] = await _checked_owner(vow, neighbourhood, viewer)
    with errors.gather():
        values["due_on"] = _checked_day(vow.due_on, clock.today_in(zone))
    errors.check()
    return values


async def checked_words(text: str, field: str, *, confirm: bool) -> JSON:
    """`{field, html}` of what an officer says to everybody; raises Invalid, and Warned where screening asks first."""
    words = check_text(text, field)
    verdict = await screened(words, Context(trusted=True, confirmed=confirm))
    if verdict.action is Action.WARN:
        raise Warned.at(field, verdict.reason)
    return {field: words, "html" if field == "text" else f"{field}_html": await rendered(words)}


async def _checked_owner(vow: Vow, neighbourhood: str, viewer: Viewer) -> str:
    if vow.owner_id:
        owners = {officer["id"]: officer for officer in await possible_owners(neighbourhood, viewer)}
        if vow.owner_id not in owners:
            raise Invalid.at("owner", _("Choose an officer of this neighbourhood, or write who it is."))
        return ranked_name(owners[vow.owner_id])
    name = cleaned_line(vow.owner)
    if not name:
        raise Invalid.at("owner", _("Say who will answer."))
    if len(name) > _LONGEST_OWNER:
        raise Invalid.at("owner", _("Keep the name under %(most)s characters.", most=_LONGEST_OWNER))
    if says_rank(name):
        # Only the record says who is an officer: written by hand, anybody could be made one.
        raise Invalid.at("owner", _("Choose an officer from the list, or write who it is without a rank."))
    return name


def _checked_day(given: str, today: date) -> str:
    try:
        day = date.fromisoformat(given.strip())
    except ValueError:
        raise Invalid.at("due_on", _("Give the day by which it will be answered.")) from None
    if not today <= day <= today + _FURTHEST:
        raise Invalid.at("due_on", _("Choose a day from today on, within a year."))
    return day.isoformat()
