"""What moderation is about, and what it asks of where people write."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.moderated_words import REPLY, TOPIC
from forums.moderating import posts
from forums.moderating.content import PLACE
from forums.moderating.flagging_service import FlaggableReplies, FlaggableTopics
from forums.moderating.moderated import Replies, Topics
from forums.moderating.on_duty import officers_on_duty
from foundation.keys import TEMPLATES
from moderation.content import CONDUCT, CONTENT, Moderated
from moderation.drills.content import TYPE as DRILL
from moderation.drills.moderated import Drills
from moderation.flags.ports import FLAGGABLE, Flaggable
from moderation.names import IN_TEMPLATES
from moderation.people.content import AVATAR, NAME
from moderation.people.moderated import Avatars, Names
from moderation.people.ports import LastPlaces
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
from priorities.acting.moderated_words import ACTION, PRIORITY
from priorities.acting.moderating.flagging_service import FlaggableActions, FlaggablePriorities
from priorities.acting.moderating.moderated import Actions
from priorities.acting.moderating.priorities_moderated import Priorities
from priorities.opinions.moderating import posts as statements
from priorities.opinions.moderating.flagging_service import FlaggableStatements
from priorities.opinions.moderating.moderated import Statements
from priorities.opinions.words import STATEMENT
from priorities.proposals.moderating import posts as proposals
from priorities.proposals.moderating.content import PLACE as ROUND
from priorities.proposals.moderating.flagging_service import FlaggableProposals
from priorities.proposals.moderating.moderated import Proposals
from priorities.proposals.moderating.on_duty import officers_on_duty as on_duty_for_round
from priorities.proposals.words import PROPOSAL
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
from rooms.presence import PRESENCE
from rooms.surgeries.hosts import able_hosts


def fill(app: web.Application) -> None:
    """Fill the ports of moderation."""
    app[TEMPLATES].globals["called"] = IN_TEMPLATES
    app[CONTENT] = _moderated(app)
    app[FLAGGABLE] = _flaggable(app)
    app[PUBLISHED_SINCE] = {
        MESSAGE: published_since,
        TOPIC: posts.topics_since,
        REPLY: posts.replies_since,
        PROPOSAL: proposals.proposals_since,
        STATEMENT: statements.statements_since,
    }
    app[COUNT_POSTS] = (count_messages, posts.count_posts, proposals.count_posts)
    app[POSTS_THAT_STAND] = (of_person.posts_that_stand, posts.posts_that_stand, proposals.posts_that_stand)
    app[FIND_WORDS] = _find_words
    app[LAST_WORDS] = _last_words
    app[SPOKE_IN] = _spoke_in
    app[PUT_OUT] = (put_out_of_force,)
    app[HOSTS_OF] = _hosts


def _moderated(app: web.Application) -> dict[str, Moderated]:
    messages = Messages(partial(_present, app))
    return {
        DRILL: Drills(),
        CONDUCT: Conduct(),
        MESSAGE: messages,
        TOPIC: Topics(),
        REPLY: Replies(),
        ACTION: Actions(),
        PRIORITY: Priorities(),
        PROPOSAL: Proposals(),
        STATEMENT: Statements(),
        NAME: Names(_places(app), messages),
        AVATAR: Avatars(_places(app), messages),
    }


def _flaggable(app: web.Application) -> dict[str, Flaggable]:
    messages = Messages()
    return {
        MESSAGE: FlaggableMessages(),
        TOPIC: FlaggableTopics(),
        REPLY: FlaggableReplies(),
        ACTION: FlaggableActions(),
        PRIORITY: FlaggablePriorities(),
        PROPOSAL: FlaggableProposals(),
        STATEMENT: FlaggableStatements(),
        NAME: Names(_places(app), messages),
        AVATAR: Avatars(_places(app), messages),
    }


def _places(app: web.Application) -> LastPlaces:
    return partial(last_places, present=partial(_present, app))


def _present(app: web.Application, room: str) -> int:
    return app[PRESENCE].count(room)


async def _find_words(message: str) -> dict[str, Any] | None:
    found = await of_person.find_words(message) or await posts.find_words(message)
    return found or await proposals.find_words(message) or await statements.find_words(message)


async def _last_words(force: str, most: int) -> Sequence[dict[str, Any]]:
    said = [*await last_said(force, most), *await posts.last_said(force, most), *await proposals.last_said(force, most)]
    return sorted(said, key=lambda words: words["at"], reverse=True)[:most]


async def _spoke_in(person: str, force: str) -> bool:
    spoke = await of_person.spoke_in(person, force) or await posts.spoke_in(person, force)
    return spoke or await proposals.spoke_in(person, force)


async def _hosts(place_type: str, place_id: str) -> Sequence[str]:
    """The officers among them: a guest host is not of the room's staff, and reads nothing that is held. Of a topic
    or a round, those on duty.
    """
    if place_type == PLACE:
        return await officers_on_duty(place_id)
    if place_type == ROUND:
        return await on_duty_for_round(place_id)
    people = await persons(await able_hosts(place_id)) if place_type == "room" else {}
    return [id_ for id_, person in people.items() if person["officer"]]
