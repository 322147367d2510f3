"""Taking somebody's details down at once: a rule's decision, which a person reads within a quarter of an hour."""

from collections.abc import Sequence

from aiohttp import web

from accounts.reach import reach_of
from accounts.withheld import shown_and_withheld
from foundation.errors import Conflict
from foundation.language import _, speaking
from moderation.content import CONTENT, Content, Line, Tell
from moderation.decisions.recording import record
from moderation.decisions.ruling import Action, Ruling
from moderation.flags import store
from moderation.flags.at_once import are_enough, can_be_hidden, flags_that_say_so, has_details
from moderation.flags.reasons import FlagReason
from moderation.flags.trusted import trusted_among
from moderation.people.content import is_recorded
from moderation.screening import kinds_of, screened

CLAUSE = "private"
"""The community rule that it goes by."""


async def hide_at_once(
    app: web.Application, content: Content, lines: Sequence[Line], reason: FlagReason, weight: int, item: str
) -> bool:
    """Take down what a flag of this reason and weight was just put on, if it is to be; gives whether it was.

    The decision is a rule's, and says so to the author; the `item` stays open for a person.
    """
    if not can_be_hidden(content, reason, weight) or not await _may_be_hidden(content):
        return False
    found = has_details(kinds_of(await screened(content.body)))
    if not found and not await _enough_say_so(app, content, item):
        return False
    with speaking(await _language_of(content)):
        why = _by_rule() if found else _by_people()
    ruling = Ruling(Action.HIDE, clause=CLAUSE, reason=why)

    async def also() -> Sequence[Tell]:
        _decision, tells = await record(None, content, ruling, lines)
        return tells

    try:
        await app[CONTENT][content.type].hide(app, content, why, also)
    except Conflict:  # somebody has decided meanwhile, or its author took it back: then it is theirs to say
        return False
    return True


async def _enough_say_so(app: web.Application, content: Content, item: str) -> bool:
    """Whether two people who are trusted, and whose records are good, say so from two places."""
    good = flags_that_say_so(await store.flags_of_items([item]), content.revision)
    if not are_enough(good):
        return False
    trusted = await trusted_among(app, {flag["person_id"] for flag in good})
    return are_enough([flag for flag in good if flag["person_id"] in trusted])


async def _may_be_hidden(content: Content) -> bool:
    """Not what staff say for their force, and not what a person has read and let stand."""
    author = (await shown_and_withheld([content.author_id])).get(content.author_id) if content.author_id else None
    if author is None or is_recorded(author["role"]):
        return False
    return not await store.was_let_stand(content.type, content.id, content.revision)


async def _language_of(content: Content) -> str:
    author = str(content.author_id)
    reach = (await reach_of([author])).get(author)
    return (reach.language if reach else None) or "en"


def _by_rule() -> str:
    return _(
        "Somebody flagged it for giving away a person’s details, and a rule found such details in it. It is hidden "
        "until a moderator has read it, within a quarter of an hour."
    )


def _by_people() -> str:
    return _(
        "Two people flagged it for giving away a person’s details. It is hidden until a moderator has read it, within "
        "a quarter of an hour."
    )
