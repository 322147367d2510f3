"""Timed work of sealed cases."""

from foundation.scheduler import Job
from moderation.sealed.looking_back_service import look_back

JOBS = (Job("look_back_for_sealed", 10, look_back),)
