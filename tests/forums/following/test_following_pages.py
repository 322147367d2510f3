"""Following and muting by pages without scripts, and who may not."""

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.following.acts import follow
from tests.forums.talk import Talk
from tests.house import House


async def test_olga_follows_a_topic_and_mutes_it_again(house: House, cast: Cast, talk: Talk, browser: NewBrowser):
    topic = (await talk.topic(cast.rosa)).topic_id
    olga = browser(cast.olga)
    await olga.get(f"/topics/{topic}")
    assert "Follow this topic" in olga.page.text
    answer = await olga.post(f"/topics/{topic}/watch", how="digest")
    assert (answer.status, answer.headers["Location"]) == (303, f"/topics/{topic}#following")
    await olga.get(f"/topics/{topic}")
    assert "You follow this topic." in olga.page.text
    await olga.post(f"/topics/{topic}/watch", how="none")
    await olga.get(f"/topics/{topic}")
    assert "You have muted this topic." in olga.page.text
    assert (await olga.post(f"/topics/{topic}/watch", how="loudly")).status == 422


async def test_olga_follows_a_forum_and_a_section_and_ends_both(
    house: House, cast: Cast, talk: Talk, browser: NewBrowser
):
    forum = (await talk.forum())["id"]
    olga = browser(cast.olga)
    await olga.get("/neighbourhoods/cathays/forum")
    assert "Follow this forum" in olga.page.text
    await olga.post(f"/forums/{forum}/watch", how="digest")
    await olga.post(f"/forums/{forum}/watch", how="at_once", section="traffic")
    await olga.get("/following")
    assert "Cathays: Traffic and parking" in olga.page.text
    watches = (await house.caller(cast.olga).get("/watches")).json["places"]
    assert [(place["section"], place["how"]) for place in watches] == [(None, "digest"), ("traffic", "at_once")]
    await olga.post(f"/forums/{forum}/watch", how="end")
    await olga.post(f"/forums/{forum}/watch", how="end", section="traffic", back="/following?saved")
    await olga.get("/following?saved")
    assert "You follow nothing yet." in olga.page.text


async def test_a_topic_of_a_followed_forum_says_so(house: House, cast: Cast, talk: Talk, browser: NewBrowser):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}")
    topic = (await talk.topic(cast.rosa)).topic_id
    olga = browser(cast.olga)
    await olga.get(f"/topics/{topic}")
    assert "You follow this topic with its forum." in olga.page.text


async def test_nobody_follows_without_a_name(house: House, cast: Cast, talk: Talk, browser: NewBrowser):
    topic = (await talk.topic(cast.rosa)).topic_id
    anybody = house.caller()
    assert (await anybody.put(f"/topics/{topic}/watch")).status == 401
    assert (await anybody.put(f"/topics/{topic}/read", {"number": 1})).status == 401
    assert (await anybody.get("/unread")).status == 401
    assert (await anybody.get("/watches")).status == 401
    await browser().get(f"/topics/{topic}")
    answer = await house.page("/unread")
    assert (answer.status, answer.headers["Location"]) == (303, "/sign-in?back=/unread")


async def test_a_guest_follows_too_and_is_told_on_the_page(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.gwen, f"/topics/{topic}")
    place = (await house.caller(cast.gwen).get(f"/topics/{topic}/watch")).json
    assert place == {"first_unread": 1, "last_read": 0, "watching": True, "how": "digest", "by": "topic"}


async def test_nobody_follows_what_they_do_not_find(house: House, cast: Cast, talk: Talk):
    rosa = house.caller(cast.rosa)
    for path in ("/topics/d20pdtqz7sxj2bmk", "/forums/d20pdtqz7sxj2bmk", "/topics/nothing"):
        assert (await rosa.put(f"{path}/watch")).status == 404
    forum = (await talk.forum())["id"]
    assert (await rosa.put(f"/forums/{forum}/sections/cellar/watch")).status == 404
    assert (await rosa.put(f"/forums/{forum}/watch", {"how": "loudly"})).status == 422
