"""What somebody typed is given back to them, also where somebody else was first and the form is not there any more."""

import pytest

from accounts.models import Session
from priorities.models import Phase
from priorities.proposals.merging.service import merge
from priorities.proposals.refusing.service import appeal, decide, refuse
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll

WORDS = "Words that took an evening"


@pytest.fixture
async def proposal(poll: Poll) -> str:
    return await poll.proposal(await poll.begin(Phase.SHAPE, ()), title="Parking by the school")


async def test_an_evidence_card_that_comes_after_the_vote_has_opened(
    poll: Poll, cast: Cast, proposal: str, browser: NewBrowser
) -> None:
    ada, path = browser(cast.ada), f"/proposals/{proposal}/evidence"
    await ada.get(path)
    round_id = (await poll.house.caller().get(f"/proposals/{proposal}")).json["round"]
    await poll.move_to(round_id, Phase.VOTE)
    fields = ("known", "can", "cannot", "others")
    late = await ada.post(path, version="0", **{name: f"{WORDS} {name}" for name in fields})
    assert late.status == 409
    for name in fields:
        assert f"{WORDS} {name}<" in late.text, name


async def test_reasons_of_a_colleague_who_came_second(
    poll: Poll, cast: Cast, proposal: str, browser: NewBrowser
) -> None:
    other = await poll.proposal((await poll.house.caller().get(f"/proposals/{proposal}")).json["round"])
    ada = browser(cast.ada)
    for path in ("refuse", "merge"):
        await ada.get(f"/proposals/{proposal}/{path}")
    await refuse(poll.house.app, cast.huw.viewer, proposal, "It is the council’s.")
    for path, more in (("refuse", {}), ("merge", {"into": other})):
        second = await ada.post(f"/proposals/{proposal}/{path}", reason=WORDS, **more)
        assert (second.status, WORDS in second.text) == (409, True), path


async def test_an_appeal_and_what_is_said_to_it(poll: Poll, cast: Cast, proposal: str, browser: NewBrowser) -> None:
    app, path = poll.house.app, f"/proposals/{proposal}/refusal"
    rosa, huw = browser(cast.rosa), browser(cast.huw)
    await refuse(app, cast.ada.viewer, proposal, "It is the council’s.")
    await rosa.get(path)
    await appeal(app, cast.rosa.viewer, proposal, "By another device")
    again = await rosa.post(f"/proposals/{proposal}/appeal", text=WORDS)
    assert (again.status, WORDS in again.text) == (409, True)
    await huw.get(path)
    await decide(app, cast.mo.viewer, proposal, "upheld", "It is indeed.")
    late = await huw.post(f"/proposals/{proposal}/appeal/decide", outcome="overturned", answer=WORDS)
    assert (late.status, WORDS in late.text) == (409, True)
    assert "overturned</textarea>" not in late.text, "what was chosen is no words"
    await Session.filter(person_id=cast.rosa.id).delete()
    out = await rosa.post(f"/proposals/{proposal}/appeal", text=WORDS)
    assert (out.status in (401, 403), WORDS in out.text) == (True, True)


async def test_a_change_in_all_its_fields(poll: Poll, cast: Cast, proposal: str, browser: NewBrowser) -> None:
    rosa, path = browser(cast.rosa), f"/proposals/{proposal}/edit"
    await rosa.get(path)
    into = await poll.proposal((await poll.house.caller().get(f"/proposals/{proposal}")).json["round"])
    await merge(poll.house.app, cast.ada.viewer, proposal, into, "The same")
    fields = ("title", "what", "place_name", "times", "affected", "speaks_for")
    late = await rosa.post(path, version="1", **{name: f"{WORDS} {name}" for name in fields})
    assert late.status == 409
    for name in fields:
        assert f"{WORDS} {name}" in late.text, name
