"""Priorities come in from data.police.uk’s files, whatever is broken in them, and again only what is new."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.errors import Invalid
from foundation.models import AuditEntry
from foundation.text import render_text
from notices.models import Notice
from priorities.acting.importing.foreign_html import words_of
from priorities.acting.importing.service import import_priorities
from priorities.acting.models import Action, Priority
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.house import House
from tests.priorities.acting.agreed import agree
from tests.priorities.acting.deciding import ruled
from tests.priorities.poll import Poll

FIXTURE = Path(__file__).parents[4] / "shared" / "data" / "api-fixtures" / "neighbourhood-priority.json"
GOOD: dict[str, Any] = {
    "issue": "<p>Speeding in <strong>Salisbury&nbsp;Road</strong>. It is worst at night.</p>",
    "issue-date": "2024-02-01T00:00:00",
    "action": "<ul><li>Speed gun</li><li>New sign</li></ul>",
    "action-date": "2024-03-01T00:00:00",
}
BROKEN: list[Any] = [
    7,
    None,
    [],
    {},
    {"issue": None},
    {"issue": "<p> </p><script>alert(1)</script>"},
    {"issue": 5},
    {**GOOD, "issue": "x" * 4001},
    {**GOOD, "issue-date": "yesterday"},
    {**GOOD, "action-date": 12},
    {**GOOD, "action": ["We came"]},
    {**GOOD, "issue": "..."},
    {**GOOD, "issue-date": "2999-01-01T00:00:00"},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "priorities.json"


def _written(file: Path, rows: Any) -> None:
    file.write_text(rows if isinstance(rows, str) else json.dumps(rows))


async def _load(file: Path, rows: Any) -> Any:
    _written(file, rows)
    return await import_priorities(file, HOME)


async def test_what_is_good_comes_in_and_each_broken_row_has_a_sentence(house: House, cast: Cast, file: Path) -> None:
    report = await _load(file, [GOOD, *BROKEN])
    assert (report.added, len(report.bad)) == (1, len(BROKEN))
    assert [row.line for row in report.bad] == list(range(2, len(BROKEN) + 2))
    assert all(row.reason for row in report.bad)
    [item] = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities")).json["items"]
    assert item["issue"] == "Speeding in Salisbury Road. It is worst at night."
    assert (item["issue-date"], item["action-date"]) == ("2024-02-01T00:00:00", "2024-03-01T00:00:00")
    assert item["action"] == "Speed gun New sign"
    [priority] = await Priority.all()
    assert priority.title == "Speeding in Salisbury Road"
    assert "From the records of the force" in (await house.page(f"/priorities/{priority.id}")).text


@pytest.mark.parametrize("tag", ["iframe", "object", "template", "noscript", "title"])
async def test_what_comes_after_a_tag_that_is_closed_nowhere_is_kept_and_remarked(
    house: House, cast: Cast, file: Path, tag: str
) -> None:
    issue = (
        f"<p>Speeding.</p>\n<{tag}>hidden</{tag}>\n<{tag} src='x'><p>It is worst at night.</p><{tag}>Lamps &amp; signs"
    )
    report = await _load(file, [{**GOOD, "issue": issue}])
    assert (report.added, report.bad) == (1, [])
    [remark] = report.remarks
    assert (remark.line, f"<{tag}>" in remark.reason, "kept" in remark.reason) == (1, True, True)
    [priority] = await Priority.all()
    assert priority.issue.split() == ["Speeding.", "It", "is", "worst", "at", "night.", "Lamps", "&", "signs"]
    assert f"its issue has <{tag}> that is closed nowhere" in "\n".join(report.lines())


async def test_code_that_ends_nowhere_is_left_out_and_remarked(house: House, cast: Cast, file: Path) -> None:
    report = await _load(file, [{**GOOD, "action": "<p>Lamps</p><script>alert(1)<p>More</p>"}])
    assert [remark.reason for remark in report.remarks] == [
        "its action has <script> that is closed nowhere: what comes after it was left out"
    ]
    assert (await Action.get()).body == "Lamps"


async def test_a_thousand_tags_that_are_closed_nowhere_are_read_at_once(house: House, cast: Cast, file: Path) -> None:
    report = await _load(file, [{**GOOD, "issue": "<iframe><object><template>" * 300 + "Litter by the shops"}])
    assert (report.added, len(report.remarks)) == (1, 3)
    assert (await Priority.get()).title == "Litter by the shops"


async def test_again_it_changes_nothing_and_a_later_action_stands_beside_the_first(
    house: House, cast: Cast, file: Path
) -> None:
    await _load(file, [GOOD])
    again = await _load(file, GOOD)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)
    later = await _load(file, [{**GOOD, "action": "Lamps", "action-date": "2024-05-01"}])
    mended = await _load(file, [{**GOOD, "action": "New lamps", "action-date": "2024-05-01"}])
    assert (later.updated, mended.updated) == (1, 1)
    assert [each.body for each in await Action.all().order_by("id")] == ["- Speed gun\n- New sign", "New lamps"]


async def test_what_moderators_took_out_of_an_action_stays_out_of_it(house: House, cast: Cast, file: Path) -> None:
    named = {**GOOD, "action": "We spoke to Mr Bevan at 12."}
    await _load(file, [named])
    [action] = await Action.all()
    target = {"type": "action", "id": action.id}
    assert (await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})).status == 201
    [item] = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    assert (await ruled(house, cast, item, "edit", body="We spoke to a neighbour.")).status == 201
    again = await _load(file, [named])
    assert (again.updated, again.unchanged) == (0, 1)
    await _load(file, [{**named, "action": "We spoke to Mr Bevan, at 12."}])
    assert "Bevan" not in (await house.page(f"/priorities/{action.priority_id}")).text
    assert (await Action.get()).body == "We spoke to a neighbour."


async def test_without_an_action_and_without_dates_it_is_a_priority_still(house: House, cast: Cast, file: Path) -> None:
    report = await _load(file, [{"issue": "Litter", "issue-date": None, "action": None, "action-date": None}])
    assert report.added == 1
    [item] = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities")).json["items"]
    assert [item[name] for name in ("issue-date", "action", "action-date", "owner", "next_update")] == [None] * 5
    [priority] = await Priority.all()
    assert (await house.page(f"/priorities/{priority.id}")).status == 200


@pytest.mark.parametrize("text", ["", "<html>Not found</html>", "[{", "7", '"issue"', "[" * 100_000])
async def test_a_file_that_is_no_list_of_priorities_is_refused_in_a_sentence(
    house: House, cast: Cast, file: Path, text: str
) -> None:
    with pytest.raises(Invalid):
        await _load(file, text)


async def test_what_is_not_worked_on_any_more_is_closed_by_its_officers_with_a_reason(
    house: House, cast: Cast, file: Path
) -> None:
    await _load(file, [GOOD])
    [priority] = await Priority.all()
    path, why = f"/priorities/{priority.id}", {"reason": "The lamps were mended in 2024."}
    await house.caller(cast.rosa).put(f"{path}/follow")
    for who, status in ((None, 401), (cast.rosa, 403), (cast.mo, 403), (cast.nia, 403), (cast.max, 403)):
        assert (await house.caller(who).post(f"{path}/close", why)).status == status, who
    assert (await house.caller(cast.ada).post(f"{path}/close", {"reason": " "})).status == 422
    closed = await house.caller(cast.ada).post(f"{path}/close", why)
    assert (closed.json["status"], closed.json["closed_why"]) == ("closed", why["reason"]), closed.text
    assert (await house.caller(cast.ada).post(f"{path}/close", why)).status == 409
    assert (await house.caller(cast.ada).post(f"{path}/actions", {"body": "And more."})).status == 409
    page = (await house.page(path)).text
    assert why["reason"] in page
    assert "Closed by the police" in page
    told = (await house.caller().get(f"/neighbourhoods/{HOME}/you-said-we-did")).json
    assert told["counts"] == {"agreed": 0, "under_way": 0, "met": 0, "unmet": 0, "late": 0}
    assert priority.title not in (await house.page(f"/neighbourhoods/{HOME}/you-said-we-did/poster")).text
    assert (await AuditEntry.get(act="priority.close")).reason == why["reason"]
    assert await Notice.filter(kind="priority_news", person_id=cast.rosa.id).count() == 1


async def test_it_is_closed_by_a_form_that_keeps_its_words(
    house: House, cast: Cast, file: Path, browser: NewBrowser
) -> None:
    await _load(file, [GOOD])
    [priority] = await Priority.all()
    ada, path = browser(cast.ada), f"/priorities/{priority.id}"
    assert "It is not worked on any more" in (await ada.get(path)).text
    long = await ada.post(f"{path}/close", reason="Mended. " * 80)
    assert (long.status, "Mended. Mended." in long.text) == (422, True)
    assert (await ada.post(f"{path}/close", reason="Mended.")).status == 303
    assert "It is not worked on any more" not in (await ada.get(path)).text


async def test_what_was_agreed_here_is_not_closed_by_officers(house: House, cast: Cast, poll: Poll) -> None:
    priority = await agree(round_id=await poll.begin(Phase.ACT))
    answer = await house.caller(cast.ada).post(f"/priorities/{priority}/close", {"reason": "We are done."})
    assert (answer.status, (await Priority.get(id=priority)).status) == (409, "open")
    assert "It is not worked on any more" not in (await house.page(f"/priorities/{priority}", cast.ada)).text


async def test_a_neighbourhood_that_there_is_not_is_named(house: House, cast: Cast, file: Path) -> None:
    _written(file, [])
    with pytest.raises(Invalid, match="nowhere"):
        await import_priorities(file, "nowhere")


@pytest.mark.skipif(not FIXTURE.exists(), reason="the shared data are not here")
async def test_what_the_police_really_publish_comes_in(house: House, cast: Cast) -> None:
    report = await import_priorities(FIXTURE, HOME)
    assert (report.added, report.bad) == (1, [])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_tag_of_theirs_is_left_in_what_a_page_shows(text: str) -> None:
    for html in (text, f"<p onclick=x>{text}</p><script>{text}", f"<{text}", f"<!--{text}", f"&lt;script&gt;{text}"):
        shown = render_text(words_of(html)[0][:4000])
        assert "<script" not in shown
        assert "onclick=x>" not in shown
