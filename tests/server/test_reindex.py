"""`bluelamp reindex`: what can be found is made anew, and is then exactly what may be read."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forums import showing
from forums.models import PostState
from foundation.database import atomic
from foundation.models import SearchEntry
from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House
from tests.rooms_from_outside import Room
from tests.running.server_process import run


@pytest.fixture
def limits() -> bool:
    return False


async def _entries() -> list[dict[str, Any]]:
    return await SearchEntry.all().order_by("id").values()


async def test_an_index_that_lost_entries_and_kept_others_is_made_anew(
    talk: Talk, cast: Cast, house: House, room: Room, tmp_path: Path
) -> None:
    topic = await talk.topic(cast.rosa, "Swans", "They nest")
    shown, hidden = [await talk.reply(cast.amir, topic.topic_id, f"Swans {each}") for each in ("one", "two")]
    seat = await room.enter(cast.rosa)
    await seat.say("Swans at the surgery")
    await room.act("close")
    await atomic(partial(showing.take_down, str(hidden.id), PostState.HIDDEN))
    before = await _entries()
    assert len(before) == 4, "a topic, a reply, a surgery and a message"
    await SearchEntry.filter(target_id=str(shown.id)).delete()
    await SearchEntry.filter(target_id=room.id).update(title="Something else")
    for left in (str(hidden.id), "gone"):
        await SearchEntry.create(
            **{**before[0], "id": f"reply:{left}", "kind": "reply", "target_id": left, "parent_id": None}
        )
    done = run("reindex", settings=house.settings, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == "What can be found was made anew: 1 topics with their replies, 1 surgeries, 0 proposals, 0 priorities.\n"
    )
    assert await _entries() == before
    found = (await house.caller().get("/search", params={"q": "swans"})).json["items"]
    assert {item["id"] for item in found} == {str(row["target_id"]) for row in before} - {room.id}
