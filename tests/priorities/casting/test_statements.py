"""A ballot asks the database for little, and for nothing once it is cast."""

import logging

import pytest

from foundation.database import dialect
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll


@pytest.fixture
def asked(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the database is asked, but for where transactions begin and end."""
    caplog.set_level(logging.DEBUG, logger="tortoise.db_client")
    return caplog


def _statements(asked: pytest.LogCaptureFixture) -> list[str]:
    found = [" ".join(record.getMessage().split()) for record in asked.records if record.name == "tortoise.db_client"]
    asked.clear()
    return found


async def test_who_asks_which_round_and_then_the_ballot_at_once(
    poll: Poll, cast: Cast, asked: pytest.LogCaptureFixture
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    assert (await poll.cast_ballot(cast.amir, round_id, options[:1])).status == 200
    wanted = ["FROM session", "FROM priority_round WHERE", "FROM priority_voted v JOIN priority_round"]
    wanted += ["LEFT JOIN priority_round_key", "INSERT INTO priority_voted"]
    for member, choice, on_sqlite in (
        (cast.rosa, options[0], ["INSERT INTO priority_ballot", "INSERT INTO priority_receipt"]),
        (cast.rosa, options[1], ["UPDATE priority_ballot", "UPDATE priority_receipt"]),
    ):
        asked.clear()
        assert (await poll.cast_ballot(member, round_id, [choice])).status == 200
        said = _statements(asked)
        expected = wanted + (on_sqlite if dialect() == "sqlite" else [])
        assert len(said) == len(expected), said
        assert all(words in line for words, line in zip(expected, said, strict=True)), said


async def test_nothing_can_go_wrong_between_the_ballot_and_its_receipt(
    poll: Poll, cast: Cast, browser: NewBrowser, asked: pytest.LogCaptureFixture
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [option, *_rest] = await poll.options(round_id)
    rosa = browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/vote")
    asked.clear()
    answer = await rosa.post(f"/rounds/{round_id}/vote", **{f"choice-{option}": "yes"})
    assert "Your receipt" in answer.text
    *_before, last = _statements(asked)
    assert "INSERT INTO priority_receipt" in last, "the page is made of what was read before"
