"""What is kept of a thing is all that stood there, once, and the audit's chain has its digest."""

import hashlib
import json
from dataclasses import replace

from accounts.models import Person
from foundation.audit import store as audit_store
from foundation.audit.chainer import Chainer
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.settings import Settings
from moderation.content import State
from moderation.evidence.models import Evidence, EvidencePicture
from moderation.models import Flag, RuleHit
from tests.cast import Cast
from tests.moderation.evidence.kept import AT, around, kept, said_by_rosa


async def test_rosas_words_are_kept_with_her_name_her_picture_and_what_stood_around(database: Settings, cast: Cast):
    content = said_by_rosa(cast, pending="Mrs T lives at number 14")
    await RuleHit.create(
        id=new_id(), target_type="message", target_id=content.id, rule="names", version=3, kind="names",
        start=0, end=12, at=AT,
    )  # fmt: skip
    await Flag.create(
        id=new_id(), target_type="message", target_id=content.id, person_id=cast.amir.id, reason="about_me",
        note="I am her son", at=AT,
    )  # fmt: skip
    row = await Evidence.get(id=await kept(content, around(cast, content), item_id="item000000000000"))
    assert row.snapshot is not None
    assert row.digest == hashlib.sha256(row.snapshot.encode()).hexdigest()
    shown = json.loads(row.snapshot)
    assert shown["words"] == {"body": content.body, "pending": content.pending}
    assert (shown["target"]["state"], shown["target"]["revision"]) == ("published", 1)
    assert [line["body"] for line in shown["around"]] == ["Who was robbed?", content.body, None]
    assert [line["author"]["name"] for line in shown["around"]][1] == shown["author"]["name"] == cast.rosa.name
    assert shown["hits"][0]["rule"] == "names"
    picture = await EvidencePicture.get(digest=shown["author"]["picture"])
    assert hashlib.sha256(bytes(picture.content)).hexdigest() == picture.digest
    assert picture.media_type == "image/svg+xml"


async def test_who_flagged_and_what_they_noted_are_not_in_it(database: Settings, cast: Cast):
    content = said_by_rosa(cast)
    await Flag.create(
        id=new_id(), target_type="message", target_id=content.id, person_id=cast.olga.id, reason="about_me",
        note="I am her son", at=AT,
    )  # fmt: skip
    row = await Evidence.get(id=await kept(content, around(cast, content)))
    assert '"about_me"' in str(row.snapshot)
    assert cast.olga.id not in str(row.snapshot)
    assert "her son" not in str(row.snapshot)


async def test_the_chain_covers_its_digest(database: Settings, cast: Cast):
    content = said_by_rosa(cast)
    row = await Evidence.get(id=await kept(content, [], decision_id="decision00000000"))
    entry = await AuditEntry.get(act="evidence.keep", subject_id=row.id)
    assert (entry.actor_id, entry.details["digest"]) == (None, row.digest)
    assert entry.details["decision_id"] == "decision00000000"
    await Chainer(database).run()
    assert (await audit_store.head()).number == 1


async def test_what_did_not_change_is_kept_once_and_what_changed_again(database: Settings, cast: Cast):
    content = said_by_rosa(cast)
    lines = around(cast, content)
    first = await kept(content, lines)
    assert await kept(content, [*lines, *around(cast, content)]) == first, "more was said around it, and no more"
    assert await kept(replace(content, revision=2, body="She lives there"), lines) != first
    hidden = await kept(replace(content, state=State.HIDDEN), lines)
    await Person.filter(id=cast.rosa.id).update(name="Rosa Llwyd")
    assert await kept(replace(content, state=State.HIDDEN), lines) != hidden, "she was shown with another name"


async def test_a_decision_has_evidence_of_its_own_unless_all_is_as_it_was(database: Settings, cast: Cast):
    content = said_by_rosa(cast)
    lines = around(cast, content)
    flagged = await kept(content, lines, item_id="item000000000000")
    assert await kept(content, lines, "decided", decision_id="decision00000000") == flagged
    assert (await Evidence.get(id=flagged)).decision_id == "decision00000000"
    assert await AuditEntry.filter(act="evidence.keep", subject_id=flagged).count() == 2
    assert await kept(content, lines, "decided", decision_id="decision00000001") != flagged


async def test_what_turns_out_to_be_worse_is_kept_longer(database: Settings, cast: Cast):
    content = said_by_rosa(cast)
    evidence = await kept(content, [], kind="other")
    year = (await Evidence.get(id=evidence)).retain_until
    await kept(content, [], kind="grooming")
    assert ((await Evidence.get(id=evidence)).retain_until - year).days == 6 * 365
    await kept(content, [], kind="link")
    assert ((await Evidence.get(id=evidence)).retain_until - year).days == 6 * 365
