"""Turns a bureau's public records (data/) into a bilingual disclosure site.

The pipeline, one direction only::

    data/ -> reading -> records -> rules -> register -> pages, macros, exports
"""
