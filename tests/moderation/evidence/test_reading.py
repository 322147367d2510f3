"""Reading what was kept: by whom, what they see, and that it is written down."""

import hashlib

import pytest

from accounts.models import Person
from foundation.ids import new_id
from foundation.models import AuditEntry
from moderation.evidence.models import Evidence, EvidenceReading
from moderation.models import Flag
from moderation.sealed.models import CaseClearance, SealedCase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.moderation.evidence.kept import AT, around, behind_the_server, kept, said_by_rosa


async def test_mo_reads_it_as_it_stood_and_that_is_written_down(house: House, cast: Cast, browser: NewBrowser):
    content = said_by_rosa(cast, pending="She lives there")
    await Flag.create(
        id=new_id(), target_type="message", target_id=content.id, person_id=cast.olga.id, reason="about_me",
        note="I am her son", at=AT,
    )  # fmt: skip
    evidence = await kept(content, around(cast, content))
    await Person.filter(id=cast.rosa.id).update(name="Rosa Llwyd")
    shown = (await browser(cast.mo).get(f"/moderation/evidence/{evidence}")).text
    for said in (
        content.body,
        "She lives there",
        "Rosa Jones",
        "Who was robbed?",
        "Taken down by then",
        "I am her son",
    ):
        assert said in shown, said
    assert "The words match their digest" in shown
    assert (await Evidence.get(id=evidence)).digest in shown
    assert "Rosa Llwyd" not in shown
    assert cast.olga.name not in shown
    reading = await EvidenceReading.get()
    assert (reading.person_id, reading.act, reading.evidence_id) == (cast.mo.id, "read", evidence)
    entry = await AuditEntry.get(act="evidence.read")
    assert (entry.actor_id, entry.subject_id) == (cast.mo.id, evidence)
    assert "Mo Evans" in shown


async def test_its_number_in_the_chain_is_shown(house: House, cast: Cast, browser: NewBrowser):
    evidence = await kept(said_by_rosa(cast), [])
    await house.run_jobs()
    assert "in the chain of the audit" in (await browser(cast.mo).get(f"/moderation/evidence/{evidence}")).text


async def test_words_that_somebody_changed_in_the_database_are_not_believed(
    house: House, cast: Cast, browser: NewBrowser
):
    evidence = await kept(said_by_rosa(cast), [])
    row = await Evidence.get(id=evidence)
    other = str(row.snapshot).replace("14", "15")
    await behind_the_server(lambda: Evidence.filter(id=evidence).update(snapshot=other))
    shown = (await browser(cast.mo).get(f"/moderation/evidence/{evidence}")).text
    assert "This is not what was kept" in shown
    assert "The words match" not in shown


async def test_nobody_else_reads_it(house: House, cast: Cast, browser: NewBrowser):
    content = said_by_rosa(cast)
    evidence = await kept(content, [])
    doors = [f"/moderation/evidence/{evidence}", f"/moderation/evidence/of/message/{content.id}"]
    for member, status in ((cast.rosa, 403), (cast.ada, 403), (cast.gwen, 403), (cast.max, 404)):
        for door in doors:
            assert (await browser(member).get(door)).status == status, (member.name, door)
    assert "no evidence" not in (await browser(cast.max).get("/moderation/evidence")).text
    assert content.id not in (await browser(cast.max).get("/moderation/evidence")).text
    assert (await browser(cast.dee).get(doors[0])).status == 200
    assert await EvidenceReading.all().count() == 1, "who was refused has read nothing"


async def test_mo_does_not_read_what_is_kept_about_mo(house: House, cast: Cast, browser: NewBrowser):
    content = said_by_rosa(cast, author_id=cast.mo.id)
    evidence = await kept(content, [])
    mo = browser(cast.mo)
    assert (await mo.get(f"/moderation/evidence/{evidence}")).status == 403
    assert (await mo.get(f"/moderation/evidence/of/message/{content.id}")).status == 403
    assert content.id not in (await mo.get("/moderation/evidence")).text
    assert content.id in (await browser(cast.dee).get("/moderation/evidence")).text


async def test_what_a_sealed_case_holds_is_read_by_who_is_cleared_for_it(house: House, cast: Cast, browser: NewBrowser):
    case = await SealedCase.create(
        id=new_id(), force_id="south-wales", label="Operation Larch", ends_on=AT.date(), key_id="k",
        opened_by_id=cast.dai.id, opened_at=AT,
    )  # fmt: skip
    content = said_by_rosa(cast)
    before = await kept(content, [])
    sealed = await kept(content, around(cast, content), case_id=case.id)
    assert sealed == before
    later = await kept(said_by_rosa(cast, id=content.id, revision=2, body="She lives there"), [])
    mo = browser(cast.mo)
    for evidence in (sealed, later):
        assert (await mo.get(f"/moderation/evidence/{evidence}")).status == 404
    assert content.id not in (await mo.get("/moderation/evidence")).text.replace(later, "")
    await CaseClearance.create(id=new_id(), case_id=case.id, person_id=cast.mo.id, given_by_id=cast.dee.id, given_at=AT)
    assert content.body in (await mo.get(f"/moderation/evidence/{sealed}")).text


async def test_it_is_found_by_its_number_its_decisions_and_its_link(house: House, cast: Cast, browser: NewBrowser):
    content = said_by_rosa(cast)
    evidence = await kept(content, [], decision_id=(decision := new_id()))
    mo, there = browser(cast.mo), f"/moderation/evidence/of/message/{content.id}"
    for named in (evidence, decision, content.id, f"https://front.example/surgeries/x#m-{content.id}"):
        await mo.get("/moderation/evidence")
        assert (await mo.post("/moderation/evidence", named=named)).headers["Location"] == there, named
    assert evidence in (await mo.get(there)).text
    for named in ("", "no", new_id(), "x" * 9000):
        await mo.get("/moderation/evidence")
        assert (await mo.post("/moderation/evidence", named=named)).status == 422
    max_ = browser(cast.max)
    await max_.get("/moderation/evidence")
    assert (await max_.post("/moderation/evidence", named=evidence)).status == 422


async def test_the_picture_is_the_one_that_was_shown(house: House, cast: Cast, browser: NewBrowser):
    evidence = await kept(said_by_rosa(cast), [])
    mo = browser(cast.mo)
    page = (await mo.get(f"/moderation/evidence/{evidence}")).text
    [address] = [part.split('"')[0] for part in page.split('src="')[1:] if "/pictures/" in part]
    picture = await mo.get(address)
    assert hashlib.sha256(picture.text.encode()).hexdigest() == address.rpartition("/")[2]
    assert picture.headers["Cache-Control"] == "no-store"
    assert (await mo.get(address.rpartition("/")[0] + "/" + "0" * 64)).status == 404
    assert (await browser(cast.rosa).get(address)).status == 403


@pytest.mark.parametrize("odd", ["x", "..%2f..", "%00", "é" * 16, "a" * 300, "0000000000000000"])
async def test_odd_addresses_are_not_found(house: House, cast: Cast, browser: NewBrowser, odd: str):
    mo = browser(cast.mo)
    for door in (f"{odd}", f"{odd}/export", f"of/message/{odd}", f"of/{odd}/{odd}", f"{odd}/pictures/{odd}"):
        assert (await mo.get(f"/moderation/evidence/{door}")).status in (404, 400), door
    assert (await mo.get(f"/moderation/evidence?before={odd}")).status == 200


async def test_what_was_emptied_says_so(house: House, cast: Cast, browser: NewBrowser):
    content = said_by_rosa(cast)
    evidence = await kept(content, [])
    await Evidence.filter(id=evidence).update(snapshot=None, purged_at=AT)
    mo = browser(cast.mo)
    for door in ("", "/export"):
        gone = await mo.get(f"/moderation/evidence/{evidence}{door}")
        assert gone.status == 410
        assert "Its digest stays" in gone.text
    assert "Emptied on Friday 20 November 2026" in (await mo.get(f"/moderation/evidence/of/message/{content.id}")).text
