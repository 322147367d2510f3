"""Pictures of what was done: described, shown with it, gone with it."""

import re

import aiohttp

from priorities.acting.models import Action
from priorities.pictures.models import PriorityPicture
from tests.accounts.avatars.pictures import photo, written
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House
from tests.priorities.acting.agreed import agree

SENT = {"Content-Type": "image/jpeg"}


async def _post(browser: Browser, path: str, *files: bytes, **fields: str) -> Answer:
    """The form of the last page with files, as a browser sends it."""
    token = re.search(r'name="csrf_token" value="([^"]*)"', browser.page.text)
    form = aiohttp.FormData()
    for name, value in {"csrf_token": token[1] if token else "", **fields}.items():
        form.add_field(name, value, content_type="text/plain; charset=utf-8")
    for number, data in enumerate(files):
        form.add_field("pictures", data, filename=f"{number}.jpg", content_type="image/jpeg")
    return await browser._send("POST", path, data=form)


async def test_ada_shows_what_was_done_and_it_goes_when_she_takes_it_back(house: House, cast: Cast) -> None:
    priority, ada = await agree(), house.caller(cast.ada)
    jpeg = written(photo(), "JPEG")
    sent = await ada.send("POST", "/api/v1/priority-pictures", data=jpeg, headers=SENT)
    picture = sent.json["id"]
    undescribed = await ada.post(f"/priorities/{priority}/actions", {"body": "A new sign.", "pictures": [picture]})
    assert undescribed.status == 422
    await ada.patch(f"/priority-pictures/{picture}", {"alt": "The sign"})
    posted = await ada.post(f"/priorities/{priority}/actions", {"body": "A new sign.", "pictures": [picture]})
    assert [each["alt"] for each in posted.json["pictures"]] == ["The sign"], posted.text
    assert 'alt="The sign"' in (await house.page(f"/priorities/{priority}")).text
    kept = {"body": "A new sign stands.", "version": 1, "pictures": [picture]}
    assert (await ada.patch(f"/actions/{posted.json['id']}", kept)).json["pictures"][0]["id"] == picture
    await ada.delete(f"/actions/{posted.json['id']}")
    assert (await PriorityPicture.get(id=picture)).large is None


async def test_without_scripts_a_picture_comes_back_to_be_described(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    priority, ada = await agree(), browser(cast.ada)
    path = f"/priorities/{priority}/actions/new"
    await ada.get(path)
    back = await _post(ada, path, written(photo(), "JPEG"), body="A new sign.")
    assert (back.status, "A new sign." in back.text) == (422, True)
    [picture] = re.findall(r'name="alt-(\w{16})"', back.text)
    posted = await _post(ada, path, body="A new sign.", **{f"alt-{picture}": "The sign"})
    assert posted.status == 303, posted.text
    [action] = await Action.all()
    assert action.pictures == 1
    edit = f"/actions/{action.id}/edit"
    await ada.get(edit)
    assert f'name="alt-{picture}"' in ada.page.text
    more = {f"alt-{picture}": "The sign", f"without-{picture}": "yes"}
    assert (await _post(ada, edit, body="A sign.", version="1", **more)).status == 303
    assert (await Action.get(id=action.id)).pictures == 0
