"""Every page and call that there is, asked for a booth by who has no business there: none says anything of it."""

import re

import pytest

from rooms.models import Message
from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast
from tests.rooms.booth.conftest import SECRET, Talk
from tests.test_doors import REGISTERED


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def limits() -> bool:
    return False


def addresses(talk: Talk, cast: Cast, message: str) -> list[str]:
    """Each with the booth's id where a room's is wanted, or with the surgery's in which it was begun."""
    found = []
    for route in REGISTERED:
        first = route.path.removeprefix("/api/v1").split("/")[1]
        of_place = {"neighbourhoods": HOME, "officers": cast.ada.id}.get(first)
        for id_ in [of_place] if of_place else [talk.id, talk.surgery.id]:
            path = re.sub(r"\{[^}]*\}", message, route.path.replace("{id}", id_))
            if route.method == "GET" and not path.startswith("/admin/people"):
                found.append(path)
    return found


@pytest.mark.parametrize("name", ["reader", "amir", "huw", "mo", "dee"])
async def test_no_door_at_all_says_that_rosa_talks_with_ada(talk: Talk, cast: Cast, name: str):
    [message] = await Message.filter(room_id=talk.id).values_list("id", flat=True)
    member = None if name == "reader" else getattr(cast, name)
    browser, caller, opened = Browser(talk.house.url, member), talk.house.caller(member), 0
    try:
        for path in addresses(talk, cast, str(message)):
            answer = await (caller.send("GET", path) if path.startswith("/api/") else browser.get(path))
            opened += answer.status == 200
            said = answer.text.replace(path, "")
            for secret in (SECRET, talk.id, cast.rosa.id, "Rosa Jones"):
                assert answer.status != 200 or secret not in said, (path, secret)
    finally:
        await browser.close()
    assert opened > 30, "doors must open for this to mean anything"
