"""From where somebody acted, as the audit has it: the street, never the house."""

import ipaddress
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from foundation.models import AuditEntry
from foundation.settings import Settings
from tests.cast import Cast, Member
from tests.clients import Caller, Live
from tests.house import House
from tests.rooms_from_outside import plan

SEEN = {
    "198.51.100.77": "198.51.100.0/24",
    "2001:db8:1:2:3:4:5:6": "2001:db8:1::/48",
    "::ffff:203.0.113.9": "203.0.113.0/24",
    "no address": "",
}


@pytest.fixture
async def behind_a_proxy(settings: Settings) -> AsyncIterator[House]:
    """The application behind a proxy of this machine, which says for whom it asks."""
    house = House(replace(settings, trusted_proxies=(ipaddress.ip_network("127.0.0.1"),)))
    await house.open()
    yield house
    await house.close()


async def _rename_from(house: House, member: Member, address: str) -> str:
    caller = Caller(house.url, member.token, None, **{"X-Forwarded-For": address})
    try:
        answer = await caller.patch("/me", {"name": "Rosa of Cathays"})
    finally:
        await caller.close()
    assert answer.status == 200, answer.text
    return (await AuditEntry.get(act="person.rename")).address


@pytest.mark.parametrize("address", SEEN)
async def test_a_request_behind_our_proxy_leaves_its_network(behind_a_proxy: House, cast: Cast, address: str):
    assert await _rename_from(behind_a_proxy, cast.rosa, address) == SEEN[address]


async def test_what_a_stranger_says_of_their_address_is_not_believed(house: House, cast: Cast):
    assert await _rename_from(house, cast.rosa, "198.51.100.77") == "127.0.0.0/24"


async def test_a_proxy_is_believed_only_for_the_hop_before_it(behind_a_proxy: House, cast: Cast):
    assert await _rename_from(behind_a_proxy, cast.rosa, "192.0.2.1, 198.51.100.77") == "198.51.100.0/24"


@pytest.mark.parametrize("address", SEEN)
async def test_a_live_event_behind_our_proxy_leaves_its_network(behind_a_proxy: House, cast: Cast, address: str):
    ada = await behind_a_proxy.live(cast.ada, **{"X-Forwarded-For": address})
    assert await _mode_set_by(behind_a_proxy, cast, ada) == SEEN[address]


async def test_a_live_event_without_a_proxy_leaves_its_network(house: House, cast: Cast):
    assert await _mode_set_by(house, cast, await house.live(cast.ada)) == "127.0.0.0/24"


async def _mode_set_by(house: House, cast: Cast, live: Live) -> str:
    surgery = (await house.caller(cast.ada).post("/surgeries", plan())).json["id"]
    await house.caller(cast.ada).post(f"/surgeries/{surgery}/open")
    await live.ok("enter", room=surgery, after=0)
    await live.ok("set_mode", room=surgery, mode="premoderated")
    return (await AuditEntry.get(act="room.mode")).address
