"""Reading evidence: every reading is a row and an entry in the audit, in one transaction with nothing else."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.audit.reading import entries_about, links_of
from foundation.database import atomic
from foundation.errors import Invalid, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.decisions.reading import decisions_on
from moderation.evidence import reading_store as store
from moderation.evidence.allowed import access_kept_of, access_row, nothing
from moderation.evidence.shown import shown
from moderation.evidence.snapshot import digest_of, pictures_in, words_in
from moderation.evidence.store import flags_of
from moderation.evidence.wording import decisions_in_words, rows_in_words
from moderation.legal_holds.kept import is_held, is_kept
from moderation.names import FLAG_REASONS, worded
from moderation.policy import check_moderates
from moderation.sealed.policy import cases_read_by
from moderation.sealed.reading import Words, instead_of_sealed, sealed_texts, unreadable

JSON = dict[str, Any]
LISTED = 50
_READINGS = 100
_ID = re.compile(r"(?:^|/|#m-)([0-9a-hjkmnp-tv-z]{16})$")


async def access_evidence(app: web.Application, viewer: Viewer, evidence: str) -> JSON:
    """One snapshot's row, before it is read: what `access_row` gives and raises.

    NotFound also for words that say something of a sealed case for which the viewer is not cleared, whenever its terms
    came.
    """
    row = await access_row(viewer, evidence)
    words = Words(row["target_id"], row["revision"], words_in(row["snapshot"]))
    if await unreadable(app, viewer, row["force_id"], row["target_type"], [words]):
        raise nothing()
    return row


async def read_evidence(app: web.Application, viewer: Viewer, evidence: str) -> JSON:
    """One snapshot with everything that its page shows; the reading is written down first.

    The row, and: `shown` (see there), `holds` (its digest is that of its words), `entries` of the audit with their
    `number` in the chain, `decisions`, `notes` of the flags by their id, `readings` with `name`, `held` (a legal hold).
    Raises NotFound, NotAllowed, Gone.
    """
    row = await access_evidence(app, viewer, evidence)
    await atomic(partial(note_reading, viewer, row, "read"))
    return rows_in_words([row])[0] | await what_stands_beside(app, viewer, row)


async def note_reading(viewer: Viewer, row: JSON, act: str, why: str = "", **details: str) -> None:
    """Write down that somebody read (`read`) or took out (`export`) what is kept. Inside a transaction."""
    await store.add_reading(row["id"], str(viewer.id), act, why)
    await add_entry(
        act=f"evidence.{act}", actor=viewer, subject_type="evidence", subject_id=row["id"], reason=why,
        details={"digest": row["digest"], **details},
    )  # fmt: skip


async def kept_of(viewer: Viewer, target_type: str, target_id: str) -> Sequence[JSON]:
    """What is kept of one thing, the newest first, without its words. Raises NotFound, NotAllowed."""
    return rows_in_words(await access_kept_of(viewer, target_type, target_id))


async def kept_lately(viewer: Viewer, before: str | None = None) -> Sequence[JSON]:
    """What is kept of everything that they serve, the newest first, at most LISTED after the one with id `before`."""
    force = check_moderates(viewer)
    places = None if viewer.whole_force else viewer.neighbourhoods
    cases = await cases_read_by(viewer)
    after = before if before and is_own_id(before) else None
    rows = await store.list_in(force, places, person=str(viewer.id), cases=cases, before=after, most=LISTED)
    return rows_in_words(rows)


async def find_kept(viewer: Viewer, named: str) -> JSON:
    """The row that somebody names by its number, or that of its decision, its item or its thing (or a link to one).

    Raises Invalid where there is none for them.
    """
    found = _ID.search(named.strip())
    row = await store.find_named(check_moderates(viewer), found[1]) if found else None
    try:
        return dict((await access_kept_of(viewer, row["target_type"], row["target_id"]))[0]) if row else _none()
    except NotFound:
        return _none()


async def picture(app: web.Application, viewer: Viewer, evidence: str, digest: str) -> JSON:
    """A picture that a snapshot shows: `media_type`, `content`. Raises NotFound, NotAllowed, Gone."""
    row = await access_evidence(app, viewer, evidence)
    found = await store.find_picture(digest) if digest in pictures_in(_snapshot(row)) else None
    if found is None:
        raise NotFound(_("There is no such picture."))
    return found


async def what_stands_beside(app: web.Application, viewer: Viewer, row: JSON) -> JSON:
    """What a page shows with a snapshot of which it has the row: see `read_evidence`."""
    target = (row["target_type"], row["target_id"])
    readings = await store.readings_of(row["id"], _READINGS)
    people = await persons({reading["person_id"] for reading in readings})
    flags = await flags_read_by(app, viewer, row)
    snapshot = shown(row["snapshot"])
    return {
        "shown": snapshot,
        "flags_said": [flag | {"said": worded(FLAG_REASONS, flag["reason"])} for flag in snapshot["flags"]],
        "holds": digest_of(row["snapshot"]) == row["digest"],
        "entries": await chained_entries("evidence", row["id"], "evidence.keep"),
        "decisions": decisions_in_words(await decisions_on(*target)),
        "notes": {flag["id"]: flag["note"] for flag in flags},
        "readings": [reading | {"name": people.get(reading["person_id"], {}).get("name")} for reading in readings],
        "held": await is_held("person", row["author_id"] or "") or await is_kept(app, *target),
    }


async def flags_read_by(app: web.Application, viewer: Viewer, row: JSON) -> list[JSON]:
    """The flags on what is kept; without notes that say something of a sealed case, for who is not cleared for it."""
    flags = await flags_of(row["target_type"], row["target_id"])
    sealed = await sealed_texts(app, viewer, row["force_id"], (flag["note"] for flag in flags))
    return [flag | {"note": instead_of_sealed()} if flag["note"] in sealed else flag for flag in flags]


async def chained_entries(subject_type: str, subject_id: str, *acts: str) -> list[JSON]:
    """The audit's entries on a thing (of these acts, or of all), the oldest first, each with its `link` or None."""
    entries = [
        entry for entry in reversed(await entries_about(subject_type, subject_id)) if not acts or entry["act"] in acts
    ]
    links = await links_of([entry["id"] for entry in entries])
    return [entry | {"link": links.get(entry["id"])} for entry in entries]


def _snapshot(row: JSON) -> JSON:
    return shown(row["snapshot"])


def _none() -> JSON:
    raise Invalid.at("named", _("Nothing that you may read is kept under this. Copy the whole number or link."))
