"""What reminders are sent by, and dates to be reminded of."""

from tests.notices.conftest import browser, postbox, pushes, settings, subscribed, unread

__all__ = ["browser", "postbox", "pushes", "settings", "subscribed", "unread"]
