"""Who is called where somebody may be in danger: the officers on duty who serve the place."""

from moderation.ports import HOSTS_OF
from priorities.proposals.moderating.content import PLACE
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll


async def test_ada_is_called_to_a_round_while_she_is_on_duty_there(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(ideas=())
    called = poll.house.app[HOSTS_OF]
    assert list(await called(PLACE, round_id)) == []
    for officer in (cast.ada, cast.nia):
        on_duty = browser(officer)
        await on_duty.get("/account")
        assert (await on_duty.post("/duty/begin")).status == 303
    assert list(await called(PLACE, round_id)) == [cast.ada.id], "Nia serves elsewhere"
    ada = browser(cast.ada)
    await ada.get("/account")
    assert (await ada.post("/duty/end")).status == 303
    assert list(await called(PLACE, round_id)) == []
