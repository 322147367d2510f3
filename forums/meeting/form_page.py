"""A form of meeting again with all that was typed, whatever was wrong."""

from typing import Any

from aiohttp import web

from foundation.errors import Refusal
from foundation.pages import render

JSON = dict[str, Any]


def form_page(
    request: web.Request, template: str, form: JSON, refusal: Refusal | None, warned: str | None, **context: Any
) -> web.Response:
    """`warned`: why their words would be held, where they were not confirmed yet."""
    return render(
        request,
        template,
        status=refusal.status if refusal else 422 if warned else 200,
        form=form,
        warned=warned,
        problem=refusal.message if refusal and not refusal.fields else None,
        fields=refusal.fields if refusal else [],
        **context,
    )
