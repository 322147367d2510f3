"""What moderators take out of the words of staff, and of priorities, is gone at every door there is."""

import pytest

from tests.cast import HOME, Cast
from tests.priorities.acting.deciding import decided
from tests.priorities.taking_out.scene import Scene, mark, take, words_in

OF_PRIORITIES = ("promise", "role", "heading", "issue", "vow", "post", "closed")
READ_BY_ALL = (
    "title", "about", "cancelled", "date", "refusal", "appeal", "merge", "undone", "evidenceknown", "evidencecan",
    "evidencecannot", "evidenceothers", "agreement", "why", "before", "rolebefore", "reasonbefore", "off",
    *OF_PRIORITIES,
)  # fmt: skip


@pytest.fixture
def limits() -> bool:
    return False


async def test_nobody_reads_any_of_it_anywhere(scene: Scene, cast: Cast) -> None:
    read = await scene.told(None)
    assert {name for name in READ_BY_ALL if mark(name) not in read} == set(), "it must be read to be taken out"
    for round_id in (scene.round, scene.cancelled):
        found = await words_in(scene, round_id)
        assert found
        for words in found:
            assert await take(scene, round_id, words, cast.mo) == 204, words
    still = await scene.told(None)
    assert set(still) == {mark(name) for name in OF_PRIORITIES}, "what is promised is moderated for itself"
    there = f"/neighbourhoods/{HOME}/you-said-we-did"
    assert {f"/api/v1{there}", f"/api/v1{there}/feed.atom", there} <= still[mark("heading")]
    for priority in (scene.priority, scene.imported):
        await decided(scene.poll.house, cast, priority, "hide")
    for who in (None, cast.rosa, cast.amir, cast.olga, cast.nia, cast.huw, cast.mo):
        assert await scene.told(who) == {}, who
