"""Timed work of leaving."""

from accounts.leaving.going import let_words_go
from foundation.scheduler import Job

JOBS = (Job("let_words_go", 1, let_words_go),)
