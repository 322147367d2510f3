"""Words of those who decide: nobody ends what others ask about their own, or learns who asked."""

from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk


async def test_a_hosts_own_hide_leaves_it_to_somebody_else(desk: Desk, cast: Cast) -> None:
    said = await desk.flagged(cast.ada, cast.amir, "You people never learn")
    before = await desk.item(said, cast.mo)
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=said, reason="I was wrong to say it")
    assert await desk.shown(said) is None
    after = await desk.item(said, cast.mo)
    assert after["id"] == before["id"]
    assert after["version"] > before["version"], "who read it before decides about something else now"
    assert after["due_at"] <= before["due_at"]
    assert await _outcomes(desk, cast) == ["Waiting for a moderator."]
    await desk.decided(cast.mo, said, "hide_and_warn")
    assert not await desk.waits(said, cast.mo)
    assert await _outcomes(desk, cast) == ["A moderator looked at it and acted on it."]


async def test_a_moderator_is_not_shown_who_flagged_their_own_words(desk: Desk, cast: Cast) -> None:
    mine = await desk.flagged(cast.mo, cast.gwen, "The meeting is on Tuesday")
    assert mine
    for path in ("/moderation", "/moderation/evidence", f"/moderation/flaggers/{cast.gwen.id}"):
        page = await desk.house.page(path, cast.mo)
        assert cast.gwen.name not in page.text.replace("Gwent", ""), path
    assert (await desk.house.page(f"/moderation/flaggers/{cast.gwen.id}", cast.mo)).status == 404
    assert (await desk.house.page(f"/moderation/flaggers/{cast.gwen.id}", cast.dee)).status == 200
    flag = {"target": {"type": "message", "id": mine}, "reason": "other", "note": "Mo is always so pompous"}
    assert (await desk.house.caller(cast.gwen).post("/flags", flag)).status == 201
    await desk.flagged(cast.rosa, cast.gwen, "Bins again", reason="other")
    page = await desk.house.page(f"/moderation/flaggers/{cast.gwen.id}", cast.mo)
    assert page.status == 200
    assert "pompous" not in page.text
    assert "pompous" in (await desk.house.page(f"/moderation/flaggers/{cast.gwen.id}", cast.dee)).text


async def test_a_moderator_who_appeals_is_not_shown_who_decided(desk: Desk, cast: Cast) -> None:
    decision = await desk.decided(cast.dee, await desk.flagged(cast.mo, cast.gwen, "Good grief"), "hide")
    assert (await desk.appeal(cast.mo, decision, "It was meant kindly")).status == 201
    assert "meant kindly" in (await desk.house.page("/moderation/appeals", cast.dai)).text
    page = (await desk.house.page("/moderation/appeals", cast.mo)).text
    assert cast.dee.name not in page
    assert "meant kindly" not in page


async def _outcomes(desk: Desk, cast: Cast) -> list[str]:
    page = (await desk.house.page("/flags", cast.amir)).text
    known = ("Waiting for a moderator.", "A moderator looked at it and acted on it.")
    return [sentence for sentence in known if sentence in page]
