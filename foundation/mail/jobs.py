"""Timed work of the outbox."""

from foundation.mail.sender import forget_old_mails, send_due_mails
from foundation.scheduler import Job

JOBS = (Job("send_mail", 2, send_due_mails), Job("forget_old_mails", 3600, forget_old_mails))
