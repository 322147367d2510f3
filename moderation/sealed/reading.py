"""Who may read words that a sealed case holds, wherever they are read: in the queue, its evidence, a room, a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aiohttp import web

from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content, State
from moderation.sealed import store
from moderation.sealed.policy import cases_read_by
from moderation.sealed.service import cases_in


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be read of a thing: its `id`, and the words of this `revision` that not everybody reads."""

    id: str
    revision: int
    text: str


def words_of(content: Content) -> Words:
    """Those of a thing that wait, or stand hidden."""
    return Words(content.id, content.revision, content.words)


async def unreadable(
    app: web.Application, viewer: Viewer, force: str, target_type: str, words: Iterable[Words]
) -> set[str]:
    """The ids of those that this viewer must not read. One's own words are the caller's to leave out.

    Twice sure: by the case that held them (also when it has ended, or the key is another now), and by what they say of
    any case that stands (also when its terms came later).
    """
    asked = list(words)
    cases = await _cases_of(app, force, target_type, asked)
    sealed = {id_: found for id_, found in cases.items() if found}
    if not sealed:
        return set()
    mine = await cases_read_by(viewer)
    return {id_ for id_, found in sealed.items() if not found <= mine}


async def sealed_among(app: web.Application, force: str | None, target_type: str, words: Iterable[Words]) -> set[str]:
    """The ids of those that a sealed case holds: outside of the queue nobody but their authors reads them."""
    cases = await _cases_of(app, force, target_type, list(words))
    return {id_ for id_, found in cases.items() if found}


async def sealed_texts(app: web.Application, viewer: Viewer, force: str | None, texts: Iterable[str]) -> set[str]:
    """Those of these texts that say something of a case for which this viewer is not cleared: what people write beside
    a thing, such as why they flag it, is held by nothing.
    """
    cases = {text: set(await cases_in(app, force, text)) for text in set(texts) if text}
    if not any(cases.values()):
        return set()
    mine = await cases_read_by(viewer)
    return {text for text, found in cases.items() if not found <= mine}


def instead_of_sealed() -> str:
    """What stands in the place of a text that says something of a case, for who is not cleared for it."""
    return _("This is about a sealed case. Only a moderator who is cleared for it reads it.")


async def check_readable(app: web.Application, viewer: Viewer, content: Content) -> None:
    """Raises NotFound for who may not read a thing, and so may not decide about it; published words are everybody's."""
    if content.state is State.PUBLISHED and content.pending is None:
        return
    if await unreadable(app, viewer, content.force_id, content.type, [words_of(content)]):
        raise NotFound(_("There is no such thing here, or it is for somebody else to decide."))


async def _cases_of(
    app: web.Application, force: str | None, target_type: str, words: list[Words]
) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {each.id: set(await cases_in(app, force, each.text)) for each in words}
    revisions = {each.id: each.revision for each in words}
    for item in await store.sealed_items(target_type, list(found)):
        # Words that came after it are judged by what they say.
        if item["state"] == "open" or item["revision"] == revisions[item["target_id"]]:
            found[item["target_id"]].add(str(item["case_id"]))
    return found
