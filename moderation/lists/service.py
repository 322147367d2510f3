"""A force's own words, as screening asks for them."""

from aiohttp import web

from moderation.lists.remembered import OWN_WORDS
from moderation.lists.words_store import entries_of
from moderation.screening_rules.own_words import OwnWords


async def words_of(app: web.Application, force: str) -> OwnWords:
    """What a force holds and lets pass besides the lists that come with Bluelamp; a few seconds old at most."""
    words = app[OWN_WORDS].fresh(force)
    if words is not None:
        return words
    entries = await entries_of(force)
    return app[OWN_WORDS].keep(force, OwnWords(entries["abuse"], entries["allowed"]))
