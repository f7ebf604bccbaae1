"""The register as files for people who compute and for machines that harvest; see ``files.py``."""
