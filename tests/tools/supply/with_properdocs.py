"""The project's own commands with ProperDocs in the place of MkDocs.

ProperDocs answers for every ``mkdocs`` module once ``properdocs.replacement`` is imported, so nothing of ours changes.
"""

from __future__ import annotations

import sys
from importlib.metadata import distributions

import properdocs.replacement  # noqa: F401

from macros.__main__ import main

if __name__ == "__main__":
    if any(distribution.name == "mkdocs" for distribution in distributions()):
        sys.exit("MkDocs is installed here too, so this would prove nothing.")
    sys.exit(main(sys.argv[1:]))
