"""Timed work of web push."""

from foundation.scheduler import Job
from notices.push.sender import forget_ended_browsers, forget_old_pushes, send_due_pushes

JOBS = (
    Job("send_pushes", 1, send_due_pushes),
    Job("forget_ended_browsers", 30, forget_ended_browsers),
    Job("forget_old_pushes", 3600, forget_old_pushes),
)
