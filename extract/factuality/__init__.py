"""Factuality: whether a statement is told as fact, plan, possibility, condition or denial."""
