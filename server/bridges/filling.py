"""Every port of the application, filled: a file for the feature that each is a port of."""

from aiohttp import web

from server.bridges import (
    accounts,
    calendar,
    following,
    meetings,
    moderation,
    neighbourhoods,
    notices,
    panels,
    proposals,
)


def fill(app: web.Application) -> None:
    """Fill every port."""
    accounts.fill(app)
    neighbourhoods.fill(app)
    notices.fill(app)
    moderation.fill(app)
    meetings.fill(app)
    proposals.fill(app)
    panels.fill(app)
    calendar.fill(app)
    following.fill(app)
