"""The community rules, for people and for clients."""

import html
from hashlib import sha256
from itertools import pairwise

from foundation import language
from moderation.community_rules import CLAUSES, VERSIONS, find_clause, shown_rules
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


async def test_olga_reads_the_rules_without_signing_in(house: House) -> None:
    page = await house.page("/rules")
    assert page.status == 200
    assert all(f'id="{clause.id}"' in page.text for clause in CLAUSES)


async def test_a_client_reads_the_same_rules(house: House) -> None:
    answer = await house.caller().get("/rules")
    assert answer.status == 200
    assert [item["id"] for item in answer.json["items"]] == [clause.id for clause in CLAUSES]
    assert all(item["title"] and item["text"] for item in answer.json["items"])
    assert answer.json["version"] >= 1


def test_each_clause_is_found_by_its_own_id() -> None:
    assert [find_clause(clause.id) for clause in CLAUSES] == list(CLAUSES)
    assert find_clause("no-such-rule") is None


def test_the_rules_can_be_read_in_welsh() -> None:
    english = shown_rules()
    with language.speaking("cy"):
        welsh = shown_rules()
    assert [rule["id"] for rule in welsh] == [rule["id"] for rule in english]
    assert all(ours["text"] != theirs["text"] for ours, theirs in zip(welsh, english, strict=True))


async def test_the_rules_of_before_stay_readable_beside_what_changed(house: House) -> None:
    now, before = [await house.page(path) for path in ("/rules", "/rules?version=1")]
    assert "This is version 1" in before.text
    assert "This is version" not in now.text
    new = {clause.id for clause in CLAUSES} - {clause.id for clause in VERSIONS[0].clauses}
    assert new
    assert [clause for clause in new if f'id="{clause}"' in before.text or f'id="{clause}"' not in now.text] == []
    assert all(str(change) in now.text for version in VERSIONS for change in version.changes)
    for wrong in ("0", "99", "banana", "1 "):
        assert (await house.page(f"/rules?version={wrong}")).status == 404


def test_no_version_loses_a_clause_that_a_decision_may_cite() -> None:
    assert [version.number for version in VERSIONS] == list(range(1, len(VERSIONS) + 1))
    for earlier, later in pairwise(VERSIONS):
        assert earlier.since <= later.since
        assert {clause.id for clause in earlier.clauses} <= {clause.id for clause in later.clauses}


def test_what_was_published_is_not_changed() -> None:
    """A changed word of a published version makes decisions cite what nobody could read: add a version instead."""
    words = [(clause.id, str(clause.title), str(clause.text)) for clause in VERSIONS[0].clauses]
    assert (
        sha256(repr(words).encode()).hexdigest() == "5ebd8552a4fecc1abafa8c2c7546c655fb2134a854f1f8949bbee8adf7159a2a"
    )


async def test_who_writes_in_a_room_finds_the_rules_beside_the_composer(house: House, cast: Cast, room: Room) -> None:
    page = (await house.page(f"/surgeries/{room.id}", cast.rosa)).text
    composer = page.partition('id="compose"')[2].partition("</form>")[0]
    assert 'href="/rules"' in composer


async def test_a_rule_that_changed_shows_what_it_said_before(house: House) -> None:
    now, before = [(await house.page(path)).text for path in ("/rules", "/rules?version=1")]
    changed = now.partition('id="useful"')[2].partition("</li>")[0]
    was = str(VERSIONS[0].clauses[-1].text)
    assert "Changed" in changed
    assert changed.count(html.escape(was, quote=False)) == 1, "what it said before, beside what it says"
    assert "What it said before" not in before, "nothing came before the first"
    assert "What it said before" not in now.partition('id="flags"')[2].partition("</li>")[0], (
        "what is new was not before"
    )
