"""No table that leads to a person is forgotten by the file that they take away."""

import re
from collections.abc import Iterator

import pytest
from tortoise.fields.relational import ForeignKeyFieldInstance

from accounts.leaving.export import OWN
from accounts.ports import HOLDINGS
from server.app import create_app
from tests.accounts.leaving.everything import models

NAMED_FOR_PEOPLE = re.compile(
    r"(^|_)(person|author|actor|officer|owner|user|member|resident|guest|sender|reporter|voter|by|email|recipient"
    r"|subject|phone|address)(_id)?$"
)
LEFT_OUT = {
    "audit_entry.address": "truncated to a network; it is in the person's own entries",
    "passkey_challenge.person_id": "a secret that lives for minutes",
    "legal_hold.subject_id": "telling of it could undo an enquiry",
    "legal_hold.placed_by_id": "an act of office, which is in the audit of the administrator's acts",
    "legal_hold.ended_by_id": "an act of office, which is in the audit of the administrator's acts",
    "flag.target_id": "a flag on a person is its flagger's: telling of it would give them away",
    "departure.id": "of people who have closed their account, and have nothing left to take away",
    "shift.began_by": "says how, not who: it is in the file by its shift",
    "room_log_entry.subject_id": "a poll, a promise or a date; or one of its hosts, whose surgeries are in the file",
    "promise.owner": "who does it in words for everybody to read, often no person; ours are found by promise.owner_id",
    "paper_count.subject_id": "a question or a poll, never a person",
    "forum_to_tell.after_person_id": "how far a job has come: gone when it is done, which takes seconds",
    "priority_picture.owner_id": "the proposal or action that it stands in, never a person",
    "outbox_mail.subject": "is in the rows found by the recipient",
}


def columns() -> Iterator[str]:
    """Every `table.column` that is a person's id or address, by its relation or by its name."""
    for model in models():
        fields = model._meta.fields_map
        related = {
            str(field.source_field)
            for field in fields.values()
            if isinstance(field, ForeignKeyFieldInstance) and field.related_model.__name__ == "Person"
        }
        named = {name for name in model._meta.fields_db_projection.values() if NAMED_FOR_PEOPLE.search(name)}
        yield from (f"{model._meta.db_table}.{column}" for column in related | named)


@pytest.fixture
def covered(settings) -> set[str]:
    app = create_app(settings)
    return {column for holding in (*OWN, *app[HOLDINGS]) for column in holding.columns}


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def test_every_column_that_leads_to_a_person_is_taken_away_or_left_out_for_a_reason(covered: set[str]) -> None:
    found = set(columns())
    assert {"session.person_id", "room_message.author_id", "room_restriction.by"} <= found, "the search must find some"
    assert sorted(found - covered - LEFT_OUT.keys()) == [], "give it a Holding, or a reason in LEFT_OUT"


def test_no_holding_names_a_column_that_is_not_there(covered: set[str]) -> None:
    every = {
        f"{model._meta.db_table}.{column}" for model in models() for column in model._meta.fields_db_projection.values()
    }
    assert sorted(covered - every) == []
    assert sorted(LEFT_OUT.keys() - every) == []


def test_every_member_of_the_file_has_a_name_of_its_own(settings) -> None:
    names = [holding.name for holding in (*OWN, *create_app(settings)[HOLDINGS])]
    assert len(set(names)) == len(names)
