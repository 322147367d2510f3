"""What was drawn is kept no longer, in this process: right after what changed it was committed."""

from collections.abc import Collection

from aiohttp import web

from forums.kept.shelf import SHELF


def forget(app: web.Application, topics: Collection[str], forums: Collection[str]) -> None:
    """Keep no page that may show one of these topics; where forums changed by themselves, no page at all."""
    if forums and not topics:
        app[SHELF].forget_all()
    elif topics:
        app[SHELF].forget_topics(topics)


def forget_all(app: web.Application) -> None:
    """Keep no page: somebody looks otherwise, wherever they wrote."""
    app[SHELF].forget_all()
