"""Mails that tell together what happened since the last one, at the pace that a person chose."""
