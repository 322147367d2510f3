"""What is looked at before words are written down."""
