"""The public log: what everybody may know of what was decided, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from foundation import clock
from foundation.ids import new_id
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.moderation.public.decided import SECRET, decided, reversed_by

NOON = datetime(2026, 11, 10, 12, 0, 30, tzinfo=UTC)


async def test_olga_reads_roles_and_rules_but_no_names_words_ids_or_notes(house: House, cast: Cast) -> None:
    made = await decided(at=NOON, actor_id=cast.mo.id, author_id=cast.rosa.id)
    for caller in (None, cast.olga):
        answer = await house.caller(caller).get("/moderation/log")
        assert answer.status == 200
        [act] = answer.json["items"]
        assert act == {
            "at": "2026-11-10T12:00:00.000Z", "role": "moderator", "action": "hide", "target": "message",
            "kind": "abuse", "clause": "kind", "rules_version": 1, "reversed": None,
            "force": {"id": "south-wales", "name": "South Wales Police"},
            "neighbourhood": {"id": HOME, "name": "Cathays"},
        }  # fmt: skip
    page = await house.page("/moderation/log")
    assert page.status == 200
    assert "A moderator" in page.text
    assert "/rules?version=1#kind" in page.text
    told = answer.text + page.text
    forbidden = (cast.mo.id, cast.mo.name, cast.rosa.id, cast.rosa.name, made.id, made.target_id, made.reason, SECRET)
    assert [each for each in forbidden if each in told] == []


async def test_what_a_rule_decided_never_pretends_to_be_human(house: House, cast: Cast) -> None:
    await decided(actor_id=None, actor_role=None, clause="private", kind="personal_data")
    [act] = (await house.caller().get("/moderation/log")).json["items"]
    assert act["role"] == "rule"
    assert "A rule, and no person" in (await house.page("/moderation/log")).text


async def test_a_sealed_case_is_told_as_anything_else_and_cannot_be_asked_for(house: House, cast: Cast) -> None:
    await decided(kind="sealed", neighbourhood_id=None)
    answer = await house.caller().get("/moderation/log")
    assert [act["kind"] for act in answer.json["items"]] == ["other"]
    assert "sealed" not in answer.text + (await house.page("/moderation/log")).text.lower()
    assert (await house.caller().get("/moderation/log?kind=sealed")).status == 422
    assert len((await house.caller().get("/moderation/log?kind=other")).json["items"]) == 1


@pytest.mark.parametrize(("action", "by"), [("undo", "undo"), ("overturn", "appeal"), ("restore", "later")])
async def test_what_was_reversed_says_so_and_by_what(house: House, cast: Cast, action: str, by: str) -> None:
    await reversed_by(await decided(at=NOON), action)
    items = (await house.caller().get("/moderation/log")).json["items"]
    assert items[-1]["reversed"] == {"by": by, "at": "2026-11-10T12:01:00.000Z"}
    # To undo within two minutes is to mend a slip: it is told where the slip stands.
    assert [item["action"] for item in items] == (["hide"] if action == "undo" else [action, "hide"])


async def test_a_drill_was_no_act(house: House, cast: Cast) -> None:
    await decided(target_type="drill", kind="emergency")
    assert (await house.caller().get("/moderation/log")).json["items"] == []


async def test_each_filter_finds_its_own(house: House, cast: Cast) -> None:
    await decided(at=NOON, kind="abuse", clause="kind")
    await decided(at=NOON - timedelta(days=40), kind="child", clause="children", neighbourhood_id=ELSEWHERE)
    await decided(at=NOON, kind="link", clause="useful", force_id="gwent", neighbourhood_id=None)
    for query, kinds in {
        "": ["link", "abuse", "child"], "month=2026-10": ["child"], "month=2026-11": ["link", "abuse"],
        "kind=child": ["child"], "clause=useful": ["link"], f"neighbourhood={HOME}": ["abuse"], "force=gwent": ["link"],
        "force=gwent&kind=child": [], "clause=no-such": [],
    }.items():  # fmt: skip
        items = (await house.caller().get(f"/moderation/log?{query}")).json["items"]
        assert [item["kind"] for item in items] == kinds, query
        shown = (await house.page(f"/moderation/log?{query}")).text
        assert shown.count('class="acts__act"') == len(kinds), query


async def test_a_month_begins_on_the_clock_of_the_force(house: House, cast: Cast) -> None:
    await decided(at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert len((await house.caller().get("/moderation/log?month=2026-07")).json["items"]) == 1
    assert (await house.caller().get("/moderation/log?month=2026-06")).json["items"] == []


async def test_pages_follow_each_other_without_gap_or_doubling(house: House, cast: Cast) -> None:
    # Five at one moment: the id decides between them.
    made = [await decided(at=NOON + timedelta(minutes=number // 5)) for number in range(23)]
    clauses = {}
    for number, each in enumerate(made):
        clauses[each.id] = each.clause = f"c{number}"
        await each.save(update_fields=["clause"])
    seen, cursor, path = [], None, "/moderation/log?limit=4"
    for _page in range(9):
        answer = (await house.caller().get(path + (f"&cursor={cursor}" if cursor else ""))).json
        seen += [act["clause"] for act in answer["items"]]
        cursor = answer["next"]
        if cursor is None:
            break
    ordered = sorted(made, key=lambda each: (each.at, each.id), reverse=True)
    assert seen == [clauses[each.id] for each in ordered]


async def test_the_page_leads_to_earlier_decisions(house: House, cast: Cast) -> None:
    for _number in range(51):
        await decided(at=NOON)
    first = await house.page("/moderation/log?kind=abuse")
    older = first.text.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert older.startswith("/moderation/log?kind=abuse&cursor=")
    assert (await house.page(older)).text.count('class="acts__act"') == 1


@pytest.mark.parametrize(
    "query",
    ["month=2026-13", "month=banana", "month=0000-01", "kind=banana", "cursor=banana", "cursor=1-", "cursor=9e9-a",
     "cursor=99999999999999999999-abc", "force=%00", "limit=0"],
)  # fmt: skip
async def test_what_can_not_be_asked_for_is_refused_in_a_sentence(house: House, cast: Cast, query: str) -> None:
    answer = await house.caller().get(f"/moderation/log?{query}")
    assert answer.status in {400, 422}, answer.text
    if not query.startswith("limit"):
        assert (await house.page(f"/moderation/log?{query}")).status == 422


async def test_decisions_of_before_have_no_force_and_stand_in_the_list_of_all(house: House, cast: Cast) -> None:
    await decided(force_id=None, neighbourhood_id=None, kind="", actor_role=None, actor_id=new_id())
    [act] = (await house.caller().get("/moderation/log")).json["items"]
    assert (act["force"], act["neighbourhood"], act["kind"], act["role"]) == (None, None, "other", "moderator")
    assert clock.now().isoformat()[:10] in act["at"]
