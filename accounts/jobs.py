"""Timed work of accounts."""

from accounts.service import hang_up_ended_sessions
from foundation.scheduler import Job

JOBS = (Job("hang_up_ended_sessions", 1, hang_up_ended_sessions),)
