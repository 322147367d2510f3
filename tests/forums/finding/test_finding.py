"""Topics and replies are found by their words, the best first, by whoever may read them."""

from datetime import timedelta
from itertools import pairwise

import pytest

from forums.places.service import staff_forum
from foundation import clock
from tests.cast import ELSEWHERE, HOME, Cast, Member
from tests.forums.finding.conftest import Finder
from tests.forums.talk import Talk


async def test_somebody_signed_out_finds_a_topic_and_a_reply(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa, "Lamp out on Salisbury Road", "It went **dark** on Monday.")
    reply = await talk.reply(cast.amir, topic.topic_id, "The council mends lamps")
    [first, second] = await find("lamps")
    assert (first["kind"], first["id"], first["url"]) == ("topic", topic.topic_id, f"/topics/{topic.topic_id}")
    assert (first["title"], first["excerpt"]) == ("Lamp out on Salisbury Road", "It went dark on Monday.")
    assert (second["kind"], second["id"]) == ("reply", reply.id)
    assert (second["title"], second["neighbourhood"]) == ("Lamp out on Salisbury Road", HOME)
    assert [second["excerpt"][start:end] for start, end in second["marks"]] == ["lamps"]
    assert second["url"] == f"/topics/{topic.topic_id}/replies/{reply.id}"


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("parking", True),
        ("parked PARKS", True),
        ('"parked on the pavement"', True),
        ('"pavement parked"', False),
        ("pavement parked", True),
        ("parked -pavement", False),
        ("parked -lorry", True),
        ('parked -"on the pavement"', False),
        ("tŷ", True),
        ("ty", True),
        ("dai", True),
        ("anti-social", True),
        ("social anti", True),
        ("2ab", True),
        ("lorry", False),
        ("parked lorry", False),
        ("cf10", True),
    ],
)
async def test_words_phrases_and_what_must_not_be_there(
    find: Finder, talk: Talk, cast: Cast, typed: str, is_found: bool
) -> None:
    words = "A van parked on the pavement by Tŷ Dai, at 2ab in CF10. Anti-social, as ever."
    topic = await talk.topic(cast.rosa, "Cathays", words)
    assert await find.ids(typed) == ([topic.topic_id] if is_found else [])


async def test_what_fits_better_or_is_fresher_comes_first(find: Finder, talk: Talk, cast: Cast) -> None:
    clock.move(timedelta(days=-500))
    old = await talk.topic(cast.rosa, "Swans", "They nest by the lake")
    clock.reset()
    named = await talk.topic(cast.amir, "Swans", "They nest by the lake")
    said = await talk.reply(cast.amir, named.topic_id, "There are ducks, geese, gulls, herons and also swans there")
    found = await find("swans")
    assert [item["id"] for item in found[:2]] == [named.topic_id, old.topic_id]
    assert found[2]["id"] == said.id
    assert all(one["score"] > other["score"] for one, other in pairwise(found))


async def test_a_search_is_narrowed(find: Finder, talk: Talk, cast: Cast) -> None:
    clock.move(timedelta(days=-40))
    old = await talk.topic(cast.rosa, "Bins", "Nobody came", section="traffic")
    clock.reset()
    new = await talk.topic(cast.rosa, "Bins again", "Nobody came")
    reply = await talk.reply(cast.ada, new.topic_id, "We asked about the bins", official=True)
    day = (clock.now() - timedelta(days=20)).date().isoformat()
    assert set(await find.ids("bins")) == {old.topic_id, new.topic_id, reply.id}
    assert set(await find.ids("bins", neighbourhood=HOME)) == {old.topic_id, new.topic_id, reply.id}
    assert await find.ids("bins", neighbourhood=ELSEWHERE) == []
    assert await find.ids("bins", section="traffic") == [old.topic_id]
    assert await find.ids("bins", kind="reply") == [reply.id]
    assert set(await find.ids("bins", answered="true")) == {new.topic_id, reply.id}
    assert set(await find.ids("bins", from_=day)) == {new.topic_id, reply.id}
    assert await find.ids("bins", to=day) == [old.topic_id]
    assert await find.ids("bins", from_=day, to=day) == []
    assert await find.ids("bins", kind="transcript") == []


async def test_only_the_staff_of_a_force_find_what_is_said_in_their_forum(find: Finder, talk: Talk, cast: Cast) -> None:
    topic = await talk.topic_in(await staff_forum("south-wales"), cast.ada, "Rota", "Who has the wombat duty?")
    for member in (cast.ada, cast.nia, cast.mo, cast.dee):
        assert await find.ids("wombat", member) == [topic.topic_id]
    assert cast.max.force != "south-wales", "must be staff of another force for this to mean anything"
    for other in (None, cast.rosa, cast.gwen, cast.max):
        assert await find.ids("wombat", other) == []


async def test_a_result_after_the_other_is_given_once(find: Finder, talk: Talk, cast: Cast) -> None:
    topics = {(await talk.topic(cast.rosa, f"Fence {number}", "It fell")).topic_id for number in range(7)}
    caller, seen = talk.house.caller(), list[str]()
    cursor: str | None = ""
    while cursor is not None:
        answer = await caller.get("/search", params={"q": "fence", "limit": "3", "cursor": cursor})
        seen += [item["id"] for item in answer.json["items"]]
        cursor = answer.json["next"]
        # What comes in meanwhile moves nothing.
        await talk.topic(cast.amir, "A fence of today", "New")
    assert len(seen) == len(set(seen))
    assert topics <= set(seen)


async def test_a_cursor_fits_its_own_search_alone(find: Finder, talk: Talk, cast: Cast) -> None:
    for number in range(3):
        await talk.topic(cast.rosa, f"Fence {number}", "It fell on a lamp")
    staff = await staff_forum("south-wales")
    await talk.topic_in(staff, cast.ada, "Fences", "For colleagues")

    async def asked(other: dict[str, str], who: Member | None = None) -> tuple[int, str]:
        answer = await talk.house.caller(who).get("/search", params={"q": "fence", "limit": "1", **other})
        return answer.status, answer.json.get("next") or ""

    _status, cursor = await asked({})
    day = clock.now().date().isoformat()
    for same in ({}, {"limit": "2"}, {"q": "FENCE"}, {"q": "the fence"}):
        assert (await asked({"cursor": cursor, **same}))[0] == 200, same
    assert (await asked({"cursor": cursor}, cast.rosa))[0] == 200, "who finds the same goes on"
    others = [
        {"q": "lamp"}, {"q": "fence lamp"}, {"q": "fence -car"}, {"kind": "topic"}, {"kind": "reply"},
        {"neighbourhood": HOME}, {"section": "general"}, {"answered": "true"}, {"from": day}, {"to": day},
    ]  # fmt: skip
    for other in others:
        assert (await asked({"cursor": cursor, **other}))[0] == 422, other
        _status, theirs = await asked(other)
        assert not theirs or (await asked({"cursor": theirs}))[0] == 422, other
    assert (await asked({"cursor": cursor}, cast.ada))[0] == 422, "staff find what is theirs too: another list"
    _status, theirs = await asked({}, cast.ada)
    assert (await asked({"cursor": theirs}, cast.ada))[0] == 200
    assert (await asked({"cursor": theirs}))[0] == 422


@pytest.mark.parametrize(
    "cursor",
    ["x", "1_0x1_topic:a", "9_0x1.0p+0_", "99999999999999999_0x1.0p+0_topic:a", "9_0x1.0p+0_topic:d20p8831ts7ecxc9"],
)
async def test_a_cursor_of_another_list_is_refused(talk: Talk, cursor: str) -> None:
    answer = await talk.house.caller().get("/search", params={"q": "fence", "cursor": cursor})
    assert (answer.status, answer.json["type"]) == (422, "urn:bluelamp:problem:invalid")


async def test_a_very_common_word_is_found_and_its_title_first(find: Finder, talk: Talk, cast: Cast) -> None:
    clock.move(timedelta(days=-300))
    named = await talk.topic(cast.rosa, "The hedgehog crossing", "At night")
    clock.reset()
    topic = await talk.topic(cast.rosa, "Animals", "Seen here")
    for number in range(210):
        await talk.reply(cast.amir, topic.topic_id, f"Another hedgehog, number {number}")
    found = await find("hedgehog", limit="100")
    assert found[0]["id"] == named.topic_id
    assert len(found) == 100
