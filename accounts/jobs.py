"""Timed work of accounts."""

from accounts.forgetting import forget_guests, forget_sign_ins
from accounts.sessions.service import hang_up_ended_sessions
from foundation.scheduler import Job

JOBS = (
    Job("hang_up_ended_sessions", 1, hang_up_ended_sessions),
    Job("forget_sign_ins", 600, forget_sign_ins),
    Job("forget_guests", 600, forget_guests),
)
