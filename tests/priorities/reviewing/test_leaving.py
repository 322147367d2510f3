"""Who closes their account follows no priority any more, and takes back what they said; what it came to stays."""

from foundation import clock
from foundation.ids import new_id
from priorities.acting.models import PriorityFollower
from priorities.reviewing.leaving_service import leave
from priorities.reviewing.models import Review, ReviewEnd, Verdict
from tests.cast import Cast
from tests.house import House
from tests.priorities.acting.agreed import agree


async def test_rosa_leaves_nothing_but_figures(house: House, cast: Cast) -> None:
    priority = await agree()
    for who in (cast.rosa, cast.amir):
        await house.caller(who).put(f"/priorities/{priority}/follow")
        at = clock.now()
        await Review.create(id=new_id(), priority_id=priority, person_id=who.id, verdict=Verdict.FIXED, at=at)
    figures = {"fixed": 2, "better": 0, "same": 0, "worse": 0}
    await ReviewEnd.create(id=priority, figures=figures, met=False, at=clock.now())
    assert await leave(cast.rosa.id, everything=False, most=100)
    assert [row.person_id for row in await PriorityFollower.all()] == [cast.amir.id]
    assert [row.person_id for row in await Review.all()] == [cast.amir.id]
    assert (await ReviewEnd.get(id=priority)).figures == figures
