"""Keeping somebody from writing in a forum, as part of a decision: inside the decision's transaction."""

from collections.abc import Sequence

from accounts.people import persons
from forums.moderating.excluding import store
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import STAFF
from moderation.content import Exclusion, Tell


async def exclude(topic_id: str, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """Silence or remove somebody in a topic's forum, in the place of an older one of its kind: the newest says until
    when. Everybody reads forums, so that both keep them from writing; their own notice tells them.

    Raises NotAllowed for staff, who are an administrator's to answer for.
    """
    person = (await persons({person_id})).get(person_id)
    if person is None or person["role"] in STAFF:
        raise NotAllowed(_("Officers and moderators can’t be silenced or removed here. Ask an administrator."))
    forum_id = await store.lock_forum_of(topic_id)
    if forum_id is None:
        raise Conflict(_("This has changed since you read it. Look again."))
    await store.end_restrictions(forum_id, person_id, exclusion.kind)
    await store.add_restriction(forum_id, person_id, exclusion)
    return []


async def readmit(topic_id: str, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """End what came of a decision about somebody, wherever the topic stands by now."""
    await store.end_restriction_of(person_id, exclusion.decision)
    return []
