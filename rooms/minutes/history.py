"""Who changed minutes, and how: told to a host whose own change came too late."""

from collections.abc import Sequence
from typing import Any

from accounts.people import persons
from foundation.language import _
from foundation.models import AuditEntry

JSON = dict[str, Any]


async def changes_since(surgery_id: str, version: int) -> Sequence[JSON]:
    """What was done after that version, the oldest first: `{by: person, at, sentence}`."""
    entries = AuditEntry.filter(subject_type="minutes", subject_id=surgery_id).order_by("id")
    rows = [row for row in await entries.values("act", "actor_id", "at", "details") if _version(row) > version]
    people = await persons({row["actor_id"] for row in rows if row["actor_id"]})
    return [
        {"by": people.get(row["actor_id"]), "at": row["at"], "sentence": _sentence(row["act"], row["details"])}
        for row in rows
    ]


def _version(row: JSON) -> int:
    return int(row["details"].get("version", 0))


def _sentence(act: str, details: JSON) -> str:
    number = details.get("paragraph")
    sentences = {
        "minutes.word": _("Changed the wording of paragraph %(n)s.", n=number),
        "minutes.unword": _("Took back the new wording of paragraph %(n)s.", n=number),
        "minutes.redact": _("Left out paragraph %(n)s.", n=number),
        "minutes.unredact": _("Put paragraph %(n)s back in.", n=number),
        "minutes.move": _("Moved a paragraph to place %(n)s.", n=number),
        "minutes.add": _("Added paragraph %(n)s.", n=number),
        "minutes.remove": _("Removed paragraph %(n)s.", n=number),
        "minutes.refresh": _("Added what was new."),
        "minutes.approve": _("Approved the minutes."),
        "minutes.publish": _("Published the minutes."),
    }
    return sentences.get(act, _("Changed the minutes."))
