"""The community rules, for people and for clients."""

from foundation import language
from moderation.community_rules import CLAUSES, find_clause, shown_rules
from tests.house import House


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
