"""What a small model hears in a text: an emergency happening now, a threat, grooming."""
