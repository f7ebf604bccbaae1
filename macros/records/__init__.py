"""The record classes: the one source of what a data file may hold.

Checks, editor schemas and the field reference for staff all come from these classes.
"""
