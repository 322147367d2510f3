"""Casting: who may, the ballot itself, its receipt, paper and letters."""
