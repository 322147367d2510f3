"""Timed work of opinions."""

from foundation.scheduler import Job
from priorities.opinions.groups_service import find_opinion_groups

JOBS = (Job("find_opinion_groups", 30, find_opinion_groups),)
