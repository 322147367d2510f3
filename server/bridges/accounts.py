"""What accounts need: whoever changes, leaves or goes on duty is seen to wherever they are."""

from functools import partial

from aiohttp import web

from accounts.ports import (
    DUTY_CHANGED,
    HOLDINGS,
    NAME_MAY_BE_SHOWN,
    OFFICERS_SURGERIES,
    PERSON_CHANGED,
    WORDS_LEAVE,
    Words,
)
from forums.answers.service import settle_answers_of
from forums.holdings import HELD_BY_FORUMS
from forums.kept.forgetting import forget_all as forget_pages_of_forums
from forums.live.service import tell_person_changed as tell_pages_of_forums
from forums.moderating.leaving import service as forums_leaving
from moderation.holdings import HELD_BY_MODERATION
from moderation.people.taken_service import check_name_not_taken
from moderation.queue.watching import settle_watchers
from moderation.sealed.service import check_name_unsealed
from notices.holdings import HELD_BY_NOTICES
from notices.leaving import keeps_nothing, leave
from priorities.holdings import HELD_BY_PRIORITIES
from priorities.opinions.moderating import leaving_service as statements_leaving
from priorities.proposals.moderating import leaving_service as proposals_leaving
from priorities.reviewing import leaving_service as reviews_leaving
from priorities.rounds import leaving_service as rounds_leaving
from rooms.duty.service import tell_duty_changed
from rooms.holdings import HELD_BY_ROOMS
from rooms.messages import of_person
from rooms.people import tell_person_changed
from rooms.reminders import leaving as reminders_leaving
from server.bridges.surgeries import hosted_cards


def fill(app: web.Application) -> None:
    """Fill the ports of accounts."""
    app[OFFICERS_SURGERIES] = hosted_cards
    app[PERSON_CHANGED] = partial(_person_changed, app)
    app[DUTY_CHANGED] = partial(tell_duty_changed, app)
    app[HOLDINGS] = (*HELD_BY_NOTICES, *HELD_BY_MODERATION, *HELD_BY_ROOMS, *HELD_BY_FORUMS, *HELD_BY_PRIORITIES)
    app[NAME_MAY_BE_SHOWN] = partial(_name_may_be_shown, app)
    app[WORDS_LEAVE] = (
        Words(partial(of_person.leave_words, app), of_person.keeps_words),
        Words(partial(forums_leaving.leave_words, app), forums_leaving.keeps_words),
        Words(partial(proposals_leaving.leave_words, app), proposals_leaving.keeps_words),
        Words(partial(statements_leaving.leave_words, app), statements_leaving.keeps_words),
        Words(leave, keeps_nothing),
        Words(reminders_leaving.leave, reminders_leaving.keeps_nothing),
        Words(rounds_leaving.leave, rounds_leaving.keeps_nothing),
        Words(reviews_leaving.leave, reviews_leaving.keeps_nothing),
    )


async def _person_changed(app: web.Application, person: str) -> None:
    await settle_answers_of(app, person)
    forget_pages_of_forums(app)
    await settle_watchers(app, person)
    await tell_person_changed(app, person)
    await tell_pages_of_forums(app, person)


async def _name_may_be_shown(app: web.Application, name: str, person: str | None) -> None:
    await check_name_unsealed(app, name)
    if person:
        await check_name_not_taken(name, person)
