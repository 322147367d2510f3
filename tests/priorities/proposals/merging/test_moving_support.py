"""Whose support goes along says so, and silence leaves it where it was."""

import pytest

from foundation.errors import Conflict
from notices.models import Notice
from priorities.models import Proposal
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.merging.service import merge, unmerge
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.merging.pair import WHY, both_say, supporters


async def test_silence_leaves_the_support_and_one_tap_moves_it(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    _round, old, into = two
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    assert await supporters(into) == {cast.amir.id}, "nobody has said anything yet"
    [asked] = await Notice.filter(person_id=cast.rosa.id, kind="merge_asked")
    rosa = browser(cast.rosa)
    assert "Bikes at the station" in (await rosa.get("/notices")).text, "which one it is, as it is called now"
    page = await rosa.get(asked.path)
    assert WHY in page.text
    sent = await rosa.post(asked.path, moved="yes")
    assert sent.headers["Location"] == f"/proposals/{into}"
    assert await supporters(into) == {cast.rosa.id, cast.amir.id}
    assert (await Notice.get(id=asked.id)).read_at is not None
    await rosa.get(asked.path)
    await rosa.post(asked.path, moved="no")
    assert await supporters(into) == {cast.amir.id}, "until the vote they may think better of it"
    assert await supporters(old) == {cast.rosa.id, cast.amir.id}, "what they supported stays noted"


async def test_support_that_moves_overtakes_nobody_who_writes(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    _round, old, into = two
    amir = poll.house.caller(cast.amir)
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    read = (await amir.get(f"/proposals/{into}")).json
    await move_support(poll.house.app, cast.rosa.viewer, old, moved=True)
    words = {"version": read["version"], "title": read["title"], "what": "They are stolen by day, too."}
    assert (await amir.patch(f"/proposals/{into}", words)).status == 200


async def test_support_goes_on_to_where_the_proposal_is_by_now(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    await merge(app, cast.ada.viewer, into, last, WHY)
    with pytest.raises(Conflict):
        await unmerge(app, cast.ada.viewer, old)
    assert await move_support(app, cast.rosa.viewer, old, moved=True) == last
    assert await supporters(last) == {cast.rosa.id}
    await unmerge(app, cast.ada.viewer, into)
    assert (await supporters(last), await supporters(into)) == (set(), {cast.rosa.id, cast.amir.id})
    await unmerge(app, cast.ada.viewer, old)
    assert (await supporters(into), await supporters(old)) == ({cast.amir.id}, {cast.rosa.id, cast.amir.id})


async def test_support_is_taken_back_from_wherever_it_came_to(
    poll: Poll, cast: Cast, two: tuple[str, str, str]
) -> None:
    round_id, old, into = two
    app = poll.house.app
    last = await poll.proposal(round_id, title="Theft at the station")
    await merge(app, cast.ada.viewer, old, into, WHY)
    await both_say(poll, old)
    await merge(app, cast.ada.viewer, into, last, WHY)
    await both_say(poll, into)
    assert await supporters(last) == {cast.rosa.id, cast.amir.id}
    await both_say(poll, old, moved=False)
    assert await supporters(into) == {cast.amir.id}
    assert await supporters(last) == {cast.amir.id}, "he supported the second one by himself, and said yes there"
    assert "Support that went along: 1 of 1." in (await poll.house.page(f"/proposals/{last}")).text


async def test_words_that_were_taken_down_are_shown_to_nobody_who_is_asked(
    poll: Poll, cast: Cast, two: tuple[str, str, str], browser: NewBrowser
) -> None:
    _round, old, into = two
    await merge(poll.house.app, cast.ada.viewer, old, into, WHY)
    await Proposal.filter(id=into).update(state="hidden", title="Mrs Quagga", html="<p>Mrs Quagga</p>")
    answer = await browser(cast.rosa).get(f"/proposals/{old}/move-support")
    assert (answer.status, "Quagga" in answer.text) == (409, False)
