"""Pictures in what people write: decoded, encoded anew, shown with their words and gone with them."""
