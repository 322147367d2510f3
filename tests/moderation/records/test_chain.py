"""Who changes what stands of a decision is named: `bluelamp audit verify` finds the first entry that does not hold."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from foundation.models import AuditEntry, AuditLink
from foundation.settings import Settings
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room
from tests.running.server_process import run

Verify = Callable[[], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def verify(settings: Settings, tmp_path: Path) -> Verify:
    return lambda: run("audit", "verify", settings=settings, folder=tmp_path)


@pytest.fixture
async def decision(house: House, cast: Cast, room: Room) -> AuditEntry:
    """The entry of Mo's hiding what Amir said, in a chain with what was kept of it."""
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    said = await amir.say("The one with the red door did it")
    await mo.ok("hide_message", id=said["id"], reason="It points to somebody.")
    # Something comes after it: the end of a chain is another case.
    await mo.ok("restore_message", id=said["id"], reason="It was a joke.")
    await house.run_jobs()
    return await AuditEntry.get(act="message.hide")


@pytest.fixture
async def evidence(decision: AuditEntry) -> AuditEntry:
    """The entry of what was kept with it."""
    found = await AuditEntry.filter(act__startswith="evidence.").order_by("at", "id").first()
    assert found is not None
    return found


async def number_of(entry: AuditEntry) -> int:
    return int((await AuditLink.get(id=entry.id)).number)


def broken(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 1, done.stdout
    return next(line for line in done.stdout.splitlines() if line.startswith("Broken"))


async def test_the_chain_of_a_decision_and_its_evidence_holds(
    decision: AuditEntry, evidence: AuditEntry, verify: Verify
) -> None:
    done = verify()
    assert done.returncode == 0, done.stdout
    assert "The chain holds" in done.stdout


@pytest.mark.parametrize("changes", [{"reason": "Another."}, {"actor_id": "somebody"}, {"details": {"clause": "kind"}}])
async def test_a_decision_that_was_changed_is_named(
    decision: AuditEntry, verify: Verify, changes: dict[str, object]
) -> None:
    await AuditEntry.filter(id=decision.id).update(**changes)
    number = await number_of(decision)
    assert broken(verify()) == (
        f"Broken at number {number}, entry {decision.id}: the entry does not match its digest: it was changed."
    )


async def test_evidence_whose_digest_was_changed_is_named(evidence: AuditEntry, verify: Verify) -> None:
    await AuditEntry.filter(id=evidence.id).update(details={**evidence.details, "digest": "0" * 64})
    assert broken(verify()).startswith(f"Broken at number {await number_of(evidence)}, entry {evidence.id}:")


async def test_a_decision_that_was_taken_away_is_named(decision: AuditEntry, verify: Verify) -> None:
    number = await number_of(decision)
    await AuditEntry.filter(id=decision.id).delete()
    assert broken(verify()) == f"Broken at number {number}, entry {decision.id}: the entry was taken away."


async def test_a_decision_that_was_taken_away_with_its_link_leaves_a_gap(decision: AuditEntry, verify: Verify) -> None:
    number = await number_of(decision)
    await AuditLink.filter(id=decision.id).delete()
    await AuditEntry.filter(id=decision.id).delete()
    assert broken(verify()) == f"Broken at number {number}: this link of the chain was taken away."


async def test_two_that_changed_places_are_named(decision: AuditEntry, evidence: AuditEntry, verify: Verify) -> None:
    """The decision is made to look as if it came before what was kept for it, or after it."""
    numbers = {entry.id: await number_of(entry) for entry in (decision, evidence)}
    await AuditLink.filter(id=decision.id).update(number=1_000_000)
    await AuditLink.filter(id=evidence.id).update(number=numbers[decision.id])
    await AuditLink.filter(id=decision.id).update(number=numbers[evidence.id])
    line = broken(verify())
    assert line.startswith(f"Broken at number {min(numbers.values())}, entry ")
    assert "the link was changed, moved or put in" in line
