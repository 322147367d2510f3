"""A guest who was put out comes back in the same browser: under another name they are who they were."""

from accounts.models import Person
from moderation.decisions.models import Ban
from tests.accounts.browsing import Browser
from tests.accounts.residents.signing_up import ask, link_to, press
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk


async def _put_out(desk: Desk, cast: Cast) -> Browser:
    """Gwen is removed for good; gives her browser."""
    message = await desk.flagged(cast.gwen, cast.amir)
    await desk.decided(cast.mo, message, "remove")
    return Browser(desk.house.url, cast.gwen)


async def test_another_name_lets_nobody_in_again(desk: Desk, cast: Cast) -> None:
    gwen = await _put_out(desk, cast)
    people = await Person.all().count()
    try:
        await gwen.get("/guest")
        await gwen.post("/guest", name="Somebody Else", back="/")
        assert (await gwen.get(f"/surgeries/{desk.room.id}")).status == 403
        caller = desk.house.caller(token=gwen.token)
        assert (await caller.patch("/me", {"name": "Somebody Else"})).status == 200
        assert (await gwen.get(f"/surgeries/{desk.room.id}")).status == 403
    finally:
        await gwen.close()
    assert await Person.all().count() == people


async def test_nor_does_an_account_that_is_made_in_it(desk: Desk, cast: Cast) -> None:
    gwen = await _put_out(desk, cast)
    try:
        assert (await ask(gwen)).status == 200
        assert (await press(gwen, await link_to("sian@example.org"))).status == 303
        assert (await gwen.get(f"/surgeries/{desk.room.id}")).status == 403
    finally:
        await gwen.close()
    sian = await Person.get(email="sian@example.org")
    assert await Ban.filter(person_id=sian.id, ended_at=None).count() == 1
