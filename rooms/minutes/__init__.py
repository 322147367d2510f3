"""The minutes of a surgery: drafted, edited, approved, published."""
