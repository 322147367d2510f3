"""Who may do what with people, and fetching them through it."""

from typing import Any

from accounts.models import OfficerRecord
from accounts.people import persons
from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer


async def access_officer(officer: str) -> dict[str, Any]:
    """The public person of a verified officer, whom anybody may see; raises NotFound."""
    person = (await persons([officer])).get(officer)
    if person is None or person["officer"] is None:
        if await OfficerRecord.filter(person_id=officer, confirmed_at__not_isnull=True).exists():
            raise NotFound(_("This page was an officer’s, and is not any more. Do not trust anybody who shows it."))
        raise NotFound(_("There is no verified officer here. If somebody says they are one, call 101 and ask."))
    return person


def check_may_rename(viewer: Viewer) -> None:
    """Raises NotAllowed for officers and partners: their name is the record's, and the badge stands beside it."""
    if viewer.role is Role.OFFICER:
        raise NotAllowed(_("Your name is on your officer’s record. Ask an administrator of your force to change it."))
    if viewer.role is Role.PARTNER:
        raise NotAllowed(_("Your name is on the force’s record. Ask an administrator of the force to change it."))


def check_may_change_email(viewer: Viewer) -> None:
    """Raises NotAllowed for staff and partners: links that let them in go there, so two administrators change it."""
    if viewer.is_enrolled:
        raise NotAllowed(_("The addresses of staff are changed by two administrators. Ask one of your force."))
