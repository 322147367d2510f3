"""The supervisors' door: a recorded conversation is read with a reason, and each reading is an act."""

from typing import Any

from accounts.factors.proof import check_proved
from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import clean_text, stored_html
from rooms.booth import reading_store, store
from rooms.booth.policy import access_recorded, check_supervises, serves_surgery
from rooms.message_rows import is_public, messages_by_id
from rooms.messages.store import ids_in

JSON = dict[str, Any]
_LONGEST_REASON = 500


async def recorded_booths(viewer: Viewer) -> list[JSON]:
    """The recorded conversations that a supervisor could read: when they were, and with which officers.

    Not with whom: that stands behind the reason. Raises NotAllowed, ProofNeeded.
    """
    force = check_supervises(viewer)
    check_proved(viewer)
    rows = [row for row in await reading_store.recorded_in(force) if await serves_surgery(viewer, row["surgery_id"])]
    return [await _with_people(row) for row in rows]


async def access_to_read(viewer: Viewer, booth_id: str) -> JSON:
    """One of them, before it is read; raises NotFound, NotAllowed (an officer's or one's own), ProofNeeded."""
    row = await access_recorded(viewer, booth_id)
    check_proved(viewer)
    return await _with_people(row)


async def read_booth(viewer: Viewer, booth_id: str, reason: str) -> list[JSON]:
    """Read a recorded conversation, for a `reason`; gives its messages, oldest first: `author`, `html`, `at`.

    Written down before a word is shown. Raises what `access_to_read` does, and Invalid without a reason.
    """
    booth = await access_to_read(viewer, booth_id)
    why = clean_text(reason)
    if not why or len(why) > _LONGEST_REASON:
        raise Invalid.at("reason", _("Give a reason of up to 500 characters. It is kept, and others can ask for it."))

    async def work() -> None:
        reading = await reading_store.add_reading(booth_id, str(viewer.id), why)
        # The reason may name a person: it stands with the reading, and not in what can never be erased.
        details: dict[str, object] = {"reading": reading}
        await add_entry(act="booth.read", actor=viewer, subject_type="booth", subject_id=booth_id, details=details)

    await atomic(work)
    return await _words(str(booth["id"]))


async def readings_shown(booth_id: str) -> list[JSON]:
    """For the parties: when a supervisor read their conversation, and with which role."""
    rows = await reading_store.readings_of(booth_id)
    people = await persons({row["person_id"] for row in rows})
    return [{"at": row["at"], "role": people[row["person_id"]]["role"]} for row in rows]


async def _words(booth_id: str) -> list[JSON]:
    messages = await messages_by_id(await ids_in(booth_id))
    people = await persons({row["author_id"] for row in messages.values()})
    said = sorted(messages.values(), key=lambda row: str(row["id"]))
    return [
        {"author": people[row["author_id"]], "html": stored_html(row["html"]), "at": row["created_at"]}
        if is_public(row, messages)
        else {"author": people[row["author_id"]], "html": None, "at": row["created_at"]}
        for row in said
    ]


async def _with_people(row: JSON) -> JSON:
    officers = await store.officers_of(row["id"])
    people = await persons(officers)
    return row | {"officers": [people[officer] for officer in officers]}
