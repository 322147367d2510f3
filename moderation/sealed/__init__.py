"""Sealed cases: words that are held without anybody reading here what they are."""
