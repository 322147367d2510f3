"""An id that none can be, at every door: each says that there is nothing, and none fails."""

import re
from typing import Any

import aiohttp
import msgspec
import pytest
from yarl import URL

from rooms.event_shapes import Id
from server.features import APIS, EVENTS, PAGES
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.rooms_from_outside import Room

ODD = ("x" * 17, "5c56aed5-75ee-444b-8d77-e874ec71f905", "x" * 64, "x" * 65, "a\x00b", "٣")
_PART = re.compile(r"{(\w+)}")
_WORDS = {"act", "kind", "language", "name", "photo", "picture", "signature", "size", "token"}
DOORS = [
    (route.method, route.path, part)
    for routes in (*PAGES, *(api.routes for api in APIS))
    for route in routes
    for part in _PART.findall(route.path)
    if part not in _WORDS
]


def _signed_in(house: House, member: Member) -> aiohttp.ClientSession:
    jar = aiohttp.CookieJar(unsafe=True)
    jar.update_cookies({"bluelamp_session": member.token}, URL(house.url))
    return aiohttp.ClientSession(house.url, cookie_jar=jar)


def _path(path: str, part: str, odd: str, room: Room) -> URL:
    """The path of a room that there is, or of nothing, but for the one part that is odd."""
    known = {"id": HOME if "neighbourhoods/{id}" in path else room.id}
    return URL.build(path=_PART.sub(lambda found: odd if found[1] == part else known.get(found[1], "0" * 16), path))


pytestmark = pytest.mark.postgres


@pytest.fixture
def dialect() -> str:
    """The stricter of the two: it refuses bytes as well as lengths."""
    return "postgres"


@pytest.fixture
def limits() -> bool:
    return False


async def test_no_address_fails_for_an_id_that_can_be_none(house: House, room: Room, cast: Cast):
    failed = []
    for member in (cast.ada, cast.dee):
        async with _signed_in(house, member) as client:
            token = re.search(r'csrf-token" content="([^"]*)"', await (await client.get("/rules")).text())
            headers = {"X-CSRF-Token": token[1] if token else ""}
            for method, path, part in DOORS:
                for odd in ODD:
                    body: Any = {"json": {}} if path.startswith("/api/") else {"data": {"reason": "Why", "body": "x"}}
                    sent = {} if method == "GET" else body
                    address = _path(path, part, odd, room)
                    async with client.request(
                        method, address, headers=headers, allow_redirects=False, **sent
                    ) as answer:
                        failed += [(method, path, part, odd)] if answer.status >= 500 else []
    assert failed == []


_ASKED = [
    "/calendar?officer={}", "/neighbourhoods/cathays/calendar?officer={}", "/moderation/replay?evidence={}",
    "/moderation/evidence?before={}", "/api/v1/surgeries?host={}", "/api/v1/surgeries?cursor=1-{}",
]  # fmt: skip


@pytest.mark.parametrize("asked", _ASKED)
@pytest.mark.parametrize("odd", ["x" * 17, "x" * 40, "x" * 64, "x" * 65])
async def test_no_question_fails_for_an_id_that_can_be_none(house: House, cast: Cast, asked: str, odd: str):
    async with _signed_in(house, cast.mo) as client, client.get(asked.format(odd)) as answer:
        assert answer.status < 500


_WHOLE = {
    "client_id": ODD[0], "body": "Hello", "reason": "abuse", "mode": "open", "option": 0, "options": ["a", "b"],
    "text": "Soon", "due_on": "2099-01-01", "question": "Which?", "after": 0, "source": "desk", "moment": "before",
}  # fmt: skip


async def test_no_event_fails_for_an_id_that_can_be_none(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    for event in EVENTS:
        fields = msgspec.structs.fields(event.body)
        ids = [field.name for field in fields if field.type in (Id, Id | None) and field.name != "room"]
        whole = {field.name: _WHOLE.get(field.name, "0" * 16) for field in fields if field.required} | {"room": room.id}
        for said in [whole | {name: odd} for name in ids for odd in ODD]:
            answer = await ada.live.emit(event.name, said)
            assert answer["ok"] is False, (event.name, said)
            assert answer["error"]["code"] in {"not_found", "invalid"}, (event.name, said, answer)
    assert await room.last_seq() == 1
