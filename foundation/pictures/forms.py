"""The form of words with pictures: with its pictures kept already, so that none is chosen twice.

A picture that was sent stands in the form as a field `alt-ID` with its words, and as a box `without-ID` to take it out.
What can't be taken is said beside the words, which are given back whatever was wrong with a picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from aiohttp import web

from foundation.errors import NotAllowed, NotSignedIn, Refusal
from foundation.identity import viewer_of
from foundation.ids import is_own_id
from foundation.language import _
from foundation.pages import form_of
from foundation.pictures.sending import MOST_LOOSE, SentPictures
from foundation.pictures.shown import FIELD, MOST
from foundation.typed import remember_form
from foundation.uploads import MOST_WORDS, SentForm, read_file_form

_ALT, _WITHOUT = "alt-", "without-"
_MOST_NAMED = MOST + MOST_LOOSE
"""Pictures that a form can have: those that stand in a post, and those that were sent for it."""


@dataclass
class PostForm:
    """`pictures` are the ids of those that are to stand in it, in their order.

    `refusal` is of a picture that could not be taken. `goes_on`: they have added or taken out pictures, and are not
    done: show the form again, and post nothing.
    """

    fields: dict[str, str]
    pictures: tuple[str, ...] = ()
    refusal: Refusal | None = None
    goes_on: bool = False
    added: list[str] = field(default_factory=list)


async def read_post_form(request: web.Request, pictures: SentPictures) -> PostForm:
    """The form that a person sent, with files or without; raises Malformed, TooLarge.

    Where the page was open for too long, or they are signed out meanwhile, `refusal` says so, and nothing was done.
    """
    sent = await _sent(request)
    remember_form(request, sent.fields)
    alts = {id_: sent.fields[_ALT + id_] for id_ in _named(sent.fields, _ALT)}
    out = _named(sent.fields, _WITHOUT)
    viewer = viewer_of(request)
    if sent.stale or not viewer.signed_in:
        refusal = sent.stale or NotSignedIn(
            _("You are signed out. Your words are here: sign in, then send them again.")
        )
        return PostForm(sent.fields, tuple(alts), refusal)
    person = str(viewer.id)
    await pictures.set_alts(person, alts)
    await pictures.remove_own(person, out)
    form = PostForm(sent.fields, refusal=sent.refusal, goes_on="pictures_only" in sent.fields)
    await _add(request, pictures, form, sent.files)
    kept = [id_ for id_ in alts if id_ not in out]
    form.pictures = (*kept, *form.added)
    return form


def _named(fields: Mapping[str, str], prefix: str) -> list[str]:
    """The ids of the pictures that a form names: each is asked for, and a form has room for many thousand names."""
    named = (name.removeprefix(prefix) for name in fields if name.startswith(prefix))
    return list(islice(filter(is_own_id, named), _MOST_NAMED))


async def _add(request: web.Request, pictures: SentPictures, form: PostForm, files: list[bytes]) -> None:
    viewer = viewer_of(request)
    try:
        for data in files:
            await pictures.check_may_send(request.app, viewer)
            form.added.append((await pictures.add(viewer, data))["id"])
    except Refusal as refusal:
        form.refusal = refusal


async def _sent(request: web.Request) -> SentForm:
    if request.content_type.startswith("multipart/form-data"):
        return await read_file_form(request, FIELD, most=MOST, forgiving=True)
    # Longer than anything else that is posted may be: what is far too long is given back to who typed it, too.
    request = request.clone(client_max_size=MOST_WORDS)
    try:
        return SentForm(fields=await form_of(request))
    except NotAllowed as refusal:
        posted = await request.post()
        return SentForm(fields={name: value for name, value in posted.items() if isinstance(value, str)}, stale=refusal)
