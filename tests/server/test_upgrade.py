"""A server that the first version filled is brought up to date: nobody and nothing is lost."""

from collections.abc import AsyncIterator

import pytest

from foundation import clock
from foundation.audit import store as audit_store
from foundation.audit.chain import chain_key
from foundation.audit.reading import entries_about
from foundation.audit.verify import walk
from foundation.database import connection
from foundation.settings import Settings
from tests.house import House
from tests.running.first_version import FirstVersion, fill_as_first_version, first_version
from tests.running.old_database import Fill
from tests.server.upgraded import old_databases as old_databases  # filled once a run
from tests.server.upgraded import settings as settings  # its copy


@pytest.fixture
def fill() -> Fill:
    return fill_as_first_version


@pytest.fixture
def old() -> FirstVersion:
    return first_version()


@pytest.fixture
async def upgraded(settings: Settings, old: FirstVersion) -> AsyncIterator[House]:
    """The application of today on it, a moment after its last act."""
    clock.move(old.ended_at - clock.now())
    house = House(settings)
    await house.open()
    yield house
    await house.close()


async def test_every_row_is_still_there(upgraded: House, old: FirstVersion):
    assert len(old.tables["audit_entry"]) > 5
    for table, rows in old.tables.items():
        [found] = await connection().execute_query_dict(f'SELECT count(*) AS many FROM "{table}"')
        assert found["many"] >= len(rows), table


async def test_who_was_signed_in_still_is(upgraded: House, old: FirstVersion):
    for name, person in old.people.items():
        answer = await upgraded.caller(token=old.tokens[name]).get("/me")
        assert (answer.status, answer.json["person"]["id"]) == (200, person)


async def test_rosa_signs_in_with_her_old_password(upgraded: House, old: FirstVersion):
    answer = await upgraded.caller().post("/session", {"email": "rosa@example.org", "password": "bluelamp-demo"})
    assert (answer.status, answer.json["person"]["id"]) == (201, old.people["rosa"])


async def test_the_room_is_as_it_was_left(upgraded: House, old: FirstVersion):
    log = (await upgraded.caller(token=old.tokens["rosa"]).get(f"/surgeries/{old.surgery}/events")).json["events"]
    said = [(entry["kind"], entry["data"].get("body")) for entry in log if entry["kind"] == "message_posted"]
    assert ("message_posted", "Diolch, Siân") in said
    assert "Words to be hidden" not in str(log)
    rosa = await upgraded.live(token=old.tokens["rosa"])
    await rosa.ok("enter", room=old.surgery, after=0)


async def test_what_was_done_before_is_chained(upgraded: House, old: FirstVersion):
    await upgraded.run_jobs()
    assert (await audit_store.waiting())[0] == 0
    walked = [done async for done in walk(chain_key(upgraded.settings.secret_key), [])][-1]
    assert walked.broken is None
    assert walked.entries >= len(old.tables["audit_entry"])


async def test_names_of_before_can_be_erased_too(upgraded: House, old: FirstVersion):
    """The first version wrote them into the entry itself, where the chain would have held them for good."""
    renamed = [each for each in await entries_about("person", old.people["amir"]) if each["act"] == "person.rename"]
    assert [each["details"] for each in renamed] == [{}]
    assert renamed[0]["personal"] == {"before": "Amir Khan", "after": "Amir of Cathays"}
