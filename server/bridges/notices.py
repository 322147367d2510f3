"""What mails tell of other features."""

from collections.abc import Collection

from aiohttp import web

from forums.following.mailing import letters
from forums.following.mailing.digest_part import forums_part
from forums.following.telling.titles_service import titles_of as titles_of_topics
from foundation.mail.late import LATE
from foundation.permissions import Viewer
from notices.digests import words as digest_words
from notices.digests.ports import DIGEST_PARTS
from notices.ports import TITLES_OF
from priorities.titles_service import titles_of as titles_of_priorities


def fill(app: web.Application) -> None:
    """Fill the ports of notices, and of the mails that are written when they are sent."""
    app[LATE] = {digest_words.NAME: digest_words.compose, letters.NAME: letters.compose}
    app[DIGEST_PARTS] = (forums_part,)
    app[TITLES_OF] = _titles_of


async def _titles_of(viewer: Viewer, paths: Collection[str]) -> dict[str, str]:
    return await titles_of_topics(viewer, paths) | await titles_of_priorities(viewer, paths)
