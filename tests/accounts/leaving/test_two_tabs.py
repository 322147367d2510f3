"""What another tab was at while the account closed changes nothing any more."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import web

from accounts.avatars.service import choose_avatar
from accounts.factors.proof_service import prove_by_password
from accounts.models import Person, Session
from accounts.residents.details_service import change_age_band, give_postcode, rename
from accounts.residents.password_service import change_password
from accounts.sessions.service import sign_out_everywhere
from foundation.errors import NotSignedIn
from foundation.models import AuditEntry
from foundation.permissions import Viewer
from rooms.messages.of_person import leave_words
from rooms.models import LogEntry, Message
from tests.accounts.conftest import PASSWORD
from tests.accounts.leaving.conftest import Close
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

Act = Callable[[web.Application, Viewer], Awaitable[object]]
EMPTY = ("name", "full_name", "password_hash", "avatar", "age_band", "neighbourhood_id", "postcode_given_at")


@pytest.mark.parametrize(
    "act",
    [
        lambda app, viewer: rename(app, viewer, "Rosa Again"),
        lambda app, viewer: give_postcode(app, viewer, "CF10 1AA"),
        lambda app, viewer: change_age_band(app, viewer, "16_or_17"),
        lambda app, viewer: choose_avatar(app, viewer, "peep-afro-sky"),
    ],
    ids=["rename", "postcode", "age", "avatar"],
)
async def test_who_was_at_something_as_they_left_stays_gone(house: House, cast: Cast, close: Close, act: Act) -> None:
    viewer = cast.rosa.viewer
    await close(cast.rosa, "stay")
    before = await AuditEntry.all().count()
    with pytest.raises(NotSignedIn):
        await act(house.app, viewer)
    row = (await Person.filter(id=cast.rosa.id).values(*EMPTY))[0]
    assert row == dict.fromkeys(EMPTY) | {"name": "a former member"}
    assert await AuditEntry.all().count() == before


@pytest.mark.usefixtures("everyone_has_a_password")
async def test_a_password_that_was_being_changed_is_not_kept(house: House, cast: Cast, close: Close) -> None:
    changing = change_password(house.app, cast.rosa.viewer, PASSWORD, "another long password", house.url, "127.0.0.1")
    await asyncio.gather(changing, close(cast.rosa, "stay"), return_exceptions=True)
    row = (await Person.filter(id=cast.rosa.id).values("password_hash", "closed_at"))[0]
    assert row["closed_at"]
    assert row["password_hash"] is None


@pytest.mark.usefixtures("everyone_has_a_password")
async def test_who_signs_out_everywhere_is_out_of_a_tab_that_proves_itself_too(house: House, cast: Cast) -> None:
    viewer = cast.rosa.viewer
    await sign_out_everywhere(house.app, viewer)
    with pytest.raises(NotSignedIn):
        await prove_by_password(house.app, viewer, PASSWORD, "", "127.0.0.1", "Firefox")
    assert await Session.filter(person_id=cast.rosa.id, ended_at=None).count() == 0


async def test_two_processes_that_take_words_away_do_not_trip_over_each_other(
    house: House, cast: Cast, room: Room
) -> None:
    rosa = await room.enter(cast.rosa)
    for words in ("Good evening", "Good night"):
        await rosa.say(words)
    both = [leave_words(house.app, cast.rosa.id, everything=True, most=50) for _process in range(2)]
    assert True in await asyncio.gather(*both)
    assert await Message.filter(author_id=cast.rosa.id).exclude(body="").count() == 0
    assert await LogEntry.filter(kind="message_withdrawn").count() == 2
