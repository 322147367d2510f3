"""How long evidence is kept, what ends it, and what keeps it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.settings import Settings
from moderation.evidence.models import Evidence, EvidencePicture
from moderation.evidence.purging_service import purge_evidence
from moderation.evidence.retention import YEARS
from moderation.items.kinds import Kind
from moderation.models import LegalHold
from tests.cast import Cast
from tests.moderation.evidence.kept import kept, said_by_rosa

YEAR = timedelta(days=365, hours=1)


async def purge() -> None:
    await purge_evidence(web.Application())


async def hold(subject_type: str, subject_id: str) -> LegalHold:
    return await LegalHold.create(
        id=new_id(), subject_type=subject_type, subject_id=subject_id, reason="Enquiry", placed_by_id="x",
        placed_at=clock.now(),
    )  # fmt: skip


async def test_when_its_time_is_over_the_words_go_and_the_digest_stays(database: Settings, cast: Cast):
    evidence = await kept(said_by_rosa(cast), [], kind="other")
    digest = (await Evidence.get(id=evidence)).digest
    await purge()
    assert (await Evidence.get(id=evidence)).snapshot, "its time is not over"
    clock.move(YEAR)
    await purge()
    await purge()
    emptied = await Evidence.get(id=evidence).values("snapshot", "digest", "target_type")
    assert emptied == {"snapshot": None, "digest": digest, "target_type": "message"}
    assert await EvidencePicture.all().count() == 0
    [entry] = await AuditEntry.filter(act="evidence.purge")
    assert (entry.subject_id, entry.details["digest"]) == (evidence, digest)


async def test_what_is_about_a_child_stays_for_seven_years(database: Settings, cast: Cast):
    child, other = [await kept(said_by_rosa(cast), [], kind=kind) for kind in ("child", "other")]
    clock.move(6 * YEAR)
    await purge()
    assert (await Evidence.get(id=child)).snapshot
    assert (await Evidence.get(id=other)).snapshot is None
    assert await EvidencePicture.all().count() == 1, "the child's evidence shows it still"
    clock.move(YEAR)
    await purge()
    assert (await Evidence.get(id=child)).snapshot is None


@pytest.mark.parametrize("whose", ["person", "message"])
async def test_a_legal_hold_keeps_it_until_the_hold_ends(database: Settings, cast: Cast, whose: str):
    content = said_by_rosa(cast)
    held, other = await kept(content, []), await kept(said_by_rosa(cast, author_id=cast.amir.id), [])
    standing = await hold(whose, cast.rosa.id if whose == "person" else content.id)
    clock.move(3 * YEAR)
    await purge()
    assert (await Evidence.get(id=held)).snapshot
    assert (await Evidence.get(id=other)).snapshot is None
    await LegalHold.filter(id=standing.id).update(ended_at=clock.now())
    await purge()
    assert (await Evidence.get(id=held)).snapshot is None


def test_every_kind_has_its_time_and_the_document_says_the_same():
    said = Path("docs/evidence.md").read_text()
    table = {kind: int(years) for kind, years in re.findall(r"^\| `(\w+)` \|[^|]*\| (\d+) \|", said, re.MULTILINE)}
    assert table == {str(kind): YEARS[kind] for kind in Kind}
