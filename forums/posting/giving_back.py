"""Words are given back to who typed them, also where their own form can't be shown any more."""

from aiohttp import web

from forums.posting.forms import refilled
from foundation.errors import Closed, NotAllowed, NotSignedIn, Refusal
from foundation.pages import render
from foundation.pictures.forms import PostForm


def given_back(request: web.Request, form: PostForm, refusal: Refusal) -> web.Response:
    """The page that says why, with the words, and a form that sends them again to where they were to go."""
    hidden = {name: form.fields.get(name, "") for name in ("forum", "section", "reply_to", "version")}
    return render(
        request,
        "forums/given_back.html",
        status=refusal.status,
        problem=refusal.message,
        sign_in=isinstance(refusal, NotSignedIn),
        topic=request.match_info.get("id") if isinstance(refusal, Closed | NotAllowed) else None,
        draft=refilled(form),
        hidden={name: value for name, value in hidden.items() if value},
        action=request.path,
    )
