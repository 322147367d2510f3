"""What a decision counts for those who flagged, what they are told, and who may not flag for a time."""

from datetime import timedelta

from foundation import clock
from foundation.database import atomic
from foundation.models import AuditEntry
from moderation.flags.models import FlaggerRecord
from moderation.flags.records import judged, records_of, unjudged
from notices.models import Notice
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.moderation.flags.people import flags, flags_on, open_items
from tests.rooms_from_outside import Room


async def _flagged(room: Room, cast: Cast, *flaggers: Member, reason: str = "abuse") -> str:
    """Something of Rosa's that these people flagged; gives its id."""
    rosa = await room.enter(cast.rosa)
    said = str((await rosa.say("Number 14 are thieves"))["id"])
    for flagger in flaggers:
        assert (await flags(room.house, flagger, said, reason)).status == 201
    return said


async def _told(member: Member) -> list[str]:
    return [notice.sentence for notice in await Notice.filter(person_id=member.id).order_by("id")]


async def test_a_hosts_hide_counts_for_everybody_who_asked_and_they_are_thanked(room: Room, cast: Cast):
    said = await _flagged(room, cast, cast.amir, cast.gwen)
    ada = await room.enter(cast.ada)
    await ada.ok("hide_message", id=said, reason="It names a house")
    records = await records_of([cast.amir.id, cast.gwen.id])
    assert [(record.upheld, record.refused) for record in records.values()] == [(1, 0), (1, 0)]
    for who in (cast.amir, cast.gwen):
        [sentence] = await _told(who)
        assert "acted on it" in sentence
        assert "Rosa" not in sentence
    page = (await room.house.page("/flags", cast.gwen)).text
    assert "A moderator looked at it and acted on it" in page
    assert "thieves" not in page


async def test_undone_it_counts_for_nobody_and_is_told_no_more(room: Room, cast: Cast):
    said = await _flagged(room, cast, cast.amir)
    [item] = await open_items(said)
    await atomic(lambda: judged(item["id"], False))
    assert (await records_of([cast.amir.id]))[cast.amir.id].refused == 1
    assert len(await _told(cast.amir)) == 1
    await atomic(lambda: unjudged(item["id"], False))
    assert (await records_of([cast.amir.id]))[cast.amir.id].refused == 0
    assert await _told(cast.amir) == []


async def test_what_a_host_hides_of_their_own_takes_nothing_from_who_asked(room: Room, cast: Cast):
    await FlaggerRecord.create(person_id=cast.amir.id, upheld=1)
    ada, mo = await room.enter(cast.ada), await room.enter(cast.mo)
    said = str((await ada.say("You people never learn"))["id"])
    assert (await flags(room.house, cast.amir, said, "abuse")).status == 201
    await ada.ok("hide_message", id=said, reason="I was wrong to say it")
    assert len(await open_items(said)) == 1, "who wrote it ends nothing by it"
    await mo.ok("restore_message", id=said, reason="It can stay")
    record = (await records_of([cast.amir.id]))[cast.amir.id]
    assert (record.upheld, record.refused) == (1, 1)


async def test_who_flags_badly_again_and_again_is_weighed_less(room: Room, cast: Cast):
    await FlaggerRecord.create(person_id=cast.amir.id, refused=20)
    said = await _flagged(room, cast, cast.amir, cast.huw)
    assert [flag["weight"] for flag in await flags_on(said)] == [20, 100]


async def test_mo_mutes_amir_who_is_told_why_and_is_still_heard_about_a_danger(room: Room, cast: Cast):
    said = await _flagged(room, cast, cast.amir)
    page = await room.house.page(f"/moderation/flaggers/{cast.amir.id}", cast.mo)
    assert page.status == 200
    assert "Amir Khan" in page.text
    await _mute(room, cast, "These were all about your neighbour.")
    refused = await flags(room.house, cast.amir, said, "other")
    assert refused.status == 403
    assert "about your neighbour" in refused.json["detail"]
    [sentence] = await _told(cast.amir)
    assert "about your neighbour" in sentence
    assert "danger" in sentence
    for reason in ("danger", "child"):
        assert (await flags(room.house, cast.amir, said, reason)).status == 201
    assert [flag["weight"] for flag in await flags_on(said)] == [10]
    assert "about your neighbour" in (await room.house.page("/flags", cast.amir)).text
    [entry] = await AuditEntry.filter(act="flagger.mute")
    assert (entry.actor_id, entry.subject_id) == (cast.mo.id, cast.amir.id)
    clock.move(timedelta(days=8))
    assert not (await records_of([cast.amir.id]))[cast.amir.id].is_muted, "it ends by itself"


async def test_mo_lets_amir_flag_again(room: Room, cast: Cast):
    said = await _flagged(room, cast, cast.amir)
    await _mute(room, cast, "Too many.")
    assert (await _form(room, cast.mo, f"/moderation/flaggers/{cast.amir.id}/unmute")).status == 303
    assert (await flags(room.house, cast.amir, said, "other")).status == 201
    assert (await _told(cast.amir))[-1] == "You can flag again."


async def test_nobody_but_moderators_of_the_force_sees_or_mutes_who_flags(room: Room, cast: Cast):
    await _flagged(room, cast, cast.amir, cast.mo)
    path = f"/moderation/flaggers/{cast.amir.id}"
    assert (await room.house.page(path, cast.max)).status == 404, "a moderator of another force"
    for member in (cast.rosa, cast.ada):
        assert (await room.house.page(path, member)).status == 403
    assert (await room.house.page(f"/moderation/flaggers/{cast.rosa.id}", cast.mo)).status == 404, "flagged nothing"
    assert (await room.house.page(f"/moderation/flaggers/{cast.mo.id}", cast.mo)).status == 404, "oneself"


async def test_a_mute_needs_a_reason_and_a_time(room: Room, cast: Cast):
    await _flagged(room, cast, cast.amir)
    path = f"/moderation/flaggers/{cast.amir.id}/mute"
    for fields in ({"days": "7", "reason": " "}, {"days": "9999", "reason": "Why"}, {"reason": "Why"}):
        assert (await _form(room, cast.mo, path, **fields)).status == 422
    assert await FlaggerRecord.filter(muted_until__not_isnull=True).count() == 0


async def _mute(room: Room, cast: Cast, reason: str) -> None:
    path = f"/moderation/flaggers/{cast.amir.id}/mute"
    assert (await _form(room, cast.mo, path, days="7", reason=reason)).status == 303


async def _form(room: Room, member: Member, path: str, **fields: str) -> Answer:
    """A form of the page of somebody who flags, posted without scripts."""
    browser = Browser(room.house.url, member)
    try:
        await browser.get(path.rpartition("/")[0])
        return await browser.post(path, **fields)
    finally:
        await browser.close()
