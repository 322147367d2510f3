"""Who closes their account takes their words along, or leaves what others read; what a legal hold keeps is kept."""

from typing import Any

import pytest

from accounts.ports import WORDS_LEAVE
from forums import wording
from forums.changing.models import ReplyRevision
from forums.models import PostState, Reply, Topic
from foundation.database import atomic
from foundation.models import SearchEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast, Member
from tests.forums.following.acts import told
from tests.forums.talk import Talk

PLANTED = "zebracrossing"


async def let_go(talk: Talk, member: Member, *, everything: bool) -> bool:
    return all([await words.leave(member.id, everything=everything, most=100) for words in talk.house.app[WORDS_LEAVE]])


async def written(talk: Talk, cast: Cast) -> dict[str, Any]:
    """A topic of Rosa's in which Amir wrote too, one in which nobody did, an edited reply, and one that waits."""
    shared = await talk.topic(cast.rosa, f"Title {PLANTED}", f"Text {PLANTED}")
    amirs = await talk.reply(cast.amir, shared.topic_id, "What Amir wrote")
    alone = await talk.topic(cast.rosa, f"Alone {PLANTED}", f"Text {PLANTED}")
    other = await talk.topic(cast.amir, "His topic", "His text")
    reply = await talk.reply(cast.rosa, other.topic_id, f"Reply {PLANTED}")
    words = wording.Words(f"Edited {PLANTED}", f"<p>Edited {PLANTED}</p>")
    await atomic(lambda: wording.put_words(str(reply.id), words, cast.rosa.id))
    held = await talk.reply(cast.rosa, other.topic_id, f"You are a spastic {PLANTED}")
    return {"shared": shared, "amirs": amirs, "alone": alone, "other": other, "reply": reply, "held": held}


async def test_rosa_takes_everything_along_and_what_others_wrote_stands(talk: Talk, cast: Cast) -> None:
    said = await written(talk, cast)
    assert await let_go(talk, cast.rosa, everything=True)
    left = await tables_with(PLANTED)
    assert left <= {"evidence"}, "what was held is kept for its time"
    assert (await talk.row(said["amirs"].id)).state == PostState.PUBLISHED
    shared = await talk.topic_row(said["shared"].topic_id)
    assert (shared.state, shared.title) == (PostState.PUBLISHED, "Title taken back by its author")
    assert (await talk.topic_row(said["alone"].topic_id)).state == PostState.WITHDRAWN
    assert (await talk.row(said["reply"].id)).state == PostState.WITHDRAWN
    assert (await talk.row(said["reply"].id)).number == 2
    assert not await talk.waits(said["held"].id, cast.mo)
    assert await Reply.filter(author_id=cast.rosa.id).exclude(body="").count() == 0
    assert await SearchEntry.filter(words__contains=PLANTED).count() == 0


async def test_the_mark_of_who_was_told_follows_when_her_words_go(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.olga)
    first = await talk.reply(cast.amir, topic.topic_id)
    await talk.reply(cast.rosa, topic.topic_id, "Thank you", reply_to=first.id)
    assert len(await told(talk.house, cast.amir)) == 1
    live = await talk.house.live(cast.amir)
    assert await let_go(talk, cast.rosa, everything=True)
    await live.wait("noticed", unread=0)


async def test_what_others_read_stays_where_she_leaves_it(talk: Talk, cast: Cast) -> None:
    said = await written(talk, cast)
    assert await let_go(talk, cast.rosa, everything=False)
    assert (await talk.row(said["reply"].id)).body == f"Edited {PLANTED}"
    assert (await talk.topic_row(said["shared"].topic_id)).title == f"Title {PLANTED}"
    assert (await talk.row(said["held"].id)).body == ""
    assert await ReplyRevision.exclude(body="").count() == 0
    assert await let_go(talk, cast.rosa, everything=False), "again it does nothing"


async def test_what_a_hold_keeps_leaves_the_screens_only(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    said = await written(talk, cast)
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    path = f"{talk.house.url}/topics/{said['other'].topic_id}/replies/{said['reply'].id}"
    assert (await dee.post("/admin/holds", what="message", named=path, reason="Enquiry 1234")).status == 303
    await let_go(talk, cast.rosa, everything=True)
    kept = await talk.row(said["reply"].id)
    assert (kept.state, kept.body) == (PostState.WITHDRAWN, f"Edited {PLANTED}")
    assert await ReplyRevision.filter(reply_id=kept.id, body=f"Reply {PLANTED}").count() == 1
    assert (await Reply.get(id=said["shared"].id)).body == ""
    page = await dee.get("/admin/holds")
    assert f"Edited {PLANTED}" in page.text


async def test_a_topic_is_held_by_its_address_too(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    said = await written(talk, cast)
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    path = f"{talk.house.url}/topics/{said['alone'].topic_id}"
    assert (await dee.post("/admin/holds", what="message", named=path, reason="Enquiry 1234")).status == 303
    await let_go(talk, cast.rosa, everything=True)
    assert (await Topic.get(id=said["alone"].topic_id)).title == f"Alone {PLANTED}"
    assert (await Reply.get(id=said["alone"].id)).body == f"Text {PLANTED}"


@pytest.mark.parametrize("everything", [True, False])
async def test_a_few_at_a_time_come_to_the_same(talk: Talk, cast: Cast, everything: bool) -> None:
    await written(talk, cast)
    for _tick in range(12):
        done = [await words.leave(cast.rosa.id, everything=everything, most=2) for words in talk.house.app[WORDS_LEAVE]]
        if all(done):
            break
    assert all(done)
    assert await Reply.filter(author_id=cast.rosa.id, state=PostState.HELD).count() == 0
