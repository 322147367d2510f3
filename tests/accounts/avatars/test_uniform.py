"""The uniform: from the record as it is now, over whatever picture an officer has, and over nobody else's."""

import pytest

from accounts.models import OfficerRecord, Person
from accounts.people import persons
from foundation import clock
from foundation.permissions import STAFF
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House


async def _shown(person: str) -> dict[str, object]:
    return (await persons([person]))[person]


async def test_only_verified_officers_wear_it(database: object, cast: Cast) -> None:
    everybody = await persons([member.id for member in cast])
    in_uniform = {person["id"] for person in everybody.values() if person["avatar"]["uniform"]}
    assert in_uniform == {cast.ada.id, cast.huw.id, cast.nia.id}
    layers = {person["avatar"]["layer"] for person in everybody.values() if not person["avatar"]["uniform"]}
    assert layers == {None}
    assert (await _shown(cast.ada.id))["avatar"]["layer"].startswith("/static/images/uniform/cap.svg?v=")  # type: ignore[index]


@pytest.mark.parametrize("what", ["suspended_at", "closed_at", "unconfirmed"])
async def test_it_goes_with_the_badge_and_the_face_stays(database: object, cast: Cast, what: str) -> None:
    await Person.filter(id=cast.ada.id).update(avatar="officer-bob-sea", photo="0000000000000000")
    assert (await _shown(cast.ada.id))["avatar"]["uniform"], "there must be a uniform to take off"  # type: ignore[index]
    if what == "unconfirmed":
        await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    else:
        await Person.filter(id=cast.ada.id).update(**{what: clock.now()})
    ada = await _shown(cast.ada.id)
    face = "nobody-stone" if what == "closed_at" else "officer-bob-sea"
    assert (ada["officer"], ada["role"]) == (None, "resident")
    avatar = ada["avatar"]
    assert isinstance(avatar, dict)
    assert (avatar["uniform"], avatar["layer"]) == (False, None)
    assert avatar["src"].startswith(f"/avatars/{face}.svg"), "and no photo"


async def test_a_suspended_moderator_is_shown_as_anybody(database: object, cast: Cast) -> None:
    assert (await _shown(cast.mo.id))["role"] in STAFF
    await Person.filter(id=cast.mo.id).update(suspended_at=clock.now())
    assert (await _shown(cast.mo.id))["role"] == "resident"


async def test_who_was_given_an_officers_face_by_hand_is_in_no_uniform(database: object, cast: Cast) -> None:
    await Person.filter(id=cast.rosa.id).update(avatar="officer-bun-sky", photo="0000000000000000")
    avatar = (await _shown(cast.rosa.id))["avatar"]
    assert isinstance(avatar, dict)
    assert (avatar["uniform"], avatar["layer"], "photos" in avatar["src"]) == (False, None, False)


async def test_a_page_draws_the_layer_over_the_face(house: House, cast: Cast, browser: NewBrowser) -> None:
    page = (await browser().get(f"/officers/{cast.ada.id}")).text
    assert 'class="bl-avatar__layer" src="/static/images/uniform/cap.svg' in page
    assert 'role="img" aria-label="Figure without a face, in a police uniform"' in page
    rosa = (await browser(cast.rosa).get("/account/avatar")).text
    assert "bl-avatar__layer" not in rosa
    await Person.filter(id=cast.ada.id).update(avatar="officer-turban-sky")
    assert "/static/images/uniform/turban.svg" in (await browser().get(f"/officers/{cast.ada.id}")).text
