"""Pictures that people send: read up to a cap, and encoded anew where a decoder can do no harm."""
