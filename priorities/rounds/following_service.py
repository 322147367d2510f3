"""Following the rounds of a neighbourhood, and telling those who do how they go on."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from foundation.database import atomic
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.round_rows import JSON
from priorities.rounds import followers_store
from priorities.writing import Tell


async def follow(viewer: Viewer, neighbourhood: str) -> None:
    """Be told how the rounds of a neighbourhood go on. Raises NotFound."""
    place = await access_neighbourhood(neighbourhood)
    await atomic(partial(followers_store.add_follower, place.id, str(viewer.id)))


async def unfollow(viewer: Viewer, neighbourhood: str) -> None:
    """Hear nothing more of them. Raises NotFound."""
    place = await access_neighbourhood(neighbourhood)
    await atomic(partial(followers_store.remove_follower, place.id, str(viewer.id)))


async def follows(viewer: Viewer, neighbourhood: str) -> bool:
    """Whether the viewer does."""
    return viewer.id is not None and await followers_store.is_follower(neighbourhood, viewer.id)


async def followed_by(person: str) -> list[Place]:
    """The neighbourhoods whose rounds somebody follows (by their id), by name."""
    places = (await current_atlas()).places
    found = [places[each] for each in await followers_store.followed_by(person) if each in places]
    return sorted(found, key=lambda place: place.shown_name.casefold())


async def tell_followers(
    row: JSON, sentence: Callable[[], str], *, key: str, path: str | None = None, but: Sequence[str] = ()
) -> list[Tell]:
    """Tell everybody who follows a round’s neighbourhood something, inside the act’s transaction; gives what
    `Change(tell=…)` takes.

    `sentence` is called in each reader’s language. `key` makes it one for each of them. `path`: the round’s own page
    where not given. `but`: ids of people who need not be told.
    """
    people = set(await followers_store.followers_of(row["neighbourhood_id"])) - set(but)
    return await tell_some(people, row, sentence, key=key, path=path)


async def tell_some(
    people: Collection[str], row: JSON, sentence: Callable[[], str], *, key: str, path: str | None = None
) -> list[Tell]:
    """The same, to some of those who follow it."""
    where = path or f"/rounds/{row['id']}"
    told = await notify_all(people, NoticeKind.ROUND_MOVED, sentence, where, key=f"round.{row['id']}.{key}")
    return [all_noticed(told)] if told else []
