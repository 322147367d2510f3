"""What is somebody’s own: taken away, gone when they close their account, kept where a hold says so."""

import pytest

from accounts.ports import HOLDINGS, WORDS_LEAVE
from foundation import clock
from foundation.ids import new_id
from moderation.models import LegalHold
from priorities.opinions.models import Statement
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast
from tests.priorities.opinions.conftest import Asking

PLANTED = "A zebracrossing would help"


async def _leave(asking: Asking, cast: Cast, *, everything: bool) -> bool:
    app = asking.poll.house.app
    return all([await words.leave(cast.rosa.id, everything=everything, most=100) for words in app[WORDS_LEAVE]])


async def test_rosa_takes_her_statements_away(asking: Asking, cast: Cast):
    await asking.put(PLANTED)
    holding = next(each for each in asking.poll.house.app[HOLDINGS] if each.name == "statements")
    assert [row["text"] async for row in holding.read(cast.rosa.id)] == [PLANTED]
    assert [row async for row in holding.read(cast.amir.id)] == []


async def test_everything_goes_with_rosa(asking: Asking, cast: Cast):
    await asking.put(PLANTED)
    await asking.say(cast.amir, "agree")
    assert await _leave(asking, cast, everything=True)
    assert await tables_with("zebracrossing") == set()
    assert await asking.list_for(cast.amir) == {}


@pytest.mark.parametrize(("state", "stays"), [("published", True), ("held", False), ("rejected", False)])
async def test_what_others_read_stays_without_a_name(asking: Asking, cast: Cast, state: str, stays: bool):
    await asking.put(PLANTED)
    await Statement.all().update(state=state)
    assert await _leave(asking, cast, everything=False)
    assert (await tables_with("zebracrossing") == {"priority_statement"}) == stays


async def test_a_legal_hold_keeps_the_words_and_nobody_reads_them(asking: Asking, cast: Cast):
    await asking.put(PLANTED)
    await LegalHold.create(
        id=new_id(), subject_type="message", subject_id=asking.statements[0], force_id="south-wales", reason="Kept",
        placed_by_id=cast.dee.id, placed_at=clock.now(),
    )  # fmt: skip
    assert await _leave(asking, cast, everything=True)
    assert await tables_with("zebracrossing") == {"priority_statement"}
    assert await asking.list_for(cast.amir) == {}
