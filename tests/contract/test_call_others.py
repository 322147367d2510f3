"""GET /officers/{id}, GET /rules, POST /moderation/screen, the description, and what every error looks like."""

import re

import pytest

from foundation.api import BASE
from tests.cast import HOME, Cast
from tests.clients import JSON
from tests.house import House

CALLS = {
    "/session": {"post", "delete"},
    "/guest": {"post"},
    "/me": {"get", "patch"},
    "/neighbourhoods": {"get"},
    "/neighbourhoods/{id}": {"get"},
    "/surgeries": {"get", "post"},
    "/surgeries/{id}": {"get", "patch"},
    "/surgeries/{id}/open": {"post"},
    "/surgeries/{id}/close": {"post"},
    "/surgeries/{id}/cancel": {"post"},
    "/surgeries/{id}/events": {"get"},
    "/surgeries/{id}/transcript": {"get"},
    "/officers/{id}": {"get"},
    "/check": {"post"},
    "/rules": {"get"},
    "/moderation/screen": {"post"},
}


async def _description(house: House) -> JSON:
    return dict((await house.caller().get("/openapi.json")).json)


async def test_the_description_names_every_call_and_no_other(house: House, cast: Cast):
    described = {path.removeprefix(BASE): set(calls) for path, calls in (await _description(house))["paths"].items()}
    assert CALLS.items() <= described.items()
    served = {
        (route.method.lower(), route.resource.canonical.removeprefix(BASE))
        for route in house.app.router.routes()
        if route.resource and route.resource.canonical.startswith(BASE) and route.method not in {"HEAD", "OPTIONS"}
    }
    served.discard(("get", "/openapi.json"))
    assert served == {(method, path) for path, methods in described.items() for method in methods}


async def test_the_description_says_who_must_sign_in(house: House, cast: Cast):
    paths = (await _description(house))["paths"]
    for path, calls in paths.items():
        for method, operation in calls.items():
            if (method, path) == ("delete", f"{BASE}/session"):
                continue  # anybody may ask, and who is not signed in has nothing to end
            answer = await house.caller().send(method.upper(), re.sub(r"{\w+}", "0" * 16, path), json={})
            assert ("security" in operation) == (answer.status == 401), (method, path, answer.status)


async def test_ada_has_a_public_page_of_record(house: House, cast: Cast):
    officer = (await house.caller().get(f"/officers/{cast.ada.id}")).json
    assert (officer["name"], officer["role"]) == ("Ada Okafor", "officer")
    assert (officer["officer"]["rank"], officer["officer"]["number"]) == ("PC", "4127")
    assert officer["officer"]["verified"] is True
    page = await house.page(officer["officer"]["page"])
    assert page.status == 200
    assert "Ada Okafor" in page.text
    for id_ in (cast.rosa.id, cast.mo.id, "0" * 16, "nonsense"):
        assert (await house.caller().get(f"/officers/{id_}")).status == 404, id_


async def test_the_rules_can_be_read_by_anybody(house: House, cast: Cast):
    rules = (await house.caller().get("/rules")).json
    assert rules["version"]
    assert len(rules["items"]) > 3
    assert all(item["id"] and item["title"] and item["text"] for item in rules["items"])
    assert len({item["id"] for item in rules["items"]}) == len(rules["items"])


@pytest.mark.parametrize(
    ("text", "action"),
    [("Good evening", "allow"), ("Call me on 07700 900123", "warn"), ("You wanker", "hold"), ("", "allow"),
     ("I moved from Scunthorpe to Penistone", "allow"), ("Ring 999 or 101 or 0800 555 111", "allow")],
)  # fmt: skip
async def test_mo_tries_a_text_under_the_rules_of_today(house: House, cast: Cast, text: str, action: str):
    answer = await house.caller(cast.mo).post("/moderation/screen", {"text": text})
    assert (answer.status, answer.json["action"]) == (200, action)
    for hit in answer.json["hits"]:
        assert {"rule", "version", "start", "end", "kind"} <= hit.keys()
        assert text[hit["start"] : hit["end"]].strip()
    assert bool(answer.json["hits"]) == (action != "allow")


async def test_only_staff_try_texts(house: House, cast: Cast):
    for member in (cast.rosa, cast.gwen, cast.olga):
        assert (await house.caller(member).post("/moderation/screen", {"text": "x"})).status == 403
    assert (await house.caller().post("/moderation/screen", {"text": "x"})).status == 401


async def test_every_error_is_a_problem_that_a_client_can_read(house: House, cast: Cast):
    nobody = house.caller()
    answers = {
        404: await nobody.get("/nothing-here"),
        405: await nobody.delete("/rules"),
        422: await nobody.post("/guest", {"name": 5}),
        400: await nobody.send("POST", f"{BASE}/guest", data=b"name=Gwen"),
        401: await nobody.get("/me"),
        403: await house.caller(cast.rosa).post("/surgeries", {"neighbourhood": HOME}),
    }
    for status, answer in answers.items():
        assert answer.status == status, answer.text
        assert answer.headers["Content-Type"].startswith("application/problem+json"), status
        assert {"type", "title", "status", "detail"} <= answer.json.keys()
        assert "Traceback" not in answer.text


async def test_a_cookie_needs_the_pages_token_to_write(house: House, cast: Cast):
    cookie = {"Cookie": f"bluelamp_session={cast.rosa.token}"}
    refused = await house.caller().send("PATCH", f"{BASE}/me", json={"name": "Rosie"}, headers=cookie)
    assert refused.status == 403
    page = await house.caller().send("GET", "/", headers=cookie)
    token = page.text.partition('<meta name="csrf-token" content="')[2].partition('"')[0]
    headers = cookie | {"X-CSRF-Token": token}
    changed = await house.caller().send("PATCH", f"{BASE}/me", json={"name": "Rosie"}, headers=headers)
    assert (changed.status, changed.json["name"]) == (200, "Rosie")


async def test_answers_carry_the_headers_of_a_careful_site(house: House, cast: Cast):
    for path in ("/", f"{BASE}/rules", f"{BASE}/nothing", "/nothing", f"{BASE}/me"):
        headers = (await house.caller().send("GET", path)).headers
        assert headers["Referrer-Policy"] == "same-origin", path
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
