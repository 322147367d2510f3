"""What can be no id, in what clients send and ask for, is refused in a sentence: PostgreSQL fails over some of it."""

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest

from priorities.acting.models import Action
from priorities.agreeing.models import PanelMember
from priorities.ballots.models import Ballot
from priorities.models import Phase
from priorities.proposals.models import Merge
from priorities.rounds.plans import DATES
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast, Member
from tests.clients import BASE
from tests.priorities.acting.agreed import agree, did
from tests.priorities.agreeing.sitting import in_weeks, sit
from tests.priorities.poll import Poll
from tests.priorities.rounds.test_as_json import OF_HOME, dates, new_round

HUGE = int("9" * 4300)
"""One digit more is no number to Python."""
ODD = ("\x00", "a\x00b", "x" * 17, "x" * 5000, "\ud800", "٣", "%", "'")


@pytest.fixture
def limits() -> bool:
    return False


async def test_no_list_begins_after_one(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.GATHER)
    lists = (
        f"/neighbourhoods/{HOME}/rounds", f"/neighbourhoods/{HOME}/priorities", f"/rounds/{round_id}/proposals",
        f"/neighbourhoods/{HOME}/you-said-we-did", "/forces/south-wales/you-said-we-did",
    )  # fmt: skip
    for path in lists:
        assert (await poll.house.caller().get(path)).status == 200, path
        for odd in ODD[:4] + ODD[5:]:  # no address holds half a character
            address = f"{path}?{urlencode({'cursor': odd})}"
            answer = await poll.house.caller(cast.rosa).get(address)
            assert answer.status == 422, (path, odd, answer.text)


async def test_nothing_is_put_together_with_it(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.GATHER)
    path = f"/proposals/{(await poll.options(round_id))[0]}/merge"
    ada = browser(cast.ada)
    await ada.get(path)
    for odd in ODD:
        assert await _sent(poll, cast, "PUT", path, {"into": odd, "reason": "Both are about bikes."}) in (400, 422), odd
        if odd != "\ud800":
            assert (await ada.post(path, into=odd, reason="Both are about bikes.")).status == 422, odd
    assert not await Merge.exists()


async def test_nobody_of_it_is_on_a_panel(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    sitting = await sit(poll.house, cast, poll)
    path, ada = f"/rounds/{sitting.round_id}/panel", browser(cast.ada)
    await ada.get(path)
    for odd in (each for each in ODD if each != "\ud800"):
        assert (await ada.post(path, person=odd)).status == 422, odd
        assert (await ada.post(f"{path}/surgery", surgery=odd)).status == 422, odd
        assert (await ada.get(f"{path}?{urlencode({'name': odd})}")).status == 200, odd
    assert await PanelMember.all().count() == 1


async def test_no_promise_is_made_of_it(poll: Poll, cast: Cast) -> None:
    sitting = await sit(poll.house, cast, poll)
    promise = {"owner_role": "team", "promise": "We patrol.", "next_update": in_weeks(4)}
    for odd in ODD:
        body: Any = {"options": [{**promise, "id": odd}]}
        assert await _sent(poll, cast, "POST", f"/rounds/{sitting.round_id}/agreement", body) in (400, 422), odd
        body = {"surgery": odd}
        assert await _sent(poll, cast, "PUT", f"/rounds/{sitting.round_id}/panel/surgery", body) in (400, 422), odd
    chosen = {**promise, "id": sitting.options[0]}
    for body in ({"options": [chosen], "version": HUGE}, {"options": [{**chosen, "kept_version": HUGE}]}):
        assert 400 <= await _sent(poll, cast, "POST", f"/rounds/{sitting.round_id}/agreement", body) < 500


async def test_no_work_is_said_of_it(poll: Poll, cast: Cast) -> None:
    priority = await agree()
    action = await did(priority, cast.ada.id)
    said: Any = {"body": "We stood there with a speed gun."}
    kept: Any = {"owner_role": "team", "promise": "We patrol.", "next_update": in_weeks(4), "kept_version": 1}
    for odd in ODD:
        pictures = await _sent(poll, cast, "POST", f"/priorities/{priority}/actions", {**said, "pictures": [odd]})
        assert pictures in (400, 422), odd
        changed = {**said, "version": 1, "pictures": [odd]}
        assert await _sent(poll, cast, "PATCH", f"/actions/{action}", changed) in (400, 422), odd
        keeping = {**kept, "owner": odd}
        assert await _sent(poll, cast, "PATCH", f"/priorities/{priority}", keeping) in (400, 422), odd
        sent = await _sent(poll, cast, "POST", f"/priorities/{priority}/actions", {**said, "client_id": odd})
        assert sent in (201, 400, 422), odd
    assert await _sent(poll, cast, "PATCH", f"/actions/{action}", {**said, "version": HUGE}) in (409, 422)
    assert await _sent(poll, cast, "PATCH", f"/priorities/{priority}", {**kept, "kept_version": HUGE}) in (409, 422)
    assert (await Action.get(id=action)).version == 1


async def test_no_proposal_is_made_or_changed_with_it(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.GATHER)
    [proposal, *_rest] = await poll.options(round_id)
    said: Any = {"title": "Lamps in Salisbury Road", "what": "They are dark."}
    for odd in ODD:
        body = {**said, "pictures": [odd]}
        assert await _sent(poll, cast, "POST", f"/rounds/{round_id}/proposals", body, cast.rosa) in (400, 422), odd
        body = {**body, "version": 1}
        assert await _sent(poll, cast, "PATCH", f"/proposals/{proposal}", body, cast.rosa) in (400, 422), odd
    body = {**said, "version": HUGE}
    assert await _sent(poll, cast, "PATCH", f"/proposals/{proposal}", body, cast.rosa) in (409, 422)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z"])
async def test_no_date_of_a_round_is_at_the_end_of_the_calendar(poll: Poll, cast: Cast, moment: str) -> None:
    """Nothing can be reckoned with it: an hour later there is no date."""
    round_id, ada = await poll.begin(Phase.GATHER), poll.house.caller(cast.ada)
    for name in DATES:
        body = new_round(dates=dates() | {name: moment})
        assert (await ada.post(OF_HOME, body)).status == 422, name
    for name in DATES[1:]:
        for later in (False, True):
            moved = await ada.post(f"/rounds/{round_id}/dates", {"reason": "It is cold.", name: moment, "later": later})
            assert (moved.status, [each["field"] for each in moved.json["errors"]]) == (422, [name])


async def test_half_a_character_in_a_form_can_not_be_read(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    """No browser sends one; who names a charset that has them can."""
    round_id = await poll.begin(Phase.VOTE)
    [option, *_rest] = await poll.options(round_id)
    rosa, path = browser(cast.rosa), f"/rounds/{round_id}/vote"
    token = re.search(r'name="csrf_token" value="([^"]*)"', (await rosa.get(path)).text)
    assert token
    known = urlencode({"csrf_token": token[1], f"choice-{option}": "yes"})
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=raw_unicode_escape"}
    for half in (r"client_id=\ud800", r"choice-\ud800=yes"):
        answer = await rosa._send("POST", path, data=f"{known}&{half}".encode(), headers=headers)
        assert (answer.status, "could not be read" in answer.text) == (400, True), half
    assert not await Ballot.exists()


async def _sent(poll: Poll, cast: Cast, method: str, path: str, body: Any, by: Member | None = None) -> int:
    """What Ada or another one is answered, whose client says half a character as JSON can."""
    headers = {"Content-Type": "application/json"}
    caller = poll.house.caller(by or cast.ada)
    return (await caller.send(method, BASE + path, data=json.dumps(body).encode(), headers=headers)).status
