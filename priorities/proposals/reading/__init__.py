"""Proposals as they are read: the page of one, the cards of a round's, and the same as JSON."""
