"""Sections, and who may write in a forum, kept over JSON: as the pages have it."""

from typing import Any

import msgspec

from forums.places.keeping import mode_service, service
from forums.places.keeping.section_drafts import SectionDraft
from forums.places.keeping.shapes import (
    ChangedSection,
    ForumMode,
    KeptSection,
    KeptSections,
    NewSection,
    SectionAct,
    SectionWords,
)
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_KEEP = Permission.SECTION_KEEP
_OF_ROW = frozenset(KeptSection.__struct_fields__) - {"archived"}
_OF_DRAFT = SectionWords.__struct_fields__


@api.get("/sections", permission=_KEEP, answer=KeptSections, summary="All sections of your force’s forums")
async def list_sections(call: Call[None, None]) -> KeptSections:
    """For administrators of the force, as all that changes sections is."""
    kinds = await service.kept_sections(call.viewer)
    return KeptSections([_kept(row) for rows in kinds.values() for row in rows])


@api.post("/sections", permission=_KEEP, body=NewSection, answer=KeptSection, status=201,
          summary="Have another section, in all of your force’s forums of a kind")  # fmt: skip
async def add_section(call: Call[NewSection, None]) -> KeptSection:
    """At most twenty of a kind take topics."""
    id_ = await service.add_section(call.request.app, call.viewer, call.body.kind, _draft(call.body))
    return _kept(await service.kept_section(call.viewer, id_))


@api.patch("/sections/{id}", permission=_KEEP, body=ChangedSection, answer=KeptSection, summary="Change a section")
async def change_section(call: Call[ChangedSection, None]) -> KeptSection:
    """Its slug stays. 409: somebody changed it since that version."""
    id_ = call.path["id"]
    await service.change_section(call.request.app, call.viewer, id_, call.body.version, _draft(call.body))
    return _kept(await service.kept_section(call.viewer, id_))


@api.post("/sections/{id}/arrangement", permission=_KEEP, body=SectionAct, answer=KeptSection,
          summary="Move a section up or down, archive it, or take it back")  # fmt: skip
async def arrange_section(call: Call[SectionAct, None]) -> KeptSection:
    """An archived one takes no new topics; what was written in it stays."""
    id_ = call.path["id"]
    await service.ACTS[call.body.action](call.request.app, call.viewer, id_)
    return _kept(await service.kept_section(call.viewer, id_))


@api.put("/forums/{id}/mode", permission=Permission.TOPIC_ARRANGE, body=ForumMode, summary="Set who writes in a forum")
async def set_mode(call: Call[ForumMode, None]) -> None:
    """For its moderators."""
    said = call.body
    await mode_service.set_mode(
        call.request.app, call.viewer, call.path["id"], said.mode, said.slow_seconds, said.reason.strip()
    )


def _draft(words: SectionWords) -> SectionDraft:
    return SectionDraft(**{name: getattr(words, name) for name in _OF_DRAFT})


def _kept(row: dict[str, Any]) -> KeptSection:
    own = {name: row[name] for name in _OF_ROW}
    return msgspec.convert({**own, "archived": row["archived_at"] is not None}, KeptSection)
