"""Advising told in sentences: who advised the subject, and whom the subject advises."""
