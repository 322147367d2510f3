"""Names and pictures of people, as things that can be flagged and decided about."""
