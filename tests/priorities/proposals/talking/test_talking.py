"""A proposal is talked about in one topic of the forum, and a topic is put forward as one proposal."""

import asyncio

import pytest

from forums.models import PostState, Topic
from forums.places.service import forum_of_neighbourhood
from foundation.errors import Conflict, Refusal
from foundation.ids import new_id
from priorities.models import Phase, Proposal, ProposalState
from priorities.proposals.merging.service import merge
from priorities.proposals.talking.service import talk
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.forums.talk import Talk
from tests.priorities.poll import Poll

WHAT = "Bikes are taken at night."


@pytest.fixture
async def proposal(poll: Poll) -> str:
    return await poll.proposal(await poll.begin(Phase.GATHER, ()), title="Bikes at the station", what=WHAT)


async def _topics(proposal: str) -> list[Topic]:
    return await Topic.filter(proposal_id=proposal).order_by("id")


async def test_amir_begins_the_topic_and_everybody_else_is_led_to_it(
    poll: Poll, cast: Cast, proposal: str, browser: NewBrowser
) -> None:
    amir, rosa = browser(cast.amir), browser(cast.rosa)
    await amir.get(f"/proposals/{proposal}")
    begun = await amir.post(f"/proposals/{proposal}/talk")
    [topic] = await _topics(proposal)
    assert begun.headers["Location"] == f"/topics/{topic.id}"
    assert topic.author_id == cast.amir.id
    page = (await rosa.get(f"/topics/{topic.id}")).text
    assert "What do you think of this proposal" in page
    assert WHAT not in page, "words that are taken down must not stay in a topic of somebody else’s"
    assert "Bikes at the station" not in page
    assert f'href="/proposals/{proposal}"' in page
    assert f'href="/topics/{topic.id}"' in (await rosa.get(f"/proposals/{proposal}")).text
    again = await poll.house.caller(cast.rosa).post(f"/proposals/{proposal}/talk")
    assert again.json == {"page": f"/topics/{topic.id}"}
    assert len(await _topics(proposal)) == 1


async def test_two_who_begin_it_at_once_begin_one(poll: Poll, cast: Cast, proposal: str) -> None:
    pressed = (talk(poll.house.app, who.viewer, proposal) for who in (cast.rosa, cast.amir, cast.ada))
    said = await asyncio.gather(*pressed, return_exceptions=True)
    [topic] = await _topics(proposal)
    assert f"/topics/{topic.id}" in said
    assert all(each == f"/topics/{topic.id}" or isinstance(each, Conflict) for each in said)
    assert (await Proposal.get(id=proposal)).topic_id == topic.id


async def test_who_could_not_begin_it_leaves_it_to_others(poll: Poll, cast: Cast, proposal: str) -> None:
    assert (await poll.house.caller().post(f"/proposals/{proposal}/talk")).status == 401
    try:
        await talk(poll.house.app, cast.gwen.viewer, proposal)
    except Refusal:
        assert (await Proposal.get(id=proposal)).topic_id is None
    await poll.house.caller(cast.rosa).post(f"/proposals/{proposal}/talk")
    assert await _topics(proposal)


async def test_a_beginner_who_went_away_is_not_waited_for(poll: Poll, cast: Cast, proposal: str) -> None:
    await Proposal.filter(id=proposal).update(topic_id=new_id())
    with pytest.raises(Conflict):
        await talk(poll.house.app, cast.rosa.viewer, proposal)
    await Proposal.filter(id=proposal).update(topic_id="0" * 16)
    path = await talk(poll.house.app, cast.rosa.viewer, proposal)
    [topic] = await _topics(proposal)
    assert path == f"/topics/{topic.id}"


async def test_a_topic_whose_beginner_went_away_is_taken_up(poll: Poll, cast: Cast, proposal: str) -> None:
    await talk(poll.house.app, cast.rosa.viewer, proposal)
    [topic] = await _topics(proposal)
    await Proposal.filter(id=proposal).update(topic_id="0" * 16)
    assert await talk(poll.house.app, cast.amir.viewer, proposal) == f"/topics/{topic.id}"
    assert len(await _topics(proposal)) == 1, "nobody came to say that it was begun: it was all the same"
    assert (await Proposal.get(id=proposal)).topic_id == topic.id


async def test_what_a_moderator_took_down_is_not_begun_again(poll: Poll, cast: Cast, proposal: str) -> None:
    await talk(poll.house.app, cast.rosa.viewer, proposal)
    [topic] = await _topics(proposal)
    await Topic.filter(id=topic.id).update(state=PostState.HIDDEN)
    page = (await poll.house.page(f"/proposals/{proposal}", cast.amir)).text
    assert f"/topics/{topic.id}" not in page
    with pytest.raises(Conflict):
        await talk(poll.house.app, cast.amir.viewer, proposal)
    await Topic.filter(id=topic.id).update(state=PostState.WITHDRAWN)
    await talk(poll.house.app, cast.amir.viewer, proposal)
    assert len(await _topics(proposal)) == 2


async def test_one_that_is_part_of_another_is_talked_about_there(poll: Poll, cast: Cast, proposal: str) -> None:
    into = await poll.proposal((await Proposal.get(id=proposal)).round_id, title="Bikes")
    await merge(poll.house.app, cast.ada.viewer, proposal, into, "The same")
    with pytest.raises(Conflict):
        await talk(poll.house.app, cast.rosa.viewer, proposal)


async def test_a_topic_is_put_forward_once(poll: Poll, cast: Cast, talk: Talk, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    rosa = browser(cast.rosa)
    assert "/put-forward" not in (await rosa.get(f"/topics/{topic}")).text, "no round takes proposals"
    round_id = await poll.begin(Phase.GATHER, ())
    assert "/put-forward" in (await rosa.get(f"/topics/{topic}")).text
    await rosa.get(f"/topics/{topic}/put-forward")
    sent = await rosa.post(f"/topics/{topic}/put-forward", title="Lamps by the school", body="Mend the lamp.")
    [proposal] = await Proposal.filter(round_id=round_id)
    assert sent.headers["Location"] == f"/proposals/{proposal.id}"
    assert (proposal.title, proposal.author_id, proposal.topic_id) == ("Lamps by the school", cast.rosa.id, topic)
    assert f'href="/topics/{topic}"' in (await rosa.get(f"/proposals/{proposal.id}")).text
    assert f'href="/proposals/{proposal.id}"' in (await rosa.get(f"/topics/{topic}")).text
    assert (await rosa.post(f"/topics/{topic}/put-forward", title="Again", body="Once more.")).status == 403
    await poll.move_to(round_id, Phase.SHAPE)
    other = str((await talk.topic(cast.rosa, "Another lamp")).topic_id)
    assert "/put-forward" not in (await rosa.get(f"/topics/{other}")).text


async def test_what_a_moderator_reads_first_is_linked_all_the_same(poll: Poll, cast: Cast, talk: Talk) -> None:
    round_id = await poll.begin(Phase.GATHER, ())
    topic = str((await talk.topic(cast.rosa)).topic_id)
    body = {"title": "Lamps", "body": "Ring Mr Smith of 1 Lowther Road on 07700 900123, he did it."}
    warned = await poll.house.caller(cast.rosa).post(f"/topics/{topic}/put-forward", body)
    assert warned.status == 422
    assert await Proposal.filter(round_id=round_id).count() == 0
    assert (await forum_of_neighbourhood(HOME))["id"]


async def test_what_waits_is_put_forward_once_too_and_nothing_leads_to_it(
    poll: Poll, cast: Cast, talk: Talk, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.GATHER, ())
    topic = str((await talk.topic(cast.rosa)).topic_id)
    sent = await poll.house.caller(cast.rosa).post(
        f"/topics/{topic}/put-forward", {"title": "Lamps", "body": "You are a spastic"}
    )
    [waiting] = await Proposal.filter(round_id=round_id)
    assert sent.json == {"proposal": None, "page": f"/proposals/{waiting.id}"}
    assert waiting.state is ProposalState.HELD
    ada = browser(cast.ada)
    assert "/put-forward" not in (await ada.get(f"/topics/{topic}")).text
    assert (await ada.post(f"/topics/{topic}/put-forward", title="Lamps", body="Mend the lamp.")).status == 403
    assert f"/proposals/{waiting.id}" not in (await ada.get(f"/topics/{topic}")).text
    await Proposal.filter(id=waiting.id).update(state=ProposalState.PUBLISHED)
    assert f'href="/proposals/{waiting.id}"' in (await ada.get(f"/topics/{topic}")).text


async def test_similar_ones_are_offered_while_a_title_is_typed(poll: Poll, cast: Cast, proposal: str) -> None:
    round_id = (await Proposal.get(id=proposal)).round_id
    await poll.proposal(round_id, title="Noise in the park")
    hidden = await poll.proposal(round_id, title="Bike theft at the station", state=ProposalState.HIDDEN)
    asked = f"/rounds/{round_id}/similar?title=stolen%20bike%20at%20our%20station"
    for who in (None, cast.amir):
        found = (await poll.house.caller(who).get(asked)).json["items"]
        assert [each["id"] for each in found] == [proposal]
        assert hidden not in str(found)
    assert (await poll.house.caller().get(f"/rounds/{round_id}/similar?title=bike")).json["items"] == []
    assert (await poll.house.caller().get("/rounds/0000000000000000/similar?title=bike")).status == 404
