"""Timed work of reviews."""

from foundation.scheduler import Job
from priorities.reviewing.asking_service import ask_reviewers, tell_review_ends

JOBS = (Job("ask_reviewers", 60, ask_reviewers), Job("tell_review_ends", 60, tell_review_ends))
