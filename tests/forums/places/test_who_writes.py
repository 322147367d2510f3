"""Who may write in which section: by tier, by role, and by what the force chose for it."""

from dataclasses import replace
from typing import Any

import pytest

from accounts.models import Person
from forums.places.models import ForumKind, Section, WhoPosts
from forums.places.policy import may_post, may_reply
from forums.places.service import forum_of_force, forum_of_neighbourhood, section_named, staff_forum
from foundation import clock
from foundation.errors import Closed, NotAllowed, NotSignedIn
from foundation.permissions import READER, Viewer
from moderation.modes import Mode
from tests.cast import HOME, Cast
from tests.clients import JSON

pytestmark = pytest.mark.usefixtures("database")
_FORUMS = {ForumKind.FORCE: forum_of_force, ForumKind.STAFF: staff_forum}


async def _place(kind: ForumKind, **columns: Any) -> tuple[JSON, JSON]:
    """A forum and its general section with these columns."""
    make = _FORUMS.get(kind)
    forum = await (make("south-wales") if make else forum_of_neighbourhood(HOME))
    section = await section_named(forum, "general")
    await Section.filter(id=section["id"]).update(**columns)
    return forum, await section_named(forum, "general")


async def _may(viewer: Viewer, forum: JSON, section: JSON) -> bool:
    """Whether they may begin a topic, and reply: the same for both here."""
    answers = []
    for asked in (may_post, may_reply):
        try:
            await asked(viewer, forum, section)
        except (NotAllowed, NotSignedIn):
            answers.append(False)
        else:
            answers.append(True)
    assert answers[0] == answers[1]
    return answers[0]


# Rosa told us her address only; Amir his postcode; Olga of elsewhere was confirmed.
@pytest.mark.parametrize(
    ("who", "those"),
    [
        (WhoPosts.EMAIL, "rosa amir olga nia max ada huw mo dee dai"),
        (WhoPosts.POSTCODE, "amir olga nia max ada huw mo dee dai"),
        (WhoPosts.CONFIRMED, "olga nia max ada huw mo dee dai"),
        (WhoPosts.STAFF, "ada huw mo dee dai"),
    ],
    ids=str,
)
async def test_a_section_asks_what_the_force_chose(cast: Cast, who: WhoPosts, those: str) -> None:
    now = clock.now()
    await Person.filter(id__in=[cast.amir.id, cast.olga.id]).update(postcode_given_at=now)
    await Person.filter(id=cast.olga.id).update(confirmed_at=now)
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, who_posts=who, who_replies=who)
    everybody = vars(cast).items()
    assert {name for name, member in everybody if await _may(member.viewer, forum, section)} == set(those.split())
    assert not await _may(READER, forum, section)


async def test_a_guest_writes_where_guests_may(cast: Cast) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD)
    assert not await _may(cast.gwen.viewer, forum, section)
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, guests=True)
    assert await _may(cast.gwen.viewer, forum, section)
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, who_posts=WhoPosts.STAFF, who_replies=WhoPosts.STAFF)
    assert not await _may(cast.gwen.viewer, forum, section)


async def test_starting_and_replying_are_asked_for_apart(cast: Cast) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, who_posts=WhoPosts.STAFF)
    await may_reply(cast.rosa.viewer, forum, section)
    with pytest.raises(NotAllowed):
        await may_post(cast.rosa.viewer, forum, section)


async def test_an_archived_section_takes_replies_and_no_topics(cast: Cast) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, archived_at=clock.now())
    await may_reply(cast.rosa.viewer, forum, section)
    for member in (cast.rosa, cast.ada):
        with pytest.raises(Closed):
            await may_post(member.viewer, forum, section)


@pytest.mark.parametrize("of_section", [True, False])
async def test_what_is_locked_takes_topics_of_its_staff_alone(cast: Cast, of_section: bool) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, mode=Mode.LOCKED if of_section else None)
    forum = forum if of_section else forum | {"mode": Mode.LOCKED}
    await may_post(cast.ada.viewer, forum, section)
    with pytest.raises(Closed):
        await may_post(cast.rosa.viewer, forum, section)


async def test_a_section_that_is_open_is_so_in_a_forum_that_is_locked(cast: Cast) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, mode=Mode.OPEN)
    await may_post(cast.rosa.viewer, forum | {"mode": Mode.LOCKED}, section)


async def test_a_force_s_staff_are_staff_in_its_forum_wherever_they_serve(cast: Cast) -> None:
    forum, section = await _place(ForumKind.FORCE, who_posts=WhoPosts.STAFF, who_replies=WhoPosts.STAFF)
    writing = {name for name, member in vars(cast).items() if await _may(member.viewer, forum, section)}
    assert writing == {"ada", "huw", "nia", "mo", "dee", "dai"}


async def test_whoever_serves_no_longer_is_no_staff(cast: Cast) -> None:
    forum, section = await _place(ForumKind.NEIGHBOURHOOD, who_posts=WhoPosts.STAFF, who_replies=WhoPosts.STAFF)
    assert await _may(cast.ada.viewer, forum, section)
    assert not await _may(replace(cast.ada.viewer, neighbourhoods=frozenset({"penarth"})), forum, section)
