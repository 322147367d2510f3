"""The roof: puts the features together and runs them."""
