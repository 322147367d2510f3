"""The words and web sites that people of a force add to the rules."""
