"""Saying something: a new topic, or a reply to one."""
