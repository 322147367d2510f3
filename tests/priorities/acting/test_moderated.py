"""What the police and their partners write of their work is flagged, hidden and put back as all other words are."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from accounts.staffing.store import set_left, set_suspended
from notices.models import Notice
from tests.cast import Cast
from tests.guest_hosts import add_partner
from tests.house import House
from tests.priorities.acting.agreed import FIRST, agree, did
from tests.priorities.acting.deciding import ruled

HIDE = {"action": "hide", "clause": "privacy", "reason": "It names somebody."}


async def test_rosa_flags_an_action_and_mo_hides_it_everywhere_and_puts_it_back(house: House, cast: Cast) -> None:
    priority = await agree()
    action = await did(priority, cast.ada.id)
    target = {"type": "action", "id": action}
    form = await house.page(f"/flags/new?type=action&id={action}&back=/actions/{action}", cast.rosa)
    assert (form.status, FIRST in form.text) == (200, True)
    flagged = await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})
    assert flagged.status == 201, flagged.text
    [item] = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    assert (item["target"], item["text"]) == (target, FIRST)
    clauses = (await house.caller().get("/rules")).json["items"]
    hidden = {**HIDE, "clause": clauses[0]["id"], "version": item["version"]}
    decided = await house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", hidden)
    assert decided.status == 201, decided.text
    for who in (None, cast.rosa):
        assert FIRST not in (await house.page(f"/priorities/{priority}", who)).text
        assert (await house.page(f"/actions/{action}", who)).status == 404
    assert (await house.caller().get(f"/priorities/{priority}")).json["actions"] == []
    assert "a moderator took it down" in (await house.page(f"/actions/{action}", cast.ada)).text
    undone = await house.caller(cast.mo).post(f"/decisions/{decided.json['id']}/undo")
    assert undone.status == 204, undone.text
    assert FIRST in (await house.page(f"/priorities/{priority}")).text
    assert not await Notice.filter(kind="priority_news").exists()


async def test_a_partner_whom_an_officer_named_is_read_and_taken_out_too(house: House, cast: Cast) -> None:
    priority = await agree()
    action = await did(priority, cast.ada.id, partner="Mr Bevan at 12")
    target = {"type": "action", "id": action}
    assert (await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})).status == 201
    [item] = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    assert "Mr Bevan at 12" in item["text"]
    clauses = (await house.caller().get("/rules")).json["items"]
    decision = {
        "action": "edit", "clause": clauses[0]["id"], "reason": "It names somebody.", "body": "A neighbour helped.",
        "version": item["version"],
    }  # fmt: skip
    decided = await house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", decision)
    assert decided.status == 201, decided.text
    page = (await house.page(f"/priorities/{priority}")).text
    assert "A neighbour helped." in page
    assert "Mr Bevan" not in page


@pytest.mark.parametrize("gone", [set_suspended, set_left])
async def test_what_a_partner_did_never_becomes_the_police_s(
    house: House, cast: Cast, gone: Callable[[str], Awaitable[Any]]
) -> None:
    priority, jo = await agree(), await add_partner()
    posted = await house.caller(jo).post(f"/priorities/{priority}/actions", {"body": "Mr Bevan at 12 has new lamps."})
    assert posted.json["partner"] == "Cardiff Council"
    target = {"type": "action", "id": posted.json["id"]}
    assert (await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})).status == 201
    await gone(jo.id)
    [item] = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    assert (await ruled(house, cast, item, "edit", body="A neighbour has new lamps.")).status == 201
    [action] = (await house.caller().get(f"/priorities/{priority}")).json["actions"]
    assert (action["body"], action["partner"]) == ("A neighbour has new lamps.", "Cardiff Council")


async def test_what_is_not_shown_is_not_flagged(house: House, cast: Cast) -> None:
    action = await did(await agree(), cast.ada.id, state="withdrawn")
    target = {"type": "action", "id": action}
    assert (await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "other"})).status == 404
