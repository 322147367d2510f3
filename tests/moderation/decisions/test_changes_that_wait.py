"""Taking down a change that waits: what was put before the moderator decides what goes with it."""

from foundation.database import atomic
from moderation.content import fetch_content
from moderation.items.kinds import Kind
from moderation.items.service import open_item
from moderation.models import Decision
from tests.cast import Cast
from tests.moderation.decisions.deciding import WORDS, Desk

CHANGED = "Ring me on 07700 900123"


async def _changed(desk: Desk, cast: Cast) -> str:
    """Words of Rosa's that are shown, and a change to them that a rule holds."""
    rosa = await desk.room.enter(cast.rosa)
    message = str((await rosa.say(WORDS))["id"])
    assert (await rosa.ok("edit_message", id=message, body=CHANGED, confirm=True))["status"] == "held"
    return message


async def _page(desk: Desk, cast: Cast, message: str) -> str:
    item = await desk.item(message, cast.mo)
    return (await desk.house.page(f"/moderation/items/{item['id']}", cast.mo)).text


async def test_a_change_that_a_rule_held_is_refused_and_what_stood_before_it_stays(desk: Desk, cast: Cast) -> None:
    message = await _changed(desk, cast)
    assert "refuses the change alone" in await _page(desk, cast, message)
    decision = await desk.decided(cast.mo, message, "hide")
    assert await desk.shown(message) == WORDS
    assert (await Decision.get(id=decision["id"])).of_edit
    assert "What stood there before stays." in (await desk.told(cast.rosa))[0]
    assert "What stood there before stays." in (await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)).text


async def test_so_it_is_where_a_host_refuses_it(desk: Desk, cast: Cast) -> None:
    message = await _changed(desk, cast)
    await (await desk.room.enter(cast.ada)).ok("reject_message", id=message, reason="Not your number")
    assert await desk.shown(message) == WORDS
    assert (await Decision.get(action="reject")).of_edit
    assert "What stood there before stays." in (await desk.told(cast.rosa))[0]


async def test_a_host_who_hides_it_takes_down_what_is_shown(desk: Desk, cast: Cast) -> None:
    message = await _changed(desk, cast)
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=message, reason="Not here")
    assert await desk.shown(message) is None
    assert not (await Decision.get(action="hide")).of_edit
    assert not await desk.waits(message, cast.mo)


async def test_what_people_flagged_goes_with_the_change_that_waits(desk: Desk, cast: Cast) -> None:
    message = await _changed(desk, cast)
    await (await desk.room.enter(cast.amir)).ok("flag_message", id=message, reason="other")
    assert "takes down what is shown now as well" in await _page(desk, cast, message)
    await desk.decided(cast.mo, message, "hide")
    assert await desk.shown(message) is None
    assert "What stood there before stays." not in (await desk.told(cast.rosa))[0]


async def test_what_somebody_was_called_for_does_not_stay_behind_a_change(desk: Desk, cast: Cast) -> None:
    rosa = await desk.room.enter(cast.rosa)
    message = str((await rosa.say(WORDS))["id"])
    await _called(desk, message)
    await rosa.ok("edit_message", id=message, body=CHANGED, confirm=True)
    assert "takes down what is shown now as well" in await _page(desk, cast, message)
    await desk.decided(cast.mo, message, "hide")
    assert await desk.shown(message) is None


async def test_nor_where_they_are_called_while_the_change_waits(desk: Desk, cast: Cast) -> None:
    message = await _changed(desk, cast)
    await _called(desk, message)
    await desk.decided(cast.mo, message, "hide")
    assert await desk.shown(message) is None


async def _called(desk: Desk, message: str) -> None:
    """Somebody is to look at what is shown, as where terms were sealed after it."""
    content = (await fetch_content(desk.house.app, [("message", message)]))["message", message]
    await atomic(lambda: open_item(content, cause="paged", kinds=[Kind.NAMES]))
