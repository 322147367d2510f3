"""Surgeries and their live rooms: the log, questions, answers, transcript."""
