"""What becomes of somebody's words when they close their account."""
