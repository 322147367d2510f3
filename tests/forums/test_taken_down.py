"""What was taken down in a forum is gone behind every door: each page, call and feed is asked for it, by everybody.

By who wrote it, or from the review queue after somebody flagged it. The Tremletts' name was written into a topic, a
reply, an edit, an official answer, the description of a picture and a topic that was merged into another.
"""

from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

import pytest

from forums.following.telling.teller import TELLER
from foundation.settings import Settings
from notices.models import Notice
from tests.accounts.avatars.pictures import photo, written
from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast, Member
from tests.forums.following.acts import evening, follow, text_of
from tests.forums.talk import Talk
from tests.running.smtp import Postbox
from tests.test_doors import REGISTERED

NAME = "Tremlett"
WORDS = f"The {NAME}s sing under the dark lamps on Salisbury Road"
OTHERS = (None, "amir", "gwen", "olga", "nia", "max")
# A list of what is flagged or kept shows staff what it is about, on purpose.
FOR_DECIDING = ("/admin/", "/api/v1/flags", "/api/v1/moderation", "/moderation/")
NOT_TEXT = (".webp", "/sign-out")
ASKED = "Salisbury"
"""A word beside the name: whoever asks for the name itself is shown what they typed."""


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}")


@dataclass
class Scene:
    """The topics and the replies that were written, by name."""

    talk: Talk
    topics: dict[str, str]
    replies: dict[str, str]
    picture: str
    forum: str
    taken_back: bool = False

    def addresses(self) -> Iterator[str]:
        """Every address that shows text and that takes no more than what there is here."""
        values: dict[str, Collection[str]] = {
            "reply": self.replies.values(),
            "section": ["general"],
            "forum": [self.forum],
        }
        ids = {"topics": self.topics.values(), "replies": self.replies.values(), "forums": [self.forum],
               "neighbourhoods": [HOME], "officers": [self.talk.cast.ada.id]}  # fmt: skip
        for route in REGISTERED:
            if route.method == "GET" and not route.path.startswith(FOR_DECIDING) and not route.path.endswith(NOT_TEXT):
                first = route.path.removeprefix("/api/v1").split("/")[1]
                yield from _filled(route.path, values | {"id": ids.get(first, [])})
        yield from self._asked_for()

    def _asked_for(self) -> Iterator[str]:
        for search in ("/search", "/api/v1/search"):
            yield f"{search}?q={ASKED}"
            yield f"{search}?q=%22{ASKED}+Road%22&neighbourhood={HOME}"
        yield f"/api/v1/forums/{self.forum}/similar?title=Sing+under+the+dark+lamps+on+{ASKED}+Road"
        for topic in self.topics.values():
            yield from (f"/topics/{topic}/new?after=0", f"/topics/{topic}?after=1", f"/topics/{topic}?last=1")
            for reply in self.replies.values():
                yield f"/topics/{topic}/reply?to={reply}&quote=1"


def _filled(path: str, values: Mapping[str, Collection[str]]) -> Iterator[str]:
    named = [name for name in values if f"{{{name}}}" in path]
    for chosen in product(*(values[name] for name in named)):
        found = path
        for name, value in zip(named, chosen, strict=True):
            found = found.replace(f"{{{name}}}", value)
        if "{" not in found:
            yield found


async def _picture(talk: Talk, member: Member) -> str:
    caller = talk.house.caller(member)
    sent = await caller.send("POST", "/api/v1/pictures", data=written(photo(), "JPEG"),
                             headers={"Content-Type": "image/jpeg"})  # fmt: skip
    assert (await caller.patch(f"/pictures/{sent.json['id']}", {"alt": f"The door of the {NAME}s"})).status == 200
    return str(sent.json["id"])


async def _written(talk: Talk, cast: Cast) -> Scene:
    """All of it is there for everybody; Rosa wrote it, and Huw the official answer."""
    forum = (await talk.forum())["id"]
    await follow(talk.house, cast.amir, f"/forums/{forum}", "at_once")
    await follow(talk.house, cast.olga, f"/forums/{forum}")
    whole = await talk.topic(cast.rosa, f"The {NAME}s of Salisbury Road", WORDS)
    other = await talk.topic(cast.amir, "The dark lamps on Salisbury Road", "Who mends them?")
    merged = await talk.topic(cast.rosa, "Lamps again", f"{WORDS} (merged)")
    topics = {"whole": str(whole.topic_id), "other": str(other.topic_id), "merged": str(merged.topic_id)}
    picture = await _picture(talk, cast.rosa)
    said = {
        "said": await talk.reply(cast.rosa, other.topic_id, f"{WORDS} (said)"),
        "edited": await talk.reply(cast.rosa, other.topic_id, f"{WORDS} (first)"),
        "pictured": await talk.reply(cast.rosa, other.topic_id, "Salisbury Road by night", pictures=(picture,)),
    }
    assert {outcome.status for outcome in (whole, other, merged, *said.values())} == {"published"}
    replies = {name: str(outcome.id) for name, outcome in said.items()}
    official = {"body": f"{WORDS} (official)", "official": True}
    answer = await talk.house.caller(cast.huw).post(f"/topics/{other.topic_id}/replies", official)
    assert answer.status == 201, answer.text
    replies["official"] = str(answer.json["id"])
    edit = {"body": f"{WORDS} (edited)", "version": 1}
    assert (await talk.house.caller(cast.rosa).patch(f"/replies/{replies['edited']}", edit)).status == 200
    await talk.reply(cast.amir, other.topic_id, "I know her", reply_to=replies["said"])
    replies["merged"] = str((await talk.replies(merged.topic_id))[0].id)
    done = await talk.house.caller(cast.mo).post(
        f"/topics/{merged.topic_id}/arrangement", {"action": "merge", "into": other.topic_id}
    )
    assert done.status == 200, done.text
    return Scene(talk, topics, replies, picture, forum)


async def _by_who_wrote_it(scene: Scene) -> None:
    cast = scene.talk.cast
    for name, reply in scene.replies.items():
        member = cast.huw if name == "official" else cast.rosa
        answer = await scene.talk.house.caller(member).delete(f"/replies/{reply}")
        assert answer.status == 204, (name, answer.text)
    first = (await scene.talk.replies(scene.topics["whole"]))[0].id
    assert (await scene.talk.house.caller(cast.rosa).delete(f"/replies/{first}")).status == 204


async def _from_the_queue(scene: Scene) -> None:
    cast = scene.talk.cast
    for kind, target in (("topic", scene.topics["whole"]), *(("reply", reply) for reply in scene.replies.values())):
        assert (await scene.talk.flag(cast.amir, kind, target)).status == 201
        await scene.talk.decide(cast.mo, target, "hide")


@pytest.fixture
async def written_scene(talk: Talk, cast: Cast) -> Scene:
    return await _written(talk, cast)


@pytest.fixture(params=[_by_who_wrote_it, _from_the_queue], ids=["by who wrote it", "from the queue"])
async def scene(request: pytest.FixtureRequest, written_scene: Scene) -> Scene:
    """All of it taken down, after everybody was told of it and the pages of who is signed out were kept."""
    await written_scene.talk.house.app[TELLER].tell()
    said_by = {path async for path in _saying_it(written_scene, None)}
    assert set(_where_it_was(written_scene)) - said_by == set(), "there must be something to take"
    await request.param(written_scene)
    written_scene.taken_back = request.param is _by_who_wrote_it
    return written_scene


def _where_it_was(scene: Scene) -> list[str]:
    whole, other = scene.topics["whole"], scene.topics["other"]
    return [f"/topics/{whole}", f"/topics/{other}", f"/neighbourhoods/{HOME}/forum", f"/api/v1/topics/{whole}",
            f"/api/v1/topics/{other}/replies", f"/api/v1/topics/{other}/feed.atom", f"/search?q={ASKED}",
            f"/api/v1/neighbourhoods/{HOME}/forum/feed.atom", f"/api/v1/neighbourhoods/{HOME}/topics",
            f"/api/v1/replies/{scene.replies['official']}", f"/topics/{other}/new?after=0"]  # fmt: skip


async def _saying_it(scene: Scene, member: Member | None) -> AsyncIterator[str]:
    house = scene.talk.house
    browser = Browser(house.url, member)
    try:
        for path in scene.addresses():
            answer = await (house.caller(member).send("GET", path) if "/api/" in path else browser.get(path))
            assert answer.status < 500, path
            if NAME in answer.text:
                yield path
    finally:
        await browser.close()


async def _readers_of(scene: Scene, readers: tuple[str | None, ...]) -> list[tuple[str | None, str]]:
    """Who still reads it, and where."""
    return [
        (reader, path)
        for reader in readers
        async for path in _saying_it(scene, getattr(scene.talk.cast, reader) if reader else None)
    ]


async def test_no_page_no_call_and_no_feed_still_says_it(scene: Scene) -> None:
    assert await _readers_of(scene, OTHERS) == []


async def test_the_staff_read_what_they_took_down_where_it_stood_and_nothing_that_was_taken_back(scene: Scene) -> None:
    still = await _readers_of(scene, ("ada", "mo"))
    if scene.taken_back:
        assert still == []
    else:
        assert {path.removeprefix("/api/v1").split("/")[1] for _reader, path in still} == {"topics", "replies"}
        assert not any(scene.topics["other"] in path for _reader, path in still), "a shown topic has numbers alone"


async def test_nobody_is_told_of_it_or_sent_it(scene: Scene, postbox: Postbox) -> None:
    house, cast = scene.talk.house, scene.talk.cast
    await evening(house)
    assert await Notice.all().count(), "somebody must have been told something"
    told = [await house.caller(member).get("/notices") for member in (cast.amir, cast.olga, cast.ada)]
    assert postbox.mails, "there must have been a digest"
    assert NAME not in str([answer.text for answer in told]) + "".join(map(text_of, postbox.mails))


async def test_nobody_takes_it_away_but_who_said_it(scene: Scene) -> None:
    house, cast = scene.talk.house, scene.talk.cast
    for member, page, path in ((cast.amir, "/account/export", "/account/export"),
                               *((cast.dee, f"/forums/{scene.forum}/exchange", f"/forums/{scene.forum}/export/{form}")
                                 for form in ("json", "csv"))):  # fmt: skip
        browser = Browser(house.url, member)
        try:
            await browser.get(page)
            taken = await browser.post(path)
        finally:
            await browser.close()
        assert (taken.status, NAME in taken.text) == (200, False), path


async def test_its_picture_is_gone(scene: Scene) -> None:
    for size in ("small", "large"):
        answer = await scene.talk.house.caller(scene.talk.cast.amir).send(
            "GET", f"/forums/pictures/{scene.picture}/{size}.webp"
        )
        assert answer.status == 404
