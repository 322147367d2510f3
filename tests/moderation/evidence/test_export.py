"""Evidence that is taken out: who, why, what is in the file, and that all of it can be checked by its digests."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from accounts.models import Session
from foundation import clock
from foundation.audit.chain import digest_of
from foundation.ids import new_id
from foundation.models import AuditEntry
from moderation.evidence.models import Evidence, EvidenceReading
from moderation.models import Flag
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House
from tests.moderation.evidence.kept import AT, around, kept, said_by_rosa


class File:
    """A ZIP that was taken out."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self.names = set(self._zip.namelist())

    def bytes(self, name: str) -> bytes:
        return self._zip.read(name)

    def json(self, name: str) -> Any:
        return json.loads(self.bytes(name))

    def everything(self) -> str:
        return "".join(self.bytes(name).decode() for name in sorted(self.names))


async def take_out(
    house: House, member: Member, evidence: str, purpose: str = "court", reference: str = "T20267 for the CPS"
) -> tuple[int, bytes]:
    page, path = Browser(house.url, member), f"/moderation/evidence/{evidence}/export"
    try:
        shown = (await page.get(path)).text
        token = shown.partition('name="csrf_token" value="')[2].partition('"')[0]
        fields = {"csrf_token": token, "purpose": purpose, "reference": reference}
        cookies = {"bluelamp_session": member.token}
        async with (
            aiohttp.ClientSession(house.url, cookies=cookies) as session,
            session.post(f"{path}.zip", data=fields, headers={"Referer": house.url + path}) as answer,
        ):
            return answer.status, await answer.read()
    finally:
        await page.close()


@pytest.fixture
async def evidence(house: House, cast: Cast) -> str:
    content = said_by_rosa(cast)
    await Flag.create(
        id=new_id(), target_type="message", target_id=content.id, person_id=cast.olga.id, reason="about_me",
        note="I am her son", at=AT,
    )  # fmt: skip
    return await kept(content, around(cast, content))


async def test_every_file_has_its_digest_in_the_manifest_and_the_audit_has_the_files(
    house: House, cast: Cast, evidence: str
):
    await house.run_jobs()
    status, made = await take_out(house, cast.mo, evidence)
    assert status == 200
    file, row = File(made), await Evidence.get(id=evidence)
    manifest = file.json("manifest.json")
    assert {each["name"] for each in manifest["files"]} == file.names - {"manifest.json"}
    for each in manifest["files"]:
        content = file.bytes(each["name"])
        assert (len(content), hashlib.sha256(content).hexdigest()) == (each["bytes"], each["sha256"])
    assert hashlib.sha256(file.bytes("snapshot.json")).hexdigest() == row.digest == manifest["evidence"]["digest"]
    assert file.bytes("text.txt") == b"Mrs Tremlett lives at number 14\n"
    picture = file.json("snapshot.json")["author"]["picture"]
    assert hashlib.sha256(file.bytes(f"pictures/{picture}.svg")).hexdigest() == picture
    entry = await AuditEntry.get(act="evidence.export")
    assert (entry.actor_id, entry.reason) == (cast.mo.id, "T20267 for the CPS")
    assert entry.details == {"digest": row.digest, "purpose": "court", "file": hashlib.sha256(made).hexdigest()}
    assert (await EvidenceReading.get(act="export")).why == "T20267 for the CPS"


async def test_the_entries_of_the_audit_are_in_it_with_their_place_in_the_chain(
    house: House, cast: Cast, evidence: str
):
    await house.run_jobs()
    said = File((await take_out(house, cast.mo, evidence))[1]).json("audit.json")
    [entry] = [entry for entry in said["entries"] if entry["act"] == "evidence.keep"]
    assert entry["details"]["digest"] == (await Evidence.get(id=evidence)).digest
    assert digest_of(entry) == entry["link"]["digest"], "whoever has the file can make the digest again"
    assert int(said["head"].partition(":")[0]) >= entry["link"]["number"] > 0


async def test_who_flagged_is_never_in_it_and_a_complaint_gets_no_notes_nor_names_of_staff(
    house: House, cast: Cast, evidence: str
):
    court = File((await take_out(house, cast.mo, evidence))[1]).everything()
    complaint = File((await take_out(house, cast.mo, evidence, "complaint"))[1]).everything()
    for text in (court, complaint):
        assert cast.olga.id not in text
        assert cast.olga.name not in text
        assert '"about_me"' in text
    assert "I am her son" in court
    assert cast.mo.id in court
    assert "I am her son" not in complaint
    assert cast.mo.id not in complaint


async def test_the_page_in_it_stands_alone_on_paper(house: House, cast: Cast, evidence: str):
    file = File((await take_out(house, cast.mo, evidence))[1])
    own_style = '<link rel="stylesheet" href="report.css">'
    page = file.bytes("report.html").decode()
    assert own_style in page
    page = page.replace(own_style, "")
    assert "Mrs Tremlett lives at number 14" in page
    assert "South Wales Police" in page
    assert "@page" in file.bytes("report.css").decode()
    for loads in ("<script", "<link", "http://", "https://", "/static/"):
        assert loads not in page, loads


async def test_it_takes_a_purpose_and_a_reference(house: House, cast: Cast, evidence: str):
    for purpose, reference in (("", "T1"), ("fun", "T1"), ("court", "  "), ("court", "x" * 301)):
        status, answered = await take_out(house, cast.mo, evidence, purpose, reference)
        assert status == 422
        assert b"There is a problem" in answered
    assert not await EvidenceReading.filter(act="export").exists()


async def test_who_did_not_prove_lately_that_it_is_them_is_asked_first(house: House, cast: Cast, evidence: str):
    await Session.filter(id=cast.mo.session).update(proved_at=clock.now() - timedelta(hours=1))
    page = Browser(house.url, cast.mo)
    try:
        asked = await page.get(f"/moderation/evidence/{evidence}/export")
    finally:
        await page.close()
    assert asked.headers["Location"].startswith("/prove?back=")
    assert (await take_out(house, cast.mo, evidence))[0] != 200


async def test_nobody_else_takes_it_out(house: House, cast: Cast, evidence: str):
    for member in (cast.rosa, cast.ada, cast.max):
        status, answered = await take_out(house, member, evidence)
        assert status in (403, 404)
        assert b"Tremlett" not in answered
