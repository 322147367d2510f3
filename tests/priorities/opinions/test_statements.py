"""Putting statements, saying what one thinks, and that nobody knows how many agree before the vote is closed."""

import pytest

from priorities.ballots.models import RoundKey
from priorities.models import Phase
from priorities.opinions.models import Opinion, Statement
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.poll import Poll

LAMPS = "More lamps would help more than more patrols"


async def test_rosa_puts_a_statement_and_amir_disagrees_and_thinks_better_of_it(asking: Asking, cast: Cast):
    assert (await asking.put(LAMPS)).status == 201
    assert await asking.list_for(None) == {LAMPS: None}
    assert (await asking.say(cast.amir, "disagree")).status == 204
    assert await asking.list_for(cast.amir) == {LAMPS: "disagree"}
    assert (await asking.say(cast.amir, "agree")).status == 204
    assert await asking.list_for(cast.amir) == {LAMPS: "agree"}
    assert await asking.list_for(cast.rosa) == {LAMPS: None}
    assert await Opinion.exclude(statement_id="").count() == 1


async def test_nobody_learns_how_many_agree_before_the_close(asking: Asking, cast: Cast, house: House):
    await asking.put(LAMPS)
    before = await house.caller(cast.rosa).send("GET", f"/rounds/{asking.id}/opinions")
    await asking.say(cast.amir, "agree")
    after = await house.caller(cast.rosa).send("GET", f"/rounds/{asking.id}/opinions")
    assert _without_tokens(before.text) == _without_tokens(after.text)
    for member in (None, cast.rosa, cast.ada, cast.mo, cast.dee):
        assert (await asking.results(member)).status == 404


def _without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf" not in line and "client_id" not in line]


async def test_who_lives_elsewhere_and_who_is_signed_out_are_refused(asking: Asking, cast: Cast):
    await asking.put(LAMPS)
    for member, status in ((cast.olga, 403), (cast.gwen, 403), (cast.nia, 403), (cast.max, 403)):
        assert (await asking.say(member, "agree")).status == status, member
        assert (await asking.put("Another one", member)).status == status, member
    assert (await asking.say(cast.ada, "agree")).status == 403
    anybody = await asking.poll.house.caller(None).put(
        f"/statements/{asking.statements[0]}/opinion", {"opinion": "pass"}
    )
    assert anybody.status == 401
    assert await Opinion.all().count() == 0


async def test_an_officer_who_serves_here_may_put_a_statement(asking: Asking, cast: Cast):
    assert (await asking.put("We should come by on foot more often", cast.ada)).status == 201


async def test_what_is_no_opinion_or_no_statement_is_refused(asking: Asking, cast: Cast):
    await asking.put(LAMPS)
    assert (await asking.say(cast.amir, "perhaps")).status == 422
    for text in ("", " \u200b ", "x" * 141, LAMPS.upper()):
        assert (await asking.put(text)).status == 422, text
    assert (await asking.put("x" * 140)).status == 201


async def test_before_the_vote_one_can_put_statements_but_not_answer_them(poll: Poll, cast: Cast):
    asking = Asking(poll, await poll.begin(Phase.GATHER, opinions=True))
    await asking.put(LAMPS)
    assert (await asking.say(cast.amir, "agree")).status == 409
    await poll.move_to(asking.id, Phase.VOTE)
    assert (await asking.say(cast.amir, "agree")).status == 204


async def test_after_the_vote_nothing_changes_any_more(asking: Asking, cast: Cast, poll: Poll):
    await asking.put(LAMPS)
    await asking.say(cast.amir, "agree")
    await poll.move_to(asking.id, Phase.AGREE)
    late = await asking.say(cast.amir, "disagree")
    assert late.status == 409
    assert {"now", "closes_at"} <= late.json.keys()
    assert (await asking.put("Too late")).status == 409
    assert await asking.list_for(cast.amir) == {LAMPS: None}


async def test_a_round_that_does_not_ask_has_no_such_page(poll: Poll, cast: Cast, house: House):
    round_id = await poll.begin(Phase.VOTE)
    assert (await house.caller(cast.rosa).get(f"/rounds/{round_id}/statements")).status == 404
    assert (await house.caller(cast.rosa).send("GET", f"/rounds/{round_id}/opinions")).status == 404


async def test_the_same_sent_twice_is_one_statement(asking: Asking, cast: Cast, house: House):
    sent = {"text": LAMPS, "client_id": "7f2f9f0e-6d0e-4b53-9a59-0d9f3f4b9f10"}
    first, again = [await house.caller(cast.rosa).post(f"/rounds/{asking.id}/statements", sent) for _ in range(2)]
    assert first.json["id"] == again.json["id"]
    assert await Statement.all().count() == 1


async def test_after_a_restore_nobody_counts_twice(asking: Asking, cast: Cast):
    """Backups leave the key out: under another one Amir would be somebody else."""
    await asking.put(LAMPS)
    await asking.say(cast.amir, "agree")
    await RoundKey.filter(id=asking.id).update(key="f" * 64)
    refused = await asking.say(cast.amir, "agree")
    assert refused.status == 409
    assert "restored from a backup" in refused.json["detail"]
    await RoundKey.filter(id=asking.id).delete()
    assert (await asking.say(cast.rosa, "agree")).status == 409
    assert await Opinion.exclude(statement_id="").count() == 1


async def test_rosa_does_it_all_without_scripts(asking: Asking, cast: Cast, browser: NewBrowser):
    path, rosa = f"/rounds/{asking.id}/opinions", browser(cast.rosa)
    await rosa.get(path)
    put = await rosa.post(path, text=LAMPS)
    assert put.headers["Location"] == f"{path}?said=put#own"
    put = await rosa.get(f"{path}?said=put")
    assert "Your statement is there for everybody." in put.text
    assert "Statement 1 of 1" in put.text
    statement = await Statement.get()
    await rosa.post(f"/statements/{statement.id}/opinion", opinion="pass")
    given = await rosa.get(path)
    assert "You have said what you think of every statement" in given.text
    assert (await Opinion.get(statement_id=statement.id)).opinion == 0
    long = await rosa.post(path, text="y" * 200)
    assert long.status == 422
    assert "y" * 200 in long.text


@pytest.mark.parametrize("door", ["/rounds/{}/opinions", "/api/v1/rounds/{}/statements"])
async def test_a_hidden_statement_is_gone_from_every_door(asking: Asking, cast: Cast, house: House, door: str):
    await asking.put("Litter is the worst of it")
    await asking.say(cast.amir, "agree")
    flagged = await house.caller(cast.amir).post(
        "/flags", {"target": {"type": "statement", "id": asking.statements[0]}, "reason": "abuse"}
    )
    assert flagged.status == 201
    queue = (await house.caller(cast.mo).get("/moderation/queue")).json["items"]
    item = next(each for each in queue if each["target"]["type"] == "statement")
    decided = await house.caller(cast.mo).post(
        f"/moderation/items/{item['id']}/decision",
        {"version": item["version"], "action": "hide", "clause": (await _clause(house, cast)), "reason": "Not here."},
    )
    assert decided.status == 201, decided.text
    assert "Litter is the worst" not in (await house.caller(None).send("GET", door.format(asking.id))).text
    assert (await asking.say(cast.amir, "agree")).status == 404


async def _clause(house: House, cast: Cast) -> str:
    return str((await house.caller(cast.mo).get("/rules")).json["items"][0]["id"])
