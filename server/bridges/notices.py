"""What mails tell of other features."""

from aiohttp import web

from forums.following.mailing import letters
from forums.following.mailing.digest_part import forums_part
from forums.following.telling.titles_service import titles_of
from foundation.mail.late import LATE
from notices.digests import words as digest_words
from notices.digests.ports import DIGEST_PARTS
from notices.ports import TITLES_OF


def fill(app: web.Application) -> None:
    """Fill the ports of notices, and of the mails that are written when they are sent."""
    app[LATE] = {digest_words.NAME: digest_words.compose, letters.NAME: letters.compose}
    app[DIGEST_PARTS] = (forums_part,)
    app[TITLES_OF] = titles_of
