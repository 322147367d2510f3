"""Somebody who has the database, but not the server's secret, changes what the audit says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from foundation import database as ground
from foundation.audit import store as audit_store
from foundation.audit.chain import Head, chain_key, digest_of, next_head
from foundation.models import AuditEntry, AuditLink, AuditPersonal
from foundation.settings import Settings
from tests.foundation.audit.acts import act, chained, proved

CHANGES: dict[str, object] = {
    "at": datetime(2020, 1, 1, tzinfo=UTC),
    "act": "person.praise",
    "actor_id": "mo",
    "actor_role": "moderator",
    "subject_type": "room",
    "subject_id": "amir",
    "reason": "a better reason",
    "details": {"number": 33},
    "address": "198.51.100.0/24",
    "personal": "0" * 64,
}


async def _ids() -> list[str]:
    return [str(id_) for id_ in await AuditLink.all().order_by("number").values_list("id", flat=True)]


async def _sql(statement: str) -> None:
    await ground.connection().execute_script(statement)


@pytest.fixture
async def ids(database: Settings) -> list[str]:
    """The entries of a whole chain, in its order."""
    await chained(database, 5)
    walked = await proved(database)
    assert (walked.broken, walked.entries, walked.named) == (None, 5, 5)
    return await _ids()


@pytest.mark.parametrize("column", sorted(AuditEntry._meta.db_fields - {"id"}))
async def test_a_column_that_was_changed_is_found(database: Settings, ids: list[str], column: str):
    await AuditEntry.filter(id=ids[2]).update(**{column: CHANGES[column]})
    broken = (await proved(database)).broken
    assert broken is not None
    assert (broken.number, broken.entry) == (3, ids[2])
    assert "the entry" in broken.what


async def test_an_entry_that_was_taken_away_is_found(database: Settings, ids: list[str]):
    await AuditEntry.filter(id=ids[1]).delete()
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry, broken.what)) == (2, ids[1], "the entry was taken away")


async def test_an_entry_that_was_taken_away_with_its_link_is_found(database: Settings, ids: list[str]):
    await AuditEntry.filter(id=ids[1]).delete()
    await AuditLink.filter(id=ids[1]).delete()
    broken = (await proved(database)).broken
    assert (broken and broken.number) == 2


async def test_closing_the_gap_does_not_help(database: Settings, ids: list[str]):
    await AuditLink.filter(id=ids[1]).delete()
    for place in (2, 3, 4):
        await AuditLink.filter(id=ids[place]).update(number=place)
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (2, ids[2])


async def test_two_entries_that_changed_places_are_found(database: Settings, ids: list[str]):
    for id_, number in ((ids[1], 99), (ids[3], 2), (ids[1], 4)):
        await AuditLink.filter(id=id_).update(number=number)
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (2, ids[3])


async def test_two_entries_that_changed_words_are_found(database: Settings, ids: list[str]):
    await AuditEntry.filter(id=ids[1]).update(reason="reason 4")
    await AuditEntry.filter(id=ids[3]).update(reason="reason 2")
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (2, ids[1])


async def test_an_entry_that_was_put_in_with_a_link_of_a_guessed_key_is_found(database: Settings, ids: list[str]):
    await act(6)
    [entry] = await audit_store.unchained_of([str((await AuditEntry.all().order_by("-at").first()).id)])  # type: ignore[union-attr]
    forged = next_head(chain_key("a guess"), await audit_store.head(), entry["id"], digest_of(entry))
    await AuditLink.create(id=entry["id"], number=forged.number, digest=digest_of(entry), mac=forged.mac)
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (6, entry["id"])


@pytest.mark.parametrize("column", ["digest", "mac"])
async def test_a_link_that_was_changed_is_found(database: Settings, ids: list[str], column: str):
    await AuditLink.filter(id=ids[4]).update(**{column: "f" * 64})
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (5, ids[4])


async def test_a_changed_entry_with_its_own_digest_is_found(database: Settings, ids: list[str]):
    """The digests alone anybody can make: they are not keyed."""
    await AuditEntry.filter(id=ids[2]).update(reason="a better reason")
    row = (await audit_store.chained_after(2, 1))[0]
    await AuditLink.filter(id=ids[2]).update(digest=digest_of(row))
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.what[:8])) == (3, "the link")


async def test_a_chain_whose_end_was_cut_off_is_found_by_a_head_that_was_kept(database: Settings, ids: list[str]):
    kept = await audit_store.head()
    for id_ in ids[3:]:
        await AuditLink.filter(id=id_).delete()
        await AuditEntry.filter(id=id_).delete()
    assert (await proved(database)).broken is None, "nothing in the database shows it"
    broken = (await proved(database, kept)).broken
    assert (broken and broken.number) == 4
    assert str(kept) in str(broken)


async def test_a_chain_that_grew_anew_after_a_cut_is_found_by_a_head_that_was_kept(database: Settings, ids: list[str]):
    kept = await audit_store.head()
    await AuditLink.filter(id=ids[4]).delete()
    await AuditEntry.filter(id=ids[4]).delete()
    await chained(database, 2)
    assert (await proved(database)).broken is None, "nothing in the database shows it"
    broken = (await proved(database, kept)).broken
    assert (broken and broken.number) == 5


async def test_names_that_were_changed_are_found(database: Settings, ids: list[str]):
    await AuditPersonal.filter(id=ids[2]).update(details='{"before":"Amir Khan"}')
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.what)) == (3, "the personal details of the entry were changed")


async def test_names_that_were_put_to_another_entry_are_found(database: Settings, ids: list[str]):
    await act(6)
    await chained(database, 0)
    last = (await _ids())[-1]
    known = await AuditPersonal.get(id=ids[0])
    await AuditPersonal.create(id=last, salt=known.salt, details=known.details)
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (6, last)


async def test_another_servers_secret_proves_nothing(database: Settings, ids: list[str]):
    broken = (await proved(replace(database, secret_key="another " * 8))).broken
    assert (broken and broken.number) == 1
    assert "key" in str(broken)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("sabotage", ["at = 'yesterday'", "details = '{'", "reason = x'00ff'", "act = 7"])
async def test_a_column_of_rubbish_is_found_and_named(database: Settings, ids: list[str], sabotage: str):
    """SQLite takes anything in any column."""
    await _sql(f"UPDATE audit_entry SET {sabotage} WHERE id = '{ids[3]}'")
    broken = (await proved(database)).broken
    assert (broken and (broken.number, broken.entry)) == (4, ids[3])


async def test_a_proof_goes_on_from_a_head_that_was_proved(database: Settings, ids: list[str]):
    since = await audit_store.head()
    await chained(database, 3)
    walked = await proved(database, since, since=since)
    assert (walked.broken, walked.entries, walked.head.number) == (None, 3, 8)


@pytest.mark.parametrize("number", [3, 77])
async def test_a_proof_does_not_begin_at_a_head_of_another_chain(database: Settings, ids: list[str], number: int):
    broken = (await proved(database, since=Head(number, "a" * 64))).broken
    assert (broken and broken.number) == number


async def test_an_entry_that_claims_to_be_old_is_pointed_at(database: Settings, ids: list[str]):
    await act(6)
    last = (await AuditEntry.all().order_by("-at").first()).id  # type: ignore[union-attr]
    await AuditEntry.filter(id=last).update(at=datetime(2026, 1, 1, tzinfo=UTC))
    await chained(database, 0)
    walked = await proved(database)
    assert (walked.broken, walked.late) == (None, 1)
    assert last in walked.first_late
