"""Bringing in what a force publishes at data.police.uk: again, only what is new or other changes."""

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

from foundation import clock
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.text import rendered
from neighbourhoods.atlas import current_atlas
from neighbourhoods.files import read_text
from neighbourhoods.importing import Progress, silent
from neighbourhoods.places import Place
from neighbourhoods.rows import BadRow, ImportReport
from priorities.acting import store
from priorities.acting.finding import priority_changed
from priorities.acting.importing.reading import PoliceRow, read_rows
from priorities.acting.models import Action, Priority, Status

JSON = dict[str, Any]


async def import_priorities(path: Path, neighbourhood: str, progress: Progress = silent) -> ImportReport:
    """Load the priorities of a neighbourhood (JSON, plain or .gz). Raises Invalid where the file can’t be read at all.

    What is known already and reads the same stays as it is, and so does what moderators edited since; nothing is taken
    out, and no follower is told.
    """
    place = (await current_atlas()).places.get(neighbourhood)
    if place is None:
        raise Invalid(f"There is no neighbourhood {neighbourhood} here. Import the neighbourhoods of the force first.")
    text, remarks = read_text(path)
    rows = list(read_rows(text))
    report = ImportReport(remarks=remarks)
    for done, row in enumerate(rows):
        progress(done, len(rows))
        if isinstance(row, BadRow):
            report.bad.append(row)
        else:
            report.remarks += (BadRow(row.line, remark) for remark in row.remarks)
            await _load(place, row, report)
    progress(len(rows), len(rows))
    return report


async def _load(place: Place, row: PoliceRow, report: ImportReport) -> None:
    issue_html, action_html = await rendered(row.issue), await rendered(row.action) if row.action else ""
    added, changed = await atomic(partial(_put, place, row, issue_html, action_html))
    report.added += added
    report.updated += changed and not added
    report.unchanged += not changed


async def _put(place: Place, row: PoliceRow, issue_html: str, action_html: str) -> tuple[bool, bool]:
    """Whether it was added, and whether anything changed."""
    known = await Priority.filter(neighbourhood_id=place.id, external_id=row.external_id).values("id", "version")
    priority_id = str(known[0]["id"]) if known else await _add(place, row, issue_html)
    changed = not known
    if row.action:
        changed = await _put_action(priority_id, row, action_html) or changed
    if changed:
        await store.set_priority(priority_id, known[0]["version"] if known else 1)
        await priority_changed(priority_id)
    return not known, changed


async def _add(place: Place, row: PoliceRow, issue_html: str) -> str:
    made = await Priority.create(
        id=new_id(),
        force_id=place.force_id,
        neighbourhood_id=place.id,
        title=row.title,
        issue=row.issue,
        issue_html=issue_html,
        issued_on=row.issued_on,
        status=Status.OPEN,
        status_since=clock.now(),
        external_id=row.external_id,
        created_at=clock.now(),
    )
    return str(made.id)


async def _put_action(priority_id: str, row: PoliceRow, html: str) -> bool:
    """What was done by a day; another text for the same day takes the place of the first. Whether it changed.

    What moderators have worded otherwise stays as they left it: the force’s file has what they took out.
    """
    client_id = f"imported:{row.done_on or ''}"
    sent_before = Action.filter(priority_id=priority_id, client_id=client_id)
    known = await sent_before.values("id", "version", "state", "body", "imported_digest")
    if not known:
        await Action.create(
            id=new_id(),
            priority_id=priority_id,
            body=row.action,
            html=html,
            done_on=row.done_on,
            client_id=client_id,
            imported_digest=_digest(row.action),
            created_at=clock.now(),
        )
        return True
    [action] = known
    as_imported = action["imported_digest"] == _digest(action["body"])
    if action["body"] == row.action or action["state"] != "published" or not as_imported:
        return False
    columns = {"body": row.action, "html": html, "imported_digest": _digest(row.action)}
    await store.set_action(action["id"], action["version"], edited_at=clock.now(), **columns)
    return True


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
