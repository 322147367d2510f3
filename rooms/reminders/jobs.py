"""Timed work of reminders."""

from foundation.scheduler import Job
from rooms.reminders.by_clock import forget_reminders, send_reminders

JOBS = (Job("send_reminders", 10, send_reminders), Job("forget_reminders", 3600, forget_reminders))
