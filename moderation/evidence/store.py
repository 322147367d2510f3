"""Every query and insert of evidence."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.evidence.models import Evidence, EvidencePicture
from moderation.models import Flag, RuleHit

JSON = dict[str, Any]
Pictures = Mapping[str, tuple[str, bytes]]
"""The media type and bytes of pictures, by their SHA-256 in hexadecimal."""


async def add_evidence(**values: Any) -> str:
    """Keep a snapshot and give its id; inside a transaction."""
    return str((await Evidence.create(id=new_id(), **values)).id)


async def add_pictures(pictures: Pictures) -> None:
    """Keep those that are not kept yet; inside a transaction."""
    kept = await EvidencePicture.filter(digest__in=list(pictures)).values_list("digest", flat=True)
    new = [
        EvidencePicture(digest=digest, media_type=pictures[digest][0], content=pictures[digest][1], kept_at=clock.now())
        for digest in pictures.keys() - set(kept)
    ]
    await EvidencePicture.bulk_create(new, ignore_conflicts=True)


async def latest_of(target_type: str, target_id: str) -> JSON | None:
    """What was last kept of a thing and is not emptied."""
    kept = Evidence.filter(target_type=target_type, target_id=target_id, purged_at=None)
    return await kept.order_by("-id").first().values()


async def set_beside(evidence: str, *, retain_until: datetime, **ids: str) -> None:
    """What may be added to a row of evidence: a longer time, and what it belongs to. Never what it shows."""
    await Evidence.filter(id=evidence).update(retain_until=retain_until, **ids)


async def hits_of(target_type: str, target_id: str) -> Sequence[JSON]:
    return await RuleHit.filter(target_type=target_type, target_id=target_id).order_by("id").values()


async def flags_of(target_type: str, target_id: str) -> Sequence[JSON]:
    return await Flag.filter(target_type=target_type, target_id=target_id).order_by("id").values()


async def pictures_of(digests: Collection[str]) -> dict[str, JSON]:
    """Pictures that are kept, by digest: `media_type`, `content`."""
    rows = await EvidencePicture.filter(digest__in=list(digests)).values("digest", "media_type", "content")
    return {row["digest"]: row | {"content": bytes(row["content"])} for row in rows}
