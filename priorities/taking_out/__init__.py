"""Taking out words that staff wrote around a round, which are nobody’s post: reasons, answers, cards, a title."""
