"""What must be kept as evidence now, whoever asks for it to go."""

from dataclasses import dataclass

from aiohttp import web
from tortoise.expressions import Q

from foundation.ids import is_own_id
from moderation.models import LegalHold
from moderation.ports import FIND_WORDS

_HELD = ("person", "message")


@dataclass(frozen=True)
class Kept:
    """What holds keep of one person: everything, or those of `messages` that are theirs (ids, of anybody)."""

    everything: bool
    messages: frozenset[str]

    def has(self, message: str) -> bool:
        return self.everything or message in self.messages


async def kept_of(person: str) -> Kept:
    """What is kept of a person. Ask it inside the transaction that erases: a hold may have come a moment ago."""
    theirs = Q(subject_type="person", subject_id=person)
    standing = LegalHold.filter(theirs | Q(subject_type="message"), ended_at=None)
    rows = await standing.values_list("subject_type", "subject_id")
    return Kept(
        everything=any(kind == "person" for kind, _id in rows),
        messages=frozenset(str(id_) for kind, id_ in rows if kind == "message"),
    )


async def is_held(subject_type: str, subject_id: str) -> bool:
    """Whether a hold on this `person` or `message` stands: then nothing of it is erased. Nothing else is held."""
    if subject_type not in _HELD:
        return False
    return await LegalHold.filter(subject_type=subject_type, subject_id=subject_id, ended_at=None).exists()


async def is_kept(app: web.Application, target_type: str, target_id: str) -> bool:
    """The same of anything that is moderated: what people post is held as a `message`, by the id that it has there."""
    if target_type in _HELD:
        return await is_held(target_type, target_id)
    if not is_own_id(target_id):  # how somebody behaved in a place: no words of theirs, and nothing that a hold names
        return False
    found = await app[FIND_WORDS](target_id) if FIND_WORDS in app else None
    return found is not None and await is_held("message", str(found["id"]))
