"""An address that none can be, where a browser or a person gives one: nothing fails by it."""

from uuid import uuid4

import pytest

from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.rooms_from_outside import Room

NONE = ("http://[", "http://a]b/x", "http://[x]/surgeries")


@pytest.mark.parametrize("address", NONE)
async def test_what_rosa_says_is_taken_wherever_she_claims_to_come_from(room: Room, cast: Cast, address: str) -> None:
    rosa = Browser(room.house.url, cast.rosa)
    try:
        await rosa.get(f"/surgeries/{room.id}")
        # As the browser sends it, in the place of the page it is on.
        rosa._at = address
        form = {"body": "The lamp is out", "kind": "message", "client_id": str(uuid4())}
        said = await rosa.post(f"/surgeries/{room.id}/messages", **form)
        assert (said.status, said.headers["Location"].partition("#")[0]) == (303, f"/surgeries/{room.id}")
    finally:
        await rosa.close()


@pytest.mark.parametrize("address", [*NONE, "[]", "[x]", "℀.com", "http://a:b"])
async def test_mo_is_told_that_it_is_no_sites_address(room: Room, cast: Cast, address: str) -> None:
    mo = Browser(room.house.url, cast.mo)
    try:
        await mo.get("/moderation/sites")
        answer = await mo.post("/moderation/sites", domain=address)
        assert (answer.status, "such as example.org" in answer.text) == (422, True)
    finally:
        await mo.close()


@pytest.mark.parametrize("host", ["a]b", "[", "[x]"])
async def test_the_page_to_sign_in_is_there_under_any_host(room: Room, host: str) -> None:
    somebody = Browser(room.house.url, None)
    somebody._session.headers["Host"] = host
    try:
        assert (await somebody.get("/sign-in")).status == 200
    finally:
        await somebody.close()
