"""Taking evidence out, for a court or a complaint: who proved that it is them says why, and the audit has it."""

import asyncio
import hashlib
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from foundation import clock
from foundation.audit.reading import present_head
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.keys import TEMPLATES
from foundation.language import _, current
from foundation.permissions import Viewer
from foundation.text import clean_text
from moderation.evidence import store
from moderation.evidence.bundle import as_json, bundle, picture_name
from moderation.evidence.purposes import PURPOSES, Purpose, audit_for, decisions_for, flags_for
from moderation.evidence.reading_service import (
    access_evidence,
    chained_entries,
    flags_read_by,
    note_reading,
    what_stands_beside,
)
from moderation.evidence.snapshot import pictures_in
from moderation.evidence.wording import STATES, decisions_in_words, rows_in_words
from moderation.names import FLAG_REASONS, worded
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]
LONGEST = 300
_FORMAT = 1
_CSS = Path(__file__).with_name("report.css")


async def access_export(app: web.Application, viewer: Viewer, evidence: str) -> JSON:
    """What somebody is about to take out. Raises ProofNeeded, NotFound, NotAllowed, Gone."""
    check_proved(viewer)
    return rows_in_words([await access_evidence(app, viewer, evidence)])[0]


async def export(app: web.Application, viewer: Viewer, evidence: str, purpose: str, reference: str) -> bytes:
    """The ZIP (see docs/evidence.md). Writes down who took it out, for what, and the file's SHA-256.

    Raises Invalid for no purpose or no reference, and what `access_export` raises.
    """
    row = await access_export(app, viewer, evidence)
    what_for, why = _checked(purpose, reference)
    files, about = await _files(app, viewer, row, what_for, why)
    about["made_by"] = {"id": viewer.id, "role": viewer.role} if what_for is Purpose.COURT else {"role": viewer.role}
    made = await asyncio.to_thread(bundle, files, about, clock.now())
    sha256 = hashlib.sha256(made).hexdigest()
    await atomic(partial(note_reading, viewer, row, "export", why, purpose=what_for.value, file=sha256))
    return made


def _checked(purpose: str, reference: str) -> tuple[Purpose, str]:
    if purpose not in tuple(Purpose):
        raise Invalid.at("purpose", _("Choose what it is for."))
    why = clean_text(reference)
    if not why or len(why) > LONGEST:
        raise Invalid.at("reference", _("Say which case or complaint, in at most %(most)s characters.", most=LONGEST))
    return Purpose(purpose), why


async def _files(
    app: web.Application, viewer: Viewer, row: JSON, purpose: Purpose, why: str
) -> tuple[dict[str, bytes], JSON]:
    target = (row["target_type"], row["target_id"])
    beside = await what_stands_beside(app, viewer, row)
    decisions = decisions_for(purpose, beside["decisions"])
    flags = flags_for(purpose, await flags_read_by(app, viewer, row))
    entries = audit_for(purpose, [*await chained_entries("evidence", row["id"]), *await chained_entries(*target)])
    pictures = await store.pictures_of(pictures_in(beside["shown"]))
    names = {digest: picture_name(digest, picture["media_type"]) for digest, picture in pictures.items()}
    said = {"decisions": decisions_in_words(decisions), "flags": [_said(flag) for flag in flags], "names": names}
    files = {
        "snapshot.json": row["snapshot"].encode("ascii"),
        "text.txt": _text(beside["shown"]).encode(),
        "report.html": await _report(app, row | beside, said, purpose, why),
        "report.css": _CSS.read_bytes(),
        "decisions.json": as_json(decisions),
        "flags.json": as_json(flags),
        "audit.json": as_json({"entries": entries, "head": str(await present_head())}),
        **{names[digest]: picture["content"] for digest, picture in pictures.items()},
    }
    return files, _about(row, purpose, why)


def _about(row: JSON, purpose: Purpose, why: str) -> JSON:
    kept = ("id", "target_type", "target_id", "revision", "kind", "force_id", "digest", "taken_at", "retain_until")
    return {
        "format": _FORMAT,
        "evidence": {name: row[name] for name in kept},
        "made_at": clock.now(),
        "purpose": purpose,
        "reference": why,
    }


async def _report(app: web.Application, kept: JSON, said: JSON, purpose: Purpose, why: str) -> bytes:
    template = app[TEMPLATES].get_template("moderation/evidence/report.html")
    context = {
        "kept": kept,
        "states": STATES,
        "purpose": PURPOSES[purpose],
        "reference": why,
        "force": await _force_name(kept["force_id"]),
        "made_at": clock.now(),
        "language": current(),
        **said,
    }
    return template.render(**context).encode()


async def _force_name(force: str) -> str:
    """The name of a force, or its id where it is known no more."""
    places = (await current_atlas()).places.values()
    return next((place.force_name for place in places if place.force_id == force), force)


def _text(shown: JSON) -> str:
    words = shown["words"]
    waited = "" if words["pending"] is None else f"\n\n---\n\n{words['pending']}"
    return f"{words['body']}{waited}\n"


def _said(flag: JSON) -> JSON:
    return flag | {"said": worded(FLAG_REASONS, flag["reason"])}
