"""Who a token belongs to, asked at every request and event."""

from datetime import timedelta

import pytest

from accounts.models import PersonNeighbourhood, Session
from accounts.sessions.viewers import viewer_of_token
from foundation import clock
from foundation.ids import new_id
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("database")


async def test_everybody_of_the_cast_is_who_they_are(cast: Cast) -> None:
    for member in cast:
        assert await viewer_of_token(member.token) == member.viewer


async def test_an_officer_of_two_neighbourhoods_serves_both(cast: Cast) -> None:
    await PersonNeighbourhood.create(id=new_id(), person_id=cast.ada.id, neighbourhood_id="penarth", since=clock.now())
    viewer = await viewer_of_token(cast.ada.token)
    assert viewer is not None
    assert viewer.neighbourhoods == {"cathays", "penarth"}


@pytest.mark.parametrize("token", ["", "x", "x" * 5000, "\ud800", "' OR 1=1 --", "reader.x.y"])
async def test_a_token_that_was_never_given_opens_nothing(cast: Cast, token: str) -> None:
    assert await viewer_of_token(token) is None


async def test_the_hash_of_a_token_is_no_token(cast: Cast) -> None:
    for kept in await Session.all().values_list("token_hash", flat=True):
        assert await viewer_of_token(str(kept)) is None


async def test_the_last_use_is_noted_every_few_minutes(cast: Cast) -> None:
    before = (await Session.get(id=cast.rosa.session)).last_seen_at
    await viewer_of_token(cast.rosa.token)
    assert (await Session.get(id=cast.rosa.session)).last_seen_at == before
    clock.move(timedelta(minutes=6))
    await viewer_of_token(cast.rosa.token)
    assert (await Session.get(id=cast.rosa.session)).last_seen_at - before >= timedelta(minutes=6)
