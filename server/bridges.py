"""Where one feature's port is filled with another's service. Nothing else knows both."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import officers_of, persons
from accounts.ports import (
    DUTY_CHANGED,
    HOLDINGS,
    NAME_MAY_BE_SHOWN,
    OFFICERS_SURGERIES,
    PERSON_CHANGED,
    WORDS_LEAVE,
    Words,
)
from foundation.keys import TEMPLATES
from moderation.content import CONDUCT, CONTENT, Moderated
from moderation.drills.content import TYPE as DRILL
from moderation.drills.moderated import Drills
from moderation.flags.ports import FLAGGABLE, Flaggable
from moderation.holdings import HELD_BY_MODERATION
from moderation.lists.remembered import OWN_WORDS, RememberedWords
from moderation.names import IN_TEMPLATES
from moderation.people.content import AVATAR, NAME
from moderation.people.moderated import Avatars, Names
from moderation.people.ports import LastPlaces
from moderation.people.taken_service import check_name_not_taken
from moderation.ports import (
    FIND_WORDS,
    HOSTS_OF,
    LAST_WORDS,
    POSTS_THAT_STAND,
    PUBLISHED_SINCE,
    PUT_OUT,
    SPOKE_IN,
)
from moderation.public.ports import COUNT_POSTS
from moderation.queue.watching import settle_watchers
from moderation.sealed.service import check_name_unsealed
from neighbourhoods.ports import LOGS, NEXT_SURGERIES, OFFICERS, PAST_SURGERIES
from notices.holdings import HELD_BY_NOTICES
from notices.leaving import keeps_nothing, leave
from rooms.duty.service import tell_duty_changed
from rooms.holdings import HELD_BY_ROOMS
from rooms.hosting.conduct import Conduct
from rooms.hosting.putting_out import put_out_of_force
from rooms.messages import of_person
from rooms.messages.counting import count_messages
from rooms.messages.flagging_service import FlaggableMessages
from rooms.messages.last_places import last_places
from rooms.messages.last_said import last_said
from rooms.messages.moderated import TYPE as MESSAGE
from rooms.messages.moderated import Messages
from rooms.messages.published_store import published_since
from rooms.minutes.service import with_minutes
from rooms.people import tell_person_changed
from rooms.presence import PRESENCE
from rooms.reminders import leaving as reminders_leaving
from rooms.running_log.service import logs_near
from rooms.surgeries.cards import cards
from rooms.surgeries.hosts import able_hosts
from rooms.surgeries.repeats import LOOKED_AT, without_repeats
from rooms.surgeries.service import hosted_surgeries, next_surgeries, past_surgeries

_SHOWN = 5


def fill(app: web.Application) -> None:
    """Fill every port of the application."""
    app[TEMPLATES].globals["called"] = IN_TEMPLATES
    app[OFFICERS] = officers_of
    app[NEXT_SURGERIES] = _next
    app[PAST_SURGERIES] = _past
    app[LOGS] = _logs
    app[OFFICERS_SURGERIES] = _hosted
    app[PERSON_CHANGED] = partial(_person_changed, app)
    app[DUTY_CHANGED] = partial(tell_duty_changed, app)
    app[HOLDINGS] = (*HELD_BY_NOTICES, *HELD_BY_MODERATION, *HELD_BY_ROOMS)
    app[WORDS_LEAVE] = (
        Words(partial(of_person.leave_words, app), of_person.keeps_words),
        Words(leave, keeps_nothing),
        Words(reminders_leaving.leave, reminders_leaving.keeps_nothing),
    )
    app[PUT_OUT] = (put_out_of_force,)
    app[CONTENT] = _moderated(app)
    app[FLAGGABLE] = _flaggable(app)
    app[PUBLISHED_SINCE] = {MESSAGE: published_since}
    app[COUNT_POSTS] = (count_messages,)
    app[FIND_WORDS] = of_person.find_words
    app[LAST_WORDS] = last_said
    app[OWN_WORDS] = RememberedWords()
    app[SPOKE_IN] = of_person.spoke_in
    app[HOSTS_OF] = _hosts
    app[NAME_MAY_BE_SHOWN] = partial(_name_may_be_shown, app)
    app[POSTS_THAT_STAND] = (of_person.posts_that_stand,)


def _moderated(app: web.Application) -> dict[str, Moderated]:
    messages = Messages(partial(_present, app))
    return {
        DRILL: Drills(),
        CONDUCT: Conduct(),
        MESSAGE: messages,
        NAME: Names(_places(app), messages),
        AVATAR: Avatars(_places(app), messages),
    }


def _flaggable(app: web.Application) -> dict[str, Flaggable]:
    messages = Messages()
    return {
        MESSAGE: FlaggableMessages(),
        NAME: Names(_places(app), messages),
        AVATAR: Avatars(_places(app), messages),
    }


def _places(app: web.Application) -> LastPlaces:
    return partial(last_places, present=partial(_present, app))


def _present(app: web.Application, room: str) -> int:
    return app[PRESENCE].count(room)


async def _person_changed(app: web.Application, person: str) -> None:
    await settle_watchers(app, person)
    await tell_person_changed(app, person)


async def _name_may_be_shown(app: web.Application, name: str, person: str | None) -> None:
    await check_name_unsealed(app, name)
    if person:
        await check_name_not_taken(name, person)


async def _hosts(place_type: str, place_id: str) -> Sequence[str]:
    """The officers among them: a guest host is not of the room's staff, and reads nothing that is held."""
    people = await persons(await able_hosts(place_id)) if place_type == "room" else {}
    return [id_ for id_, person in people.items() if person["officer"]]


async def _next(neighbourhood: str) -> Sequence[dict[str, Any]]:
    return await cards(without_repeats(await next_surgeries(neighbourhood, LOOKED_AT))[:_SHOWN])


async def _hosted(officer: str) -> Sequence[dict[str, Any]]:
    return await cards(without_repeats(await hosted_surgeries(officer, LOOKED_AT))[:_SHOWN])


async def _logs(neighbourhood: str) -> Sequence[dict[str, Any]]:
    return await logs_near(neighbourhood)


async def _past(neighbourhood: str) -> Sequence[dict[str, Any]]:
    return await with_minutes(await cards(await past_surgeries(neighbourhood)))
