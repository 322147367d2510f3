"""Timed work of residents' accounts."""

from accounts.residents.sign_up_service import forget_sign_ups
from foundation.scheduler import Job

JOBS = (Job("forget_sign_ups", 600, forget_sign_ups),)
