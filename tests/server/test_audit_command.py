"""`bluelamp audit`, as an auditor types it, while the server runs."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from foundation.audit.chain import Head
from foundation.audit.heads import heads_file
from foundation.models import AuditEntry
from foundation.settings import Settings
from tests.cast import Cast
from tests.foundation.audit.acts import chained
from tests.house import House
from tests.running.server_process import run

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def bluelamp(settings: Settings, tmp_path: Path) -> Command:
    return lambda *arguments: run("audit", *arguments, settings=settings, folder=tmp_path)


@pytest.fixture
async def filled(database: Settings) -> Settings:
    """Five entries in the chain."""
    await chained(database, 5)
    return database


async def test_a_whole_chain_is_said_to_be_whole(filled: Settings, bluelamp: Command):
    head = bluelamp("head").stdout.strip()
    assert Head.parse(head).number == 5
    found = bluelamp("verify", "--head", head)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines() == [
        "The chain holds: 5 entries.",
        "Personal details: 5 match their entries, 0 were erased.",
        "Heads in the chain: 1 given, 0 of var/audit/heads.txt.",
        "Not chained yet: 0.",
        f"The present head is {head}",
    ]


async def test_the_first_broken_row_is_named(filled: Settings, bluelamp: Command):
    entries = await AuditEntry.all().order_by("at", "id")
    for entry in (entries[3], entries[2]):
        await AuditEntry.filter(id=entry.id).update(reason="another")
    found = bluelamp("verify")
    assert (found.returncode, found.stderr) == (1, "")
    [first, *_rest] = [line for line in found.stdout.splitlines() if line.startswith("Broken")]
    assert first == f"Broken at number 3, entry {entries[2].id}: the entry does not match its digest: it was changed."


async def test_a_head_of_another_chain_breaks_it(filled: Settings, bluelamp: Command):
    found = bluelamp("verify", "--head", f"5:{'a' * 64}")
    assert found.returncode == 1
    assert "is not in this chain" in found.stdout


async def test_the_servers_own_file_of_heads_is_asked_too(filled: Settings, bluelamp: Command):
    file = heads_file(filled)
    file.parent.mkdir(parents=True)
    file.write_text(f"2026-11-21T00:00:00.000000Z 9:{'a' * 64}\n")
    found = bluelamp("verify")
    assert found.returncode == 1
    assert "the chain ends before the head 9:" in found.stdout
    file.write_text("2026-11-21T00:00:00.000000Z 9:\n")
    found = bluelamp("verify")
    assert (found.returncode, "Traceback" in found.stderr) == (1, False)
    assert "heads.txt" in found.stderr


async def test_what_is_no_head_is_refused_by_name(filled: Settings, bluelamp: Command):
    found = bluelamp("verify", "--head", "yesterday")
    assert found.returncode == 2
    assert "NUMBER:MAC" in found.stderr


async def test_a_proof_can_begin_where_the_last_one_ended(filled: Settings, bluelamp: Command):
    since = bluelamp("head").stdout.strip()
    await chained(filled, 2)
    found = bluelamp("verify", "--since", since)
    assert found.returncode == 0
    assert "The chain holds: 2 entries after number 5." in found.stdout


async def test_what_is_not_chained_yet_is_told(settings: Settings, bluelamp: Command, cast: Cast, house: House):
    """A sign-in that the server is about to chain, and has, a moment later."""
    await house.caller(cast.rosa).delete("/session")
    await house.run_jobs()
    found = bluelamp("verify")
    assert found.returncode == 0
    assert "The chain holds: 1 entries." in found.stdout
    assert "Heads in the chain: 0 given, 1 of var/audit/heads.txt." in found.stdout


async def test_an_empty_audit_is_whole(database: Settings, bluelamp: Command):
    assert bluelamp("head").stdout.strip() == f"0:{'0' * 64}"
    assert bluelamp("verify").returncode == 0
