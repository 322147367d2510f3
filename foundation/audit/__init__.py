"""The audit: who did what to whom and when, kept so that nobody can change it unseen."""
