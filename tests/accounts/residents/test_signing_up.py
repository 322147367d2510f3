"""How somebody comes to have an account: by a form, a mail, and a button."""

import json
from datetime import timedelta
from urllib.parse import quote

import pytest
from yarl import URL

from accounts.models import Person, Session
from accounts.residents.models import SignUp
from foundation import clock
from foundation.models import AuditEntry, AuditPersonal, OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.accounts.residents.signing_up import (
    FORM,
    PASSWORD,
    ask,
    last_mail,
    link_to,
    press,
    sign_in,
    subjects_to,
)
from tests.cast import Cast
from tests.house import House


async def test_sian_signs_up_and_comes_back_with_her_password(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    for page in ("/sign-in", "/guest", "/"):
        assert 'href="/sign-up' in (await here.get(page)).text, page
    answer = await ask(here)
    assert (answer.status, "Check your e-mail" in answer.text) == (200, True)
    link = await link_to("sian@example.org")
    opened = await here.get(link)
    assert "Siân Rees" in opened.text
    assert await Person.filter(email="sian@example.org").count() == 0, "mail programs open links by themselves"
    before = here.token
    done = await here.post(link, password=PASSWORD, postcode="cf10 1aa")
    assert (done.status, done.headers["Location"]) == (303, "/account?welcome")
    assert here.token != before
    assert "Your account is ready" in (await here.get("/account?welcome")).text
    me = await house.caller(token=here.token).get("/me")
    assert (me.json["person"]["name"], me.json["person"]["role"]) == ("Siân R", "resident")
    assert (me.json["neighbourhood"], me.json["tier"]) == ("cathays", "postcode")
    assert (await sign_in(browser(), "sian@example.org", PASSWORD)).status == 303


async def test_sian_comes_back_to_the_topic_that_she_signed_up_from(house: House, browser: NewBrowser) -> None:
    topic = "/topics/d0t2eg85trhge7n6?last#reply"
    here = browser()
    assert f'value="{topic}"' in (await here.get(f"/sign-up?back={quote(topic)}")).text
    refused = await here.post("/sign-up", **{**FORM, "name": "PC Rees", "back": topic})
    assert refused.status == 422
    assert f'value="{topic}"' in refused.text
    sent = await here.post("/sign-up", **{**FORM, "back": topic})
    assert (sent.status, f'href="{topic}">Go on reading' in sent.text) == (200, True)
    assert f'href="/sign-up?back={quote(topic)}"' in sent.text
    link = await link_to("sian@example.org")
    shown = await here.get(link)
    assert f'value="{topic}"' in shown.text
    done = await here.post(link.partition("?")[0], password=PASSWORD, back=topic)
    assert (done.status, done.headers["Location"]) == (303, topic)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "/" + "a" * 400])
async def test_nobody_is_led_to_another_site_by_signing_up(house: House, browser: NewBrowser, elsewhere: str) -> None:
    here = browser()
    assert 'name="back"' not in (await here.get(f"/sign-up?back={quote(elsewhere)}")).text
    await here.post("/sign-up", **{**FORM, "back": elsewhere})
    link = await link_to("sian@example.org")
    assert "back" not in link
    await here.get(link)
    done = await here.post(link, password=PASSWORD, back=elsewhere)
    assert (done.status, done.headers["Location"]) == (303, "/account?welcome")


async def test_what_sian_said_is_kept_and_her_postcode_is_not(house: House, cast: Cast, browser: NewBrowser) -> None:
    await ask(browser())
    await press(browser(), await link_to("sian@example.org"), postcode="CF10 1AA")
    sian = await Person.get(email="sian@example.org")
    assert (sian.full_name, sian.shown_as, sian.age_band, sian.language) == (
        "Siân Rees", "initial", "18_or_over", "en",
    )  # fmt: skip
    assert sian.email_confirmed_at
    assert sian.postcode_given_at
    kept = json.dumps([dict(row) for row in await Person.all().values()], default=str)
    told = json.dumps([dict(row) for row in await AuditPersonal.all().values()], default=str)
    assert "CF10" not in kept + told
    acts = await AuditEntry.filter(subject_id=sian.id).order_by("id").values_list("act", flat=True)
    assert {"person.sign_up", "email.confirm", "place.give", "session.start"} <= set(acts)


async def test_everything_wrong_is_said_at_once_beside_its_field(house: House, cast: Cast, browser: NewBrowser) -> None:
    answer = await ask(browser(), email="sian", name="PC Siân", shown_as="", age_band="")
    assert answer.status == 422
    for field in ("email", "name", "shown_as", "age_band"):
        assert f'href="#{field}"' in answer.text, field
    assert 'value="PC Siân"' in answer.text
    assert await OutboxMail.all().count() == 0


async def test_nobody_signs_up_under_an_officers_or_amirs_name(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    for name, status in (("Ada Okafor", 422), ("Amir Khan", 409), ("Heddlu", 422)):
        answer = await ask(here, name=name, shown_as="full")
        assert (answer.status, 'href="#name"' in answer.text) == (status, True), name


async def test_a_known_address_gets_the_same_answer_and_another_mail(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    known = await ask(browser(), email="rosa@example.org")
    unknown = await ask(browser(), email="nobody@example.org")
    assert known.status == unknown.status == 200
    assert known.text.replace("rosa@", "nobody@").split("<main")[1] == unknown.text.split("<main")[1]
    assert "already" in (await last_mail("rosa@example.org")).subject
    assert "/sign-up/" not in (await last_mail("rosa@example.org")).text
    assert "/sign-up/" in (await last_mail("nobody@example.org")).text
    assert await SignUp.filter(email="rosa@example.org").count() == 0


async def test_gwen_the_guest_keeps_her_id_her_name_and_her_words(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    gwen = browser(cast.gwen)
    assert 'value="Gwen"' in (await gwen.get("/sign-up")).text
    await ask(gwen, email="gwen@example.org", name="Gwen", shown_as="full")
    live = await house.live(cast.gwen)
    done = await press(gwen, await link_to("gwen@example.org"))
    assert done.status == 303
    person = await Person.get(email="gwen@example.org")
    assert (person.id, person.name, person.role) == (cast.gwen.id, "Gwen", "resident")
    assert gwen.token != cast.gwen.token
    await live.patient(live.ended.wait())
    assert (await house.caller(token=cast.gwen.token).get("/me")).status == 401, "a token from before is worth nothing"
    assert (await house.caller(token=gwen.token).get("/me")).json["person"]["id"] == cast.gwen.id


async def test_a_token_that_was_put_into_sians_browser_opens_nothing(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    thief = browser()
    await thief.get("/guest")
    await thief.post("/guest", name="Somebody", back="/")
    planted = thief.token
    sian = browser()
    sian._session.cookie_jar.update_cookies({"bluelamp_session": str(planted)}, URL(house.url))
    assert sian.token == planted
    await ask(sian)
    await press(sian, await link_to("sian@example.org"))
    assert sian.token != planted
    assert (await house.caller(token=planted).get("/me")).status == 401
    assert await Session.filter(ended_at=None, person__email="sian@example.org").count() == 1


async def test_nobody_is_mailed_to_death(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    for email in ("rosa@example.org", "nobody@example.org"):
        statuses = [(await ask(here, email=email)).status for _again in range(6)]
        assert statuses == [200] * 5 + [429], email
        assert len(await subjects_to(email)) == 5
    await here.get("/forgotten")
    assert (await here.post("/forgotten", email="rosa@example.org")).status == 429


async def test_forged_fields_make_nobody_an_officer(house: House, cast: Cast, browser: NewBrowser) -> None:
    forged = {
        "role": "officer", "officer[rank]": "PC", "officer": "1", "force": "south-wales", "force_id": "south-wales",
        "confirmed_at": "2026-01-01", "tier": "confirmed", "scope": "force", "avatar": "/x", "id": cast.ada.id,
        "guest_id": cast.ada.id, "token": "x",
    }  # fmt: skip
    here = browser()
    await ask(here, **forged)
    await press(here, await link_to("sian@example.org"), **forged)
    sian = await Person.get(email="sian@example.org")
    assert sian.id != cast.ada.id
    assert (sian.role, sian.force_id, sian.confirmed_at, sian.scope) == ("resident", None, None, None)  # type: ignore[attr-defined]
    me = await house.caller(token=here.token).get("/me")
    assert (me.json["person"]["officer"], me.json["tier"]) == (None, "email")


async def test_who_asked_and_never_came_is_forgotten(house: House, cast: Cast, browser: NewBrowser) -> None:
    await ask(browser())
    await house.run_jobs()
    assert await SignUp.all().count() == 1
    clock.move(timedelta(days=2, minutes=1))
    await house.run_jobs()
    assert await SignUp.all().count() == 0


async def test_dilys_gets_her_letter_in_welsh(house: House, cast: Cast, browser: NewBrowser) -> None:
    dilys = browser()
    await dilys.get("/language/cy")
    await ask(dilys)
    assert (await SignUp.get(email="sian@example.org")).language == "cy"
    await press(dilys, await link_to("sian@example.org"))
    assert (await Person.get(email="sian@example.org")).language == "cy"


@pytest.mark.parametrize("path", ["/sign-up", "/forgotten"])
async def test_no_mail_believes_a_forged_host(house: House, cast: Cast, browser: NewBrowser, path: str) -> None:
    here = browser()
    await here.get(path)
    here._session.headers["Host"] = "evil.example.com"
    assert (await here.post(path, **{**FORM, "email": "rosa@example.org"})).status == 503
    assert await OutboxMail.all().count() == 0


async def test_who_has_an_account_is_not_asked_for_another(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    assert (await rosa.get("/sign-up")).headers["Location"] == "/account"


async def test_gwen_opens_the_link_on_her_phone_and_what_was_a_guests_is_over(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    desk, phone = browser(cast.gwen), browser()
    await ask(desk, email="gwen@example.org", name="Gwen", shown_as="full")
    live = await house.live(cast.gwen)
    assert (await press(phone, await link_to("gwen@example.org"))).status == 303
    await live.patient(live.ended.wait())
    assert (await desk.get("/account")).status == 303
    assert (await house.caller(token=phone.token).get("/me")).json["person"]["id"] == cast.gwen.id
