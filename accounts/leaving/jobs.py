"""Timed work of leaving."""

from accounts.leaving.words import forget_last_mails, let_words_go
from foundation.scheduler import Job

JOBS = (Job("let_words_go", 1, let_words_go), Job("forget_last_mails", 60, forget_last_mails))
