"""Keeping the rules and lists that are in use, whole: what they found is written down by their id alone."""

from aiohttp import web

from foundation import clock
from moderation.lists.service import words_of
from moderation.replay import store
from moderation.screening_rules.in_use import rules_in_use
from moderation.screening_rules.own_words import NO_WORDS
from neighbourhoods.atlas import current_atlas


async def keep_rules(app: web.Application) -> None:
    """Keep what screens now: for everybody, and with each force's own words."""
    forces = sorted({place.force_id for place in (await current_atlas()).places.values()})
    every = {NO_WORDS, *[await words_of(app, force) for force in forces]}
    rules = rules_in_use()
    wanted = {rules.id(words): words for words in every}
    for id_ in wanted.keys() - await store.kept_of(wanted):
        await store.keep(id_, rules.content(wanted[id_]), clock.now())
