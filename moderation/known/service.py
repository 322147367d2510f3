"""Who is known here, and who is new: where newcomers' words wait, and whose links do."""

from aiohttp import web

from foundation import clock
from moderation.known import store
from moderation.known.record import STOOD, STOOD_FOR
from moderation.ports import POSTS_THAT_STAND


async def is_known(app: web.Application, person: str) -> bool:
    """Whether somebody is known: one post was approved by a person, or three have stood for two days.

    Who had one refused is so again after three that were approved. Writes nothing.
    """
    record = await store.record_of(person)
    if record.is_known or not record.may_stand:
        return record.is_known
    before, stood = clock.now() - STOOD_FOR, 0
    for count in app[POSTS_THAT_STAND]:
        stood += await count(person, before, STOOD)
    return stood >= STOOD


async def approved(person: str) -> None:
    """A person approved a post of theirs. Inside the decision's transaction, as the three below."""
    await store.add_approval(person, clock.now())


async def refused(person: str) -> None:
    """A person refused a post of theirs, or took it down."""
    await store.add_refusal(person, clock.now())


async def approval_undone(person: str) -> None:
    """Such an approval was undone."""
    await store.take_approval(person)


async def refusal_undone(person: str) -> None:
    """Such a refusal was undone, or overturned on appeal."""
    await store.take_refusal(person)
