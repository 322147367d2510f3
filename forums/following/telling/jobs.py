"""Timed work of telling followers."""

from forums.following.telling.teller import tell_followers
from foundation.scheduler import Job

JOBS = (Job("tell_followers", 5, tell_followers),)
