"""A form on another site sends the browser's cookie along, and no token of ours: behind no door does it do anything."""

from typing import Any

import pytest

from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast
from tests.guest_hosts import add_partner, let_host
from tests.house import House
from tests.rooms_from_outside import Room
from tests.test_doors import REGISTERED

WITHOUT_A_TOKEN = {"/unsubscribe/{person}/{kind}/{signature}"}
"""The link in a mail is its own: a mail program posts to it (RFC 8058)."""
SENT = {
    "body": "X", "title": "X", "text": "X", "reason": "other", "age": "18_or_over", "mode": "locked", "kind": "heading",
    "moment": "before", "plan": "none", "shown": "no", "name": "Someone Else", "age_band": "18_or_over", "option": "0",
    "question": "X", "option_1": "A", "option_2": "B", "source": "desk", "categories": "A", "wanted": "yes",
    "clause": "kind", "action": "pin", "forum": "", "how": "none",
}  # fmt: skip


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def limits() -> bool:
    return False


async def _ids(room: Room, cast: Cast) -> dict[str, str]:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    asked = await rosa.ask("When do you come by?")
    poll = (await ada.ok("open_poll", question="Park?", options=["Yes", "No"]))["id"]
    pin, moment = (await ada.ok("pin_notice", text="Hello"))["id"], (await ada.ok("mark_moment"))["id"]
    named = {"question": asked, "message": asked, "poll": poll, "pin": pin, "moment": moment, "person": cast.amir.id}
    return {"surgeries": room.id, "neighbourhoods": HOME, **named, **await _ids_of_forums(room.house, cast)}


async def _ids_of_forums(house: House, cast: Cast) -> dict[str, str]:
    """A topic that is Rosa's, with her own text in it, where Ada and Dee serve."""
    topic = (await house.caller(cast.rosa).post(f"/neighbourhoods/{HOME}/topics", {"title": "X", "body": "X"})).json
    [first] = (await house.caller().get(f"/topics/{topic['id']}/replies")).json["items"]
    sections = (await house.caller().get(f"/neighbourhoods/{HOME}/forum")).json["sections"]
    return {"topics": topic["id"], "replies": first["id"], "forum": topic["forum"], "section": sections[0]["id"]}


def _filled(path: str, ids: dict[str, str]) -> str:
    """The address of what there is, as far as there is some."""
    first = path.split("/")[1]
    for name in ("question", "message", "poll", "pin", "moment", "person", "forum", "section"):
        path = path.replace(f"{{{name}}}", ids[name])
    path = path.replace("{id}", ids.get(first, ids["person"]))
    return "/".join("0" * 16 if part.startswith("{") else part for part in path.split("/"))


async def test_no_form_of_another_site_does_anything(room: Room, house: House, cast: Cast):
    ids = await _ids(room, cast)
    partner = await add_partner()
    await let_host(room.id, partner)
    routes = [route for route in REGISTERED if route.method == "POST" and not route.path.startswith("/api/")]
    checked: dict[str, set[Any]] = {}
    for member in (cast.ada, cast.dee, cast.rosa, partner):
        browser = Browser(house.url, member)
        try:
            for route in routes:
                if route.path not in WITHOUT_A_TOKEN:
                    answer = await browser.post_without_token(_filled(route.path, ids), **SENT)
                    checked.setdefault(route.path, set()).add(answer.status)
        finally:
            await browser.close()
    let_in = {path: statuses for path, statuses in checked.items() if any(status < 400 for status in statuses)}
    assert let_in == {}
    assert len(checked) > 100, "every form must have been tried"
