"""A topic is taken to the next surgery of its neighbourhood, as a question; proposals wait for what takes them."""

import re

from forums.meeting.ports import PUT_FORWARD, TAKES_PROPOSALS, WasProposed
from foundation.permissions import Viewer
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.forums.talk import TITLE, WORDS, Talk
from tests.rooms_from_outside import Room


async def takes_proposals(_neighbourhood: str) -> bool:
    return True


async def test_rosa_takes_her_topic_to_a_surgery_that_is_yet_to_come(
    talk: Talk, scheduled: Room, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    assert f'href="/topics/{topic}/ask"' in rosa.page.text
    page = (await rosa.get(f"/topics/{topic}/ask")).text
    assert "Bikes and street lights" in page
    assert f"{TITLE}\n\n{WORDS}" in page
    client_id = re.search(r'name="client_id" value="([^"]+)"', page)
    assert client_id
    for _twice in range(2):
        posted = await rosa.post(f"/topics/{topic}/ask", body=f"{TITLE}?", client_id=client_id[1])
        assert posted.status == 303, posted.text
        assert posted.headers["Location"].startswith(f"/surgeries/{scheduled.id}")
    [asked] = (await talk.house.caller().get(f"/surgeries/{scheduled.id}/questions")).json["items"]
    assert asked["body"] == f"{TITLE}?"
    assert "It was taken to the surgery" in await talk.shown(topic)
    assert f'href="/topics/{topic}/ask"' not in (await rosa.get(f"/topics/{topic}")).text, "it is there already"


async def test_only_who_began_it_and_staff_take_it_there(talk: Talk, scheduled: Room, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    ask = {"client_id": "5a2b1f63-6b0a-4a27-9a7a-3f6d7d1c0001"}
    for member in (cast.amir, cast.olga, cast.gwen, cast.nia, cast.max):
        assert (await talk.house.caller(member).post(f"/topics/{topic}/ask", ask)).status == 403
        assert f"/topics/{topic}/ask" not in await talk.shown(topic, member)
    assert (await talk.house.caller().post(f"/topics/{topic}/ask", ask)).status == 401
    answer = await talk.house.caller(cast.huw).post(f"/topics/{topic}/ask", ask)
    assert (answer.status, answer.json["status"], answer.json["surgery"]) == (200, "published", scheduled.id)


async def test_without_a_surgery_nothing_is_offered(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    assert f"/topics/{topic}/ask" not in await talk.shown(topic, cast.rosa)
    ask = {"client_id": "5a2b1f63-6b0a-4a27-9a7a-3f6d7d1c0001"}
    assert (await talk.house.caller(cast.rosa).post(f"/topics/{topic}/ask", ask)).status == 403


async def test_a_topic_is_not_put_forward_while_nothing_takes_proposals(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    assert "/put-forward" not in (await rosa.get(f"/topics/{topic}")).text
    assert (await rosa.get(f"/topics/{topic}/put-forward")).status == 404


async def test_a_topic_becomes_a_proposal_where_they_are_taken(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    proposed: list[tuple[str, str, str]] = []

    async def propose(viewer: Viewer, topic: str, neighbourhood: str, title: str, what: str) -> WasProposed:
        proposed.append((topic, neighbourhood, what))
        return WasProposed("d20p8831ts7ecxc9", "/neighbourhoods/cathays")

    talk.house.app._state[PUT_FORWARD], talk.house.app._state[TAKES_PROPOSALS] = propose, takes_proposals
    topic = str((await talk.topic(cast.rosa)).topic_id)
    amir, rosa = browser(cast.amir), browser(cast.rosa)
    assert (await amir.get(f"/topics/{topic}/put-forward")).status == 403
    page = (await rosa.get(f"/topics/{topic}")).text
    assert f'href="/topics/{topic}/put-forward"' in page
    assert WORDS in (await rosa.get(f"/topics/{topic}/put-forward")).text
    sent = await rosa.post(f"/topics/{topic}/put-forward", title=TITLE, body="Mend the lamp")
    assert sent.headers["Location"] == "/neighbourhoods/cathays"
    assert proposed == [(topic, HOME, "Mend the lamp")]
    assert "/put-forward" not in (await rosa.get(f"/topics/{topic}")).text


async def test_words_that_their_author_took_back_go_to_no_surgery(
    talk: Talk, scheduled: Room, cast: Cast, browser: NewBrowser
) -> None:
    begun = await talk.topic(cast.rosa)
    await talk.reply(cast.amir, begun.topic_id)
    assert (await talk.house.caller(cast.rosa).delete(f"/replies/{begun.id}")).status == 204
    ada = browser(cast.ada)
    for path in ("ask", "put-forward"):
        assert WORDS not in (await ada.get(f"/topics/{begun.topic_id}/{path}")).text, path
    ask = {"client_id": "5a2b1f63-6b0a-4a27-9a7a-3f6d7d1c0002"}
    assert (await talk.house.caller(cast.ada).post(f"/topics/{begun.topic_id}/ask", ask)).json["status"] == "published"
    assert WORDS not in (await talk.house.caller().get(f"/surgeries/{scheduled.id}/questions")).text
