"""How words will look, before they are posted."""

from collections.abc import Sequence

from aiohttp import web

from forums.posting.checks.words import check_words
from foundation.keys import LIMITS
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from foundation.text import rendered, stored_html


async def preview_of(app: web.Application, viewer: Viewer, form: PostForm) -> str:
    """The words of a form as HTML, as they would be shown. Raises Invalid, TooFast."""
    return await drawn_words(app, viewer, form.fields.get("body", ""), form.pictures)


async def drawn_words(app: web.Application, viewer: Viewer, body: str, pictures: Sequence[str] = ()) -> str:
    """Words that may be posted as HTML; without any where there are pictures. Raises Invalid, TooFast."""
    await app[LIMITS].check("preview", str(viewer.id))
    return stored_html(await rendered(check_words(body, pictures)))
