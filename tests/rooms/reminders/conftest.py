"""What reminders are sent by, and dates to be reminded of."""

from tests.notices.conftest import pushes, settings, subscribed, unread

__all__ = ["pushes", "settings", "subscribed", "unread"]
