"""Deciding about a reply where it stands, by the staff of its forum."""

from forums.models import PostState
from moderation.models import Decision
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

RUDE = "What nonsense you talk"
ABUSE = "You are a spastic"


async def test_ada_takes_a_reply_down_where_it_stands_and_puts_it_back(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    reply = str((await talk.reply(cast.amir, topic, RUDE)).id)
    ada, reader = browser(cast.ada), browser()
    assert RUDE in (await reader.get(f"/topics/{topic}")).text
    assert f"/replies/{reply}/decide" in (await ada.get(f"/topics/{topic}")).text
    assert RUDE in (await ada.get(f"/replies/{reply}/decide")).text
    page = await ada.post(f"/replies/{reply}/hide", reason=" ")
    assert page.status == 422
    assert (await ada.post(f"/replies/{reply}/hide", reason="Be kinder", clause="kind")).status == 303
    assert RUDE not in (await reader.get(f"/topics/{topic}")).text
    [decision] = await Decision.filter(target_id=reply)
    assert (decision.action, decision.reason, decision.actor_id) == ("hide", "Be kinder", cast.ada.id)
    await ada.get(f"/replies/{reply}/decide")
    assert (await ada.post(f"/replies/{reply}/restore", reason="Read wrongly")).status == 303
    assert RUDE in (await reader.get(f"/topics/{topic}")).text
    assert (await ada.post(f"/replies/{reply}/restore", reason="Again")).status == 409


async def test_mo_approves_and_refuses_what_waits_there(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    one, two = [str((await talk.reply(who, topic, ABUSE)).id) for who in (cast.amir, cast.rosa)]
    mo = browser(cast.mo)
    await mo.get(f"/replies/{one}/decide")
    assert (await mo.post(f"/replies/{one}/approve")).status == 303
    assert (await mo.post(f"/replies/{two}/reject", reason="Not so")).status == 303
    assert (await talk.row(one)).number == 2
    assert (await talk.row(two)).state == PostState.REJECTED
    assert (await mo.post(f"/replies/{two}/approve")).status == 409


async def test_number_one_takes_its_topic_down(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = await talk.topic(cast.rosa)
    mo = browser(cast.mo)
    await mo.get(f"/replies/{topic.id}/decide")
    assert (await mo.post(f"/replies/{topic.id}/hide", reason="No", clause="kind")).status == 303
    assert (await browser().get(f"/topics/{topic.topic_id}")).status == 404
    assert (await browser(cast.rosa).get(f"/topics/{topic.topic_id}")).status == 200


async def test_nobody_else_decides_and_nobody_puts_back_their_own(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    reply, hers = str((await talk.reply(cast.amir, topic)).id), str((await talk.reply(cast.ada, topic, "Mine")).id)
    for who in (None, cast.rosa, cast.gwen, cast.nia, cast.max):
        assert (await browser(who).get(f"/replies/{reply}/decide")).status in (303, 401, 403)
    ada = browser(cast.ada)
    await ada.get(f"/replies/{hers}/decide")
    assert (await ada.post(f"/replies/{hers}/hide", reason="A slip", clause="kind")).status == 303
    assert (await ada.post(f"/replies/{hers}/restore", reason="After all")).status == 403
