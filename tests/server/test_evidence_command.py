"""`bluelamp evidence verify`, as an auditor types it, while the server runs."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from foundation import clock
from foundation.ids import new_id
from foundation.settings import Settings
from moderation.evidence.models import Evidence, EvidencePicture
from tests.cast import Cast
from tests.moderation.evidence.kept import behind_the_server, kept, said_by_rosa
from tests.running.server_process import run

Verify = Callable[[], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def verify(settings: Settings, tmp_path: Path) -> Verify:
    return lambda: run("evidence", "verify", settings=settings, folder=tmp_path)


async def test_what_nobody_touched_is_said_to_be_whole(database: Settings, cast: Cast, verify: Verify):
    await kept(said_by_rosa(cast), [])
    emptied = await kept(said_by_rosa(cast), [])
    await Evidence.filter(id=emptied).update(snapshot=None, purged_at=clock.now())
    found = verify()
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines() == [
        "Evidence: 2 snapshots (1 emptied), 1 pictures.",
        "All of it matches its digests, and the audit has them. `bluelamp audit verify` proves the audit.",
    ]


async def test_what_was_changed_taken_away_or_put_in_is_named(database: Settings, cast: Cast, verify: Verify):
    changed, again, gone, twin = [await kept(said_by_rosa(cast), []) for _each in range(4)]
    put_in = new_id()
    picture = await EvidencePicture.get()

    async def tamper() -> None:
        await Evidence.filter(id=changed).update(snapshot="no JSON at all \u00e9")
        await Evidence.filter(id=again).update(digest="0" * 64)
        await Evidence.filter(id=gone).delete()
        await Evidence.create(**{**await Evidence.get(id=twin).values(), "id": put_in})
        await EvidencePicture.all().update(content=b"another face")

    await behind_the_server(tamper)
    found = verify()
    assert (found.returncode, found.stderr) == (1, "")
    wrong = {line for line in found.stdout.splitlines() if line.startswith("Wrong")}
    assert wrong == {
        f"Wrong: evidence {changed}: what it shows does not match its digest: it was changed.",
        f"Wrong: evidence {again}: the audit has another digest of it.",
        f"Wrong: evidence {again}: what it shows does not match its digest: it was changed.",
        f"Wrong: evidence {gone}: it was taken away.",
        f"Wrong: evidence {put_in}: the audit has no entry of its keeping.",
        f"Wrong: picture {picture.digest}: it was changed.",
    }


async def test_a_picture_that_was_taken_away_and_words_that_were_emptied_early_are_named(
    database: Settings, cast: Cast, verify: Verify
):
    evidence, emptied = await kept(said_by_rosa(cast), []), await kept(said_by_rosa(cast), [])

    async def tamper() -> None:
        await EvidencePicture.all().delete()
        await Evidence.filter(id=emptied).update(snapshot=None)

    await behind_the_server(tamper)
    said = verify().stdout
    assert f"Wrong: evidence {evidence}: the picture " in said
    assert f"Wrong: evidence {emptied}: it was emptied before its time." in said
