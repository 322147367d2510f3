"""Who is called where somebody may be in danger: the officers on duty who serve the place."""

from forums.moderating.content import PLACE
from moderation.ports import HOSTS_OF
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk


async def test_ada_is_called_to_a_topic_while_she_is_on_duty_there(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    called = talk.house.app[HOSTS_OF]
    assert list(await called(PLACE, topic)) == []
    for officer in (cast.ada, cast.nia):
        on_duty = browser(officer)
        await on_duty.get("/account")
        assert (await on_duty.post("/duty/begin")).status == 303
    assert list(await called(PLACE, topic)) == [cast.ada.id], "Nia serves elsewhere"
    ada = browser(cast.ada)
    await ada.get("/account")
    assert (await ada.post("/duty/end")).status == 303
    assert list(await called(PLACE, topic)) == []
