"""What reminders are sent by, and dates to be reminded of."""

from tests.notices.conftest import postbox, pushes, settings, subscribed, unread

__all__ = ["postbox", "pushes", "settings", "subscribed", "unread"]
