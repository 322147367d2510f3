"""What the audit knows of people by name, and that it can be erased without a trace in the chain."""

from datetime import timedelta

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.audit.personal import erase_personal, personal_digest
from foundation.audit.reading import entries_about
from foundation.database import atomic
from foundation.models import AuditEntry, AuditPersonal
from foundation.permissions import Role, Viewer
from foundation.settings import Settings
from tests.foundation.audit.acts import DEE, act, chained, proved

NAMES: dict[str, object] = {"before": "Siân Rees", "after": "Sian R."}


async def test_names_stand_apart_from_the_entry(database: Settings):
    await act(personal=NAMES)
    entry, known = await AuditEntry.get(), await AuditPersonal.get()
    assert entry.id == known.id
    assert entry.details == {"number": 1}
    assert entry.personal == personal_digest(known.salt, known.details)


async def test_the_same_name_leaves_another_digest_each_time(database: Settings):
    """Else whoever reads the entries could try every name there is."""
    await act(personal=NAMES)
    await act(personal=NAMES)
    digests = await AuditEntry.all().values_list("personal", flat=True)
    assert len(set(digests)) == 2


async def test_staff_read_who_did_what_with_names(database: Settings):
    await act(1, personal=NAMES)
    clock.move(timedelta(seconds=1))
    await act(2)
    clock.move(timedelta(seconds=1))
    await act(3, person="amir")
    second, first = await entries_about("person", "rosa")
    assert (first["act"], first["actor_id"], first["address"]) == ("person.rename", "dee", "192.0.2.0/24")
    assert (first["personal"], first["erased"]) == (NAMES, False)
    assert (second["personal"], second["erased"]) == (None, False)
    [before] = await entries_about("person", "rosa", before=second["id"], limit=5)
    assert before["id"] == first["id"]
    [latest] = await entries_about("person", "rosa", limit=1)
    assert latest["id"] == second["id"]


async def test_rosas_name_is_erased_and_the_chain_is_whole(database: Settings):
    await chained(database, 3)
    assert await atomic(lambda: erase_personal(["rosa"])) == 3
    walked = await proved(database)
    assert (walked.broken, walked.entries, walked.named, walked.erased) == (None, 3, 0, 3)
    assert {each["erased"] for each in await entries_about("person", "rosa")} == {True}
    assert "Rosa" not in str(await AuditPersonal.all().values())


async def test_an_erasure_before_an_entry_is_chained_breaks_nothing(database: Settings):
    await act(personal=NAMES)
    await atomic(lambda: erase_personal(["rosa"]))
    await chained(database, 0)
    walked = await proved(database)
    assert (walked.broken, walked.entries, walked.erased) == (None, 1, 1)


async def test_only_the_person_who_leaves_is_forgotten(database: Settings):
    """Amir's name stays in what Rosa did to him, and Dee's leaving does not take Rosa's name along."""
    rosa = Viewer(id="rosa", role=Role.RESIDENT)
    await act(1, personal={"name": "Rosa Jones"})
    await act(2, person="amir", personal={"name": "Amir Khan"})
    for subject_type, subject in (("room", "r1"), ("person", "amir")):
        await _act_of(rosa, subject_type, subject)
    assert await atomic(lambda: erase_personal(["dee"])) == 0
    assert await atomic(lambda: erase_personal(["rosa"])) == 2
    left = {(row["subject_type"], row["subject_id"]) for row in await _with_names()}
    assert left == {("person", "amir")}
    assert len(await _with_names()) == 2


async def _act_of(actor: Viewer, subject_type: str, subject_id: str) -> None:
    await atomic(
        lambda: add_entry(
            act="room.knock", actor=actor, subject_type=subject_type, subject_id=subject_id, personal={"device": "x"}
        )
    )


async def _with_names() -> list[dict[str, object]]:
    named = await AuditPersonal.all().values_list("id", flat=True)
    return await AuditEntry.filter(id__in=list(named)).values("subject_type", "subject_id")


async def test_nobody_is_forgotten_when_nobody_leaves(database: Settings):
    await act(personal=NAMES)
    assert await atomic(lambda: erase_personal([])) == 0
    assert DEE.id == "dee"
    assert await AuditPersonal.all().count() == 1
