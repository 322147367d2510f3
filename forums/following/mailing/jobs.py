"""Timed work of what is mailed to followers."""

from forums.following.mailing.forgetting_service import forget_untold
from foundation.scheduler import Job

JOBS = (Job("forget_untold", 3600, forget_untold),)
