"""The arithmetic of the chain: what docs/audit.md promises, byte by byte."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.audit.chain import BEGINNING, FIELDS, Head, canonical_time, chain_key, digest_of, next_head
from foundation.models import AuditEntry

AT = datetime(2026, 11, 22, 18, 0, 0, 120, tzinfo=UTC)
ENTRY = {
    "id": "0000000000000001",
    "at": AT,
    "act": "person.rename",
    "actor_id": "rosa",
    "actor_role": "resident",
    "subject_type": "person",
    "subject_id": "rosa",
    "reason": "Siân",
    "details": {"b": 1, "a": [True, None]},
    "address": "192.0.2.0/24",
    "personal": None,
}


def test_an_auditor_gets_the_same_digest_by_hand():
    """Worked out from the words of docs/audit.md, so that another program can do it too."""
    said = (
        '{"act":"person.rename","actor_id":"rosa","actor_role":"resident","address":"192.0.2.0/24",'
        '"at":"2026-11-22T18:00:00.000120Z","details":{"a":[true,null],"b":1},"id":"0000000000000001",'
        '"personal":null,"reason":"Si\\u00e2n","subject_id":"rosa","subject_type":"person"}'
    )
    assert digest_of(ENTRY) == hashlib.sha256(said.encode()).hexdigest()


def test_an_auditor_gets_the_same_mac_by_hand():
    secret = "only-the-tests-know-this-secret-key"
    key = hmac.new(secret.encode(), b"bluelamp audit chain 1", hashlib.sha256).digest()
    said = "0" * 64 + "\n1\n0000000000000001\n" + digest_of(ENTRY)
    head = next_head(chain_key(secret), BEGINNING, "0000000000000001", digest_of(ENTRY))
    assert head == Head(1, hmac.new(key, said.encode(), hashlib.sha256).hexdigest())


def test_every_column_of_an_entry_is_covered():
    assert set(FIELDS) == AuditEntry._meta.db_fields == set(ENTRY)


@pytest.mark.parametrize("field", FIELDS)
def test_no_column_changes_unseen(field: str):
    other: object = AT + timedelta(microseconds=1) if field == "at" else {"a": 1} if field == "details" else "another"
    assert digest_of(ENTRY | {field: other}) != digest_of(ENTRY)


def test_both_databases_ways_of_giving_an_entry_make_one_digest():
    as_sqlite = ENTRY | {"at": "2026-11-22 18:00:00.000120+00:00", "details": '{"b": 1, "a": [true, null]}'}
    assert digest_of(as_sqlite) == digest_of(ENTRY)


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(-timedelta(hours=9))])))
def test_a_moment_has_one_spelling(moment: datetime):
    written = canonical_time(moment)
    assert (len(written), datetime.fromisoformat(written)) == (27, moment)


def test_a_head_is_read_as_it_is_written():
    head = Head(1234, "ab" * 32)
    assert Head.parse(f" {head}\n") == head


@pytest.mark.parametrize("text", ["", "12", "12:", "12:ab", f"-1:{'a' * 64}", f"01:{'a' * 64}", f"1:{'g' * 64}"])
def test_what_is_no_head_is_refused_by_name(text: str):
    with pytest.raises(ValueError, match="NUMBER:MAC"):
        Head.parse(text)
