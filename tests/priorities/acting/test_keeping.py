"""A priority’s owner, its promise and the day of its next update: kept in public, and late in public."""

import json
from datetime import timedelta

from foundation import clock
from foundation.models import AuditEntry, AuditPersonal
from notices.models import Notice
from priorities.acting.models import Priority, Status
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.acting.agreed import agree, did

KEPT = {"owner_role": "neighbourhood beat manager", "owner_rank": "PC", "promise": "A new sign by Friday."}


async def test_huw_names_who_answers_for_it_and_followers_are_told(house: House, cast: Cast) -> None:
    priority = await agree()
    await house.caller(cast.rosa).put(f"/priorities/{priority}/follow")
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    sent = {**KEPT, "owner": cast.ada.id, "next_update": later, "kept_version": 1}
    kept = await house.caller(cast.huw).patch(f"/priorities/{priority}", sent)
    assert kept.status == 200, kept.text
    assert (kept.json["owner"]["person"]["name"], kept.json["next_update"]) == ("Ada Okafor", later)
    assert (await house.caller(cast.huw).patch(f"/priorities/{priority}", sent)).status == 409
    assert [each.person_id for each in await Notice.filter(kind="priority_news")] == [cast.rosa.id]
    [entry] = await AuditEntry.filter(act="priority.keep")
    assert set(entry.details) == {"owner_id", "next_update_on"}, "words can be erased, and stand apart"
    words = json.loads((await AuditPersonal.get(id=entry.id)).details)
    assert words["promise"] == ["A check every week, at other hours.", "A new sign by Friday."]


async def test_what_is_wrong_is_named_and_changes_nothing(house: House, cast: Cast) -> None:
    priority = await agree()
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    right = {**KEPT, "next_update": later, "kept_version": 1}
    wrong: dict[str, JSON] = {
        "owner_role": {"owner_role": " "},
        "owner_rank": {"owner_rank": "7"},
        "owner": {"owner": cast.nia.id},
        "next_update_on": {"next_update": None},
    }
    for field, change in wrong.items():
        answer = await house.caller(cast.ada).patch(f"/priorities/{priority}", {**right, **change})
        assert (answer.status, answer.json["errors"][0]["field"]) == (422, field), answer.text
    past = (clock.now() - timedelta(days=2)).date().isoformat()
    assert (await house.caller(cast.ada).patch(f"/priorities/{priority}", {**right, "next_update": past})).status == 422
    assert (await Priority.get(id=priority)).version == 1


async def test_by_form_words_are_kept_when_another_was_first(house: House, cast: Cast, browser: NewBrowser) -> None:
    priority, ada = await agree(), browser(cast.ada)
    await ada.get(f"/priorities/{priority}/keep")
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    sent = {**KEPT, "next_update_on": later, "owner": "", "kept_version": "1"}
    assert (await ada.post(f"/priorities/{priority}/keep", **sent)).status == 303
    sent["promise"] = "Something else."
    late = await ada.post(f"/priorities/{priority}/keep", **sent)
    assert late.status == 409
    assert "Something else." in late.text
    assert late.text.count("A new sign by Friday.") == 1, "what the other one wrote is shown"
    assert 'name="kept_version" value="2"' in late.text


async def test_a_number_of_thousands_of_digits_is_none_and_loses_no_words(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    priority, ada = await agree(), browser(cast.ada)
    action = await did(priority, cast.ada.id)
    await ada.get(f"/priorities/{priority}/keep")
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    long = {**KEPT, "next_update_on": later, "owner": "", "promise": "Typed for long.", "kept_version": "9" * 5000}
    kept = await ada.post(f"/priorities/{priority}/keep", **long)
    assert (kept.status, "Typed for long." in kept.text) == (409, True)
    edited = await ada.post(f"/actions/{action}/edit", body="Typed for long.", version="9" * 5000)
    assert (edited.status, "Typed for long." in edited.text) == (409, True)


async def test_what_is_done_meanwhile_is_in_nobodys_way(house: House, cast: Cast, browser: NewBrowser) -> None:
    priority, ada = await agree(), browser(cast.ada)
    form = (await ada.get(f"/priorities/{priority}/keep")).text
    assert 'name="kept_version" value="1"' in form
    assert (await house.caller(cast.huw).post(f"/priorities/{priority}/actions", {"body": "We came."})).status == 201
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    sent = {**KEPT, "next_update_on": later, "owner": "", "kept_version": "1"}
    assert (await ada.post(f"/priorities/{priority}/keep", **sent)).status == 303


async def test_a_mistake_in_an_old_form_does_not_make_it_a_new_one(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    priority, ada = await agree(), browser(cast.ada)
    await ada.get(f"/priorities/{priority}/keep")
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    kept = await house.caller(cast.huw).patch(
        f"/priorities/{priority}", {**KEPT, "next_update": later, "kept_version": 1}
    )
    assert kept.status == 200, kept.text
    sent = {"owner_role": "", "promise": "Mine.", "next_update_on": later, "owner": "", "kept_version": "1"}
    wrong = await ada.post(f"/priorities/{priority}/keep", **sent)
    assert (wrong.status, 'name="kept_version" value="1"' in wrong.text) == (422, True)
    assert (await Priority.get(id=priority)).promise == KEPT["promise"]


async def test_a_day_that_passed_is_not_moved_without_a_trace(house: House, cast: Cast) -> None:
    priority = await agree()
    before, later = ((clock.now() + timedelta(days=days)).date().isoformat() for days in (7, 60))
    sent = {"body": "We came.", "next_update": later}
    action = (await house.caller(cast.ada).post(f"/priorities/{priority}/actions", sent)).json
    assert str((await Priority.get(id=priority)).next_update_on) == later
    [entry] = await AuditEntry.filter(act="action.post")
    assert entry.details["next_update_on"] == [before, later]
    assert (await house.caller(cast.ada).delete(f"/actions/{action['id']}")).status == 204
    assert str((await Priority.get(id=priority)).next_update_on) == before
    [entry] = await AuditEntry.filter(act="action.withdraw")
    assert entry.details["next_update_on"] == [later, before]


async def test_a_late_update_is_late_for_everybody_and_its_officers_are_told_once(house: House, cast: Cast) -> None:
    priority = await agree()
    await house.run_jobs()
    assert "bl-priority-late" not in (await house.page(f"/priorities/{priority}")).text
    clock.move(timedelta(days=9))
    for _run in range(2):
        await house.run_jobs()
    assert "bl-priority-late" in (await house.page(f"/priorities/{priority}")).text
    assert (await house.caller().get(f"/priorities/{priority}")).json["late"] is True
    told = [each.person_id for each in await Notice.filter(kind="priority_late")]
    assert sorted(told) == sorted([cast.ada.id, cast.huw.id])
    # It stays late while neighbours are asked, until more is said, and no longer than it is worked on.
    for status, late in ((Status.REVIEWING, True), (Status.UNMET, False)):
        await Priority.filter(id=priority).update(status=status)
        assert ("bl-priority-late" in (await house.page(f"/priorities/{priority}")).text) == late
        assert (await house.caller().get(f"/priorities/{priority}")).json["late"] == late
        told_of = (await house.caller().get(f"/neighbourhoods/{HOME}/you-said-we-did")).json
        assert told_of["counts"]["late"] == int(late)


async def test_what_neighbours_have_judged_stays_as_it_is(house: House, cast: Cast) -> None:
    priority = await agree(status=Status.MET)
    ada = house.caller(cast.ada)
    assert (await ada.post(f"/priorities/{priority}/actions", {"body": "And more."})).status == 409
    later = (clock.now() + timedelta(days=10)).date().isoformat()
    answer = await ada.patch(f"/priorities/{priority}", {**KEPT, "next_update": later, "kept_version": 1})
    assert answer.status == 409
    clock.move(timedelta(days=40))
    await house.run_jobs()
    assert not await Notice.filter(kind="priority_late").exists()
