"""What is done about a priority is said by who answers for it, shown to everybody, and told to who follows."""

from uuid import uuid4

from foundation.models import AuditEntry, AuditPersonal
from notices.models import Notice
from priorities.acting.models import Action
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.guest_hosts import add_partner
from tests.house import House
from tests.priorities.acting.agreed import FIRST, SPEEDING, agree, did

DONE = {"body": FIRST, "figures": [{"label": "Cars over 35 mph", "before": "41", "after": "12"}]}


async def test_everybody_reads_who_answers_for_it_and_what_was_done(house: House, cast: Cast) -> None:
    priority = await agree(owner_id=cast.huw.id)
    posted = await house.caller(cast.ada).post(f"/priorities/{priority}/actions", DONE)
    assert posted.status == 201, posted.text
    page = (await house.page(f"/priorities/{priority}")).text
    for words in (SPEEDING, "Sgt, neighbourhood team sergeant", FIRST, "Cars over 35 mph", "Ada Okafor", "2210"):
        assert words in page, words
    read = (await house.caller().get(f"/priorities/{priority}")).json
    assert read["owner"]["person"]["officer"]["verified"] is True
    assert [each["body"] for each in read["actions"]] == [FIRST]
    assert read["actions"][0]["author"]["officer"]["rank"] == "PC"


async def test_who_held_the_post_and_serves_no_more_is_named_by_it_no_more(house: House, cast: Cast) -> None:
    priority = await agree(owner_id=cast.rosa.id)
    read = (await house.caller().get(f"/priorities/{priority}")).json
    assert read["owner"] == {"role": "neighbourhood team sergeant", "rank": "Sgt", "person": None}
    assert "Rosa Jones" not in (await house.page(f"/priorities/{priority}")).text


async def test_who_was_posted_elsewhere_holds_the_post_no_more(house: House, cast: Cast) -> None:
    """Nia is an officer still, with a badge, but of another neighbourhood."""
    priority = await agree(owner_id=cast.nia.id)
    assert (await house.caller().get(f"/priorities/{priority}")).json["owner"]["person"] is None
    assert "Nia" not in (await house.page(f"/priorities/{priority}")).text


async def test_followers_are_told_of_an_action_once_and_its_author_is_not(house: House, cast: Cast) -> None:
    priority = await agree()
    for one in (cast.rosa, cast.ada):
        assert (await house.caller(one).put(f"/priorities/{priority}/follow")).status == 204
        assert (await house.caller(one).put(f"/priorities/{priority}/follow")).status == 204
    sent = {**DONE, "client_id": str(uuid4())}
    first = await house.caller(cast.ada).post(f"/priorities/{priority}/actions", sent)
    again = await house.caller(cast.ada).post(f"/priorities/{priority}/actions", sent)
    assert (first.json["id"], again.status) == (again.json["id"], 201)
    told = await Notice.filter(kind="priority_news").values_list("person_id", "path")
    assert told == [(cast.rosa.id, f"/priorities/{priority}#action-{first.json['id']}")]
    assert await AuditEntry.filter(act="action.post", actor_id=cast.ada.id).count() == 1
    assert (await house.caller(cast.rosa).delete(f"/priorities/{priority}/follow")).status == 204
    await house.caller(cast.ada).post(f"/priorities/{priority}/actions", DONE)
    assert await Notice.filter(kind="priority_news").count() == 1


async def test_nobody_else_says_what_was_done(house: House, cast: Cast) -> None:
    priority = await agree()
    for who, status in (
        (None, 401),
        (cast.gwen, 403),
        (cast.rosa, 403),
        (cast.mo, 403),
        (cast.nia, 403),
        (cast.max, 403),
    ):
        answer = await house.caller(who).post(f"/priorities/{priority}/actions", DONE)
        assert answer.status == status, (who, answer.text)
        kept = await house.caller(who).patch(f"/priorities/{priority}", {"owner_role": "Mine", "kept_version": 1})
        assert kept.status == status, who
    assert not await Action.all().exists()


async def test_what_a_partner_does_is_marked_as_theirs_by_the_record(house: House, cast: Cast) -> None:
    priority, jo = await agree(), await add_partner()
    posted = await house.caller(jo).post(f"/priorities/{priority}/actions", {"body": "New lamps.", "partner": "Police"})
    assert posted.json["partner"] == "Cardiff Council"
    page = (await house.page(f"/priorities/{priority}")).text
    assert "Done by Cardiff Council" in page
    assert (
        await house.caller(jo).patch(f"/priorities/{priority}", {"owner_role": "Me", "kept_version": 2})
    ).status == 403
    reported = await house.caller(cast.ada).post(
        f"/priorities/{priority}/actions", {"body": "Bins.", "partner": "Cadwyn"}
    )
    assert reported.json["partner"] == "Cadwyn"


async def test_ada_changes_and_takes_back_her_words_and_huw_can_only_take_them_back(house: House, cast: Cast) -> None:
    priority = await agree()
    ada, huw = house.caller(cast.ada), house.caller(cast.huw)
    action = (await ada.post(f"/priorities/{priority}/actions", DONE)).json
    changed = await ada.patch(f"/actions/{action['id']}", {"body": "On Wednesday.", "version": 1})
    assert (changed.json["body"], changed.json["version"], changed.json["figures"]) == ("On Wednesday.", 2, [])
    old = await ada.patch(f"/actions/{action['id']}", {"body": "On Thursday.", "version": 1})
    assert (old.status, old.json["body"]) == (409, "On Wednesday.")
    assert (await huw.patch(f"/actions/{action['id']}", {"body": "Mine", "version": 2})).status == 403
    assert (await house.caller(cast.rosa).delete(f"/actions/{action['id']}")).status == 403
    [edit] = await AuditEntry.filter(act="action.edit")
    [said] = await AuditPersonal.filter(id=edit.id)
    assert FIRST in said.details, "what stood there before can be read again"
    assert (await huw.delete(f"/actions/{action['id']}")).status == 422
    why = {"reason": "It was on another day."}
    assert (await huw.post(f"/actions/{action['id']}/withdraw", why)).status == 204
    assert len((await house.caller().get(f"/priorities/{priority}")).json["taken_back"]) == 1
    assert "was taken back on" in (await house.page(f"/priorities/{priority}")).text
    assert (await AuditEntry.get(act="action.withdraw")).reason == why["reason"]
    assert "Wednesday" not in (await house.page(f"/priorities/{priority}")).text
    assert (await house.page(f"/actions/{action['id']}", cast.ada)).status == 404


async def test_words_are_given_back_with_what_is_wrong(house: House, cast: Cast, browser: NewBrowser) -> None:
    priority, ada = await agree(), browser(cast.ada)
    await ada.get(f"/priorities/{priority}/actions/new")
    wrong = await ada.post(
        f"/priorities/{priority}/actions/new", body="We came.", done_on="2031-01-01", figure_label_1="Cars"
    )
    assert wrong.status == 422
    assert "We came." in wrong.text
    assert "Choose the day when it was done" in wrong.text
    done = await ada.post(f"/priorities/{priority}/actions/new", body="We came.")
    assert done.status == 303, done.text
    [action] = await Action.all()
    await ada.get(f"/actions/{action.id}/edit")
    assert "We came." in ada.page.text
    assert (await ada.post(f"/actions/{action.id}/edit", body="We went.", version="1")).status == 303
    old = await ada.post(f"/actions/{action.id}/edit", body="We left.", version="1")
    assert old.status == 409
    assert "We left." in old.text
    assert "We went." in old.text


async def test_what_has_no_day_comes_last(house: House, cast: Cast) -> None:
    priority = await agree()
    await did(priority, cast.ada.id, body="Dated.")
    await did(priority, cast.ada.id, body="Undated.", done_on=None)
    [item] = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities")).json["items"]
    assert item["action"] == "Dated."
    undated = await agree(title="Nobody knows when", issued_on=None)
    page = (await house.page(f"/neighbourhoods/{HOME}/priorities")).text
    assert page.index(priority) < page.index(undated)


async def test_the_list_is_in_the_shape_of_data_police_uk(house: House, cast: Cast) -> None:
    priority = await agree(owner_id=cast.huw.id)
    await did(priority, cast.ada.id)
    [item] = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities")).json["items"]
    today = item.pop("action-date")
    assert today.endswith("T00:00:00")
    following = item.pop("next_update")
    assert following
    assert item == {
        "id": priority,
        "issue": "Cars go far too fast past the school.",
        "issue-date": today,
        "action": FIRST,
        "status": "open",
        "owner": "Sgt, neighbourhood team sergeant",
        "partner": None,
    }
    await did(priority, cast.ada.id, body="New *lamps*.", partner="Cardiff Council")
    [item] = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities")).json["items"]
    assert (item["action"], item["partner"]) == ("New lamps.", "Cardiff Council")
    assert (await house.caller().get("/neighbourhoods/nowhere/priorities")).status == 404
    pages = [await agree(title=f"Number {number}") for number in range(3)]
    page = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities?limit=2")).json
    rest = (await house.caller().get(f"/neighbourhoods/{HOME}/priorities?limit=2&cursor={page['next']}")).json
    assert [each["id"] for each in (*page["items"], *rest["items"])] == [*pages[::-1], priority]
    assert rest["next"] is None
