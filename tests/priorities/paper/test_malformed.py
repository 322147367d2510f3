"""What nobody types by accident is refused in a sentence, at every door of the vote, and leaves nothing behind."""

import json
from typing import Any

import pytest

from foundation.models import AuditEntry
from priorities.ballots.models import Ballot, Code, Voted
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.clients import BASE
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll

NASTY = ("\x00", "Jane\x00 Doe", "\ud800", "‮Jane Doe", "x" * 200, "'; DROP TABLE person; --", "%", "\n\r\t")


def _bodies(nasty: str, option: str) -> dict[str, Any]:
    return {
        "slips/people": {"name": nasty},
        "slips/issue": {"serial": 1, "person": nasty[:64]},
        "slips/issue#name": {"serial": 1, **JANE, "name": nasty},
        "slips/issue#house": {"serial": 1, **JANE, "house": nasty},
        "slips/issue#postcode": {"serial": 1, **JANE, "postcode": nasty},
        "slips/return": {"serial": 1, "person": nasty[:64]},
        "slips/return#name": {"serial": 1, **JANE, "name": nasty},
        "slips/readings": {"serial": 1, "choices": [nasty[:64]]},
        "slips/spoil": {"serial": 99, "reason": nasty},
        "letters/void": {"code": nasty},
        "letters/void#name": {**JANE, "name": nasty},
    }


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
async def test_over_json(poll: Poll, slips: Slips, cast: Cast, nasty: str) -> None:
    [option, *_rest] = await poll.options(slips.round)
    ada, rosa = poll.house.caller(cast.ada), poll.house.caller(cast.rosa)
    headers = {"Content-Type": "application/json"}
    for door, body in _bodies(nasty, option).items():
        path = f"{BASE}/rounds/{slips.round}/{door.partition('#')[0]}"
        answer = await ada.send("POST", path, data=json.dumps(body).encode(), headers=headers)
        assert 200 <= answer.status < 500, (door, answer.text)
    for more in ({"code": nasty[:40]}, {"choices": [nasty[:64]]}, {"client_id": nasty[:64]}):
        body = {"choices": [option], **more}
        path = f"{BASE}/rounds/{slips.round}/ballot"
        answer = await rosa.send("PUT", path, data=json.dumps(body).encode(), headers=headers)
        assert 200 <= answer.status < 500, (more, answer.text)
    path = f"{BASE}/rounds/{slips.round}/receipts/{nasty.encode(errors='replace').hex()}"
    assert (await rosa.send("GET", path)).status == 404


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
async def test_by_forms(poll: Poll, slips: Slips, cast: Cast, browser: NewBrowser, nasty: str) -> None:
    [option, *_rest] = await poll.options(slips.round)
    ada, rosa = browser(cast.ada), browser(cast.rosa)
    said = nasty.encode(errors="surrogatepass").decode(errors="replace") if nasty == "\ud800" else nasty
    await ada.get(f"/rounds/{slips.round}/slips/issue")
    for path, fields in {
        "slips/find": {"sought": said}, "slips/issue": {"serial": said, **JANE}, "slips/read": {"serial": said},
        "slips/return": {"serial": "1", "sought": "x", "person": said}, "slips/return/find": {"sought": said},
        "slips/spoil": {"serial": "99", "reason": said, "replacement": said}, "letters/void": {"code": said},
        "slips/print": {"count": said},
    }.items():  # fmt: skip
        assert (await ada.post(f"/rounds/{slips.round}/{path}", **fields)).status < 500, path
    await rosa.get(f"/rounds/{slips.round}/vote")
    name = "".join(each for each in said if each.isprintable())  # no client sends others in the name of a field
    for fields in ({f"choice-{name}": "yes"}, {f"choice-{option}": "yes", "code": said}, {"place-1": said}):
        answer = await rosa.post(f"/rounds/{slips.round}/vote", **fields)
        assert 400 <= answer.status < 500 or not said.strip(), fields
    for many, status in ((300, 422), (5000, 413)):
        fields = {f"choice-{number}": "yes" for number in range(many)}
        assert (await rosa.post(f"/rounds/{slips.round}/vote", **fields)).status == status
    assert (await Code.all().count(), await AuditEntry.filter(act="slip.spoil").count()) == (0, 0)
    assert await Voted.all().count() == await Ballot.all().count()
