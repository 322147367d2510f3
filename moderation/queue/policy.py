"""Who works in the queue: moderators and administrators, on what they serve, and never on their own words."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from accounts.models import Person, PersonNeighbourhood
from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Scope, Viewer
from moderation.items.channels import channels_for
from moderation.items.kinds import Kind
from moderation.items.models import ReviewItem
from moderation.models import Flag
from moderation.policy import check_moderates
from moderation.sealed.policy import cases_read_by

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works in the queue: of which force, in which neighbourhoods (None: all), cleared for which cases."""

    id: str
    force: str
    places: tuple[str, ...] | None
    cases: frozenset[str]
    is_administrator: bool

    @property
    def actor(self) -> Viewer:
        """As the audit writes them down."""
        return Viewer(
            id=self.id, role=Role.ADMINISTRATOR if self.is_administrator else Role.MODERATOR, force=self.force
        )

    def may_read(self, item: JSON) -> bool:
        """Whether they may read its words: those of a sealed case only who is cleared for it."""
        return item["case_id"] is None or item["case_id"] in self.cases


async def access_queue(viewer: Viewer) -> Worker:
    """The queue of somebody who works in one; raises NotAllowed."""
    force = check_moderates(viewer)
    cases = frozenset(await cases_read_by(viewer))
    places = None if viewer.whole_force else tuple(sorted(viewer.neighbourhoods))
    is_administrator = viewer.role is Role.ADMINISTRATOR
    return Worker(str(viewer.id), force, places, cases, is_administrator)


async def access_item(worker: Worker, item_id: str) -> JSON:
    """An item of their queue, in whatever state; raises NotFound, and NotAllowed for one about their own words."""
    serving = {} if worker.places is None else {"neighbourhood_id__in": worker.places}
    item: JSON | None = await ReviewItem.filter(id=item_id, force_id=worker.force, **serving).first().values()
    if item is None:
        raise NotFound(_("There is no such item in your queue."))
    if item["author_id"] == worker.id:
        raise NotAllowed(_("These are your own words: somebody else must decide about them."))
    return item


async def access_item_to_read(worker: Worker, item_id: str) -> JSON:
    """The same, with words that they may read; raises NotAllowed for those of a sealed case."""
    item = await access_item(worker, item_id)
    if not worker.may_read(item):
        raise NotAllowed(_("This is about a sealed case. Only a moderator who is cleared for it can read and decide."))
    return item


async def access_item_to_decide(worker: Worker, item_id: str) -> JSON:
    """The same, which they may decide about; raises NotAllowed also for what they flagged themselves."""
    item = await access_item_to_read(worker, item_id)
    if await flagged_themselves(worker, [item]):
        raise NotAllowed(_("You flagged this, so somebody else decides."))
    return item


async def flagged_themselves(worker: Worker, items: Collection[JSON]) -> set[str]:
    """The ids of those of these items that somebody else must decide about, for this worker asked for it.

    Not while people are together and somebody may come to harm: then whoever sees it acts.
    """
    ids = [item["id"] for item in items if not (item["live"] and item["kind"] in _AT_ONCE)]
    found = Flag.filter(person_id=worker.id, item_id__in=ids) if ids else None
    return {str(item) for item in await found.values_list("item_id", flat=True)} if found else set()


_AT_ONCE: Final = frozenset({Kind.EMERGENCY, Kind.DANGER, Kind.CHILD})


async def entitled_now(people: Collection[str]) -> dict[str, list[str]]:
    """The channels that each of these people may hear, by the record; nothing for who is no moderator any more."""
    rows = Person.filter(id__in=list(people), role__in=[Role.MODERATOR, Role.ADMINISTRATOR], suspended_at=None)
    serving = await rows.filter(closed_at=None).values("id", "role", "force_id", "scope") if people else []
    serves = PersonNeighbourhood.filter(person_id__in=[row["id"] for row in serving])
    places: dict[str, set[str]] = {}
    for person, place in await serves.values_list("person_id", "neighbourhood_id") if serving else []:
        places.setdefault(str(person), set()).add(str(place))
    return {str(row["id"]): _channels(row, places.get(row["id"], set())) for row in serving}


def _channels(row: JSON, places: set[str]) -> list[str]:
    everywhere = row["scope"] != Scope.NEIGHBOURHOODS
    return channels_for(
        Viewer(
            id=row["id"],
            role=Role(row["role"]),
            force=row["force_id"],
            neighbourhoods=frozenset(places),
            whole_force=everywhere,
        )
    )


async def moderators_of(force: str) -> set[str]:
    """The moderators of a force who can work today."""
    serving = Person.filter(force_id=force, role=Role.MODERATOR, suspended_at=None, closed_at=None)
    return {str(person) for person in await serving.values_list("id", flat=True)}
