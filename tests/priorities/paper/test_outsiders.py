"""Slips and letters are for the staff of the round, and for nobody else."""

import pytest

from priorities.ballots.models import Code, Slip, Voted
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll

OUTSIDERS = ("rosa", "gwen", "olga", "nia", "mo", "max")
BODIES = {
    "slips": {"count": 1},
    "slips/people": {"name": "Rosa"},
    "slips/issue": {"serial": 1, **JANE},
    "slips/readings": {"serial": 1, "choices": None},
    "slips/spoil": {"serial": 1, "reason": "Torn"},
    "slips/return": {"serial": 1, **JANE},
    "letters": {"addresses": [JANE]},
    "letters/void": {"code": "7KQ2-MXR4-TD9P"},
}
PAGES = ("slips", "slips/issue", "slips/read", "slips/spoil", "slips/return", "letters")
FORMS = (
    "slips/print", "slips/find", "slips/issue", "slips/read", "slips/spoil", "slips/return", "slips/return/find",
    "letters/void",
)  # fmt: skip


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def test_ada_and_dee_are_let_in(poll: Poll, slips: Slips, cast: Cast, browser: NewBrowser) -> None:
    for member in (cast.ada, cast.dee):
        for page in PAGES:
            assert (await browser(member).get(f"/rounds/{slips.round}/{page}")).status == 200
    assert (await poll.house.caller(cast.dee).get(f"/rounds/{slips.round}/slips")).status == 200


@pytest.mark.parametrize("name", [*OUTSIDERS, None])
async def test_nobody_else_is(poll: Poll, slips: Slips, cast: Cast, browser: NewBrowser, name: str | None) -> None:
    member = getattr(cast, name) if name else None
    before = (await Slip.all().values(), await Voted.all().count())
    caller, pages = poll.house.caller(member), browser(member)
    refusals = {401, 403}
    for path, body in BODIES.items():
        assert (await caller.post(f"/rounds/{slips.round}/{path}", body)).status in refusals, path
    for path in ("slips", "letters"):
        assert (await caller.get(f"/rounds/{slips.round}/{path}")).status in refusals, path
    for page in PAGES:
        assert (await pages.get(f"/rounds/{slips.round}/{page}")).status in {*refusals, 303}, page
    await pages.get("/rules")
    for form in FORMS:
        answer = await pages.post(f"/rounds/{slips.round}/{form}", serial="1", reason="Torn", nothing="yes", **JANE)
        assert answer.status in {*refusals, 303}, form
        assert not answer.headers.get("Location", "").startswith(f"/rounds/{slips.round}"), form
    assert (await Slip.all().values(), await Voted.all().count()) == before
    assert await Code.all().count() == 0
