"""``schemas``: the JSON Schemas that editors complete and check data files with."""

from __future__ import annotations

import click

from macros.staff import schemas
from macros.system.checkout import ROOT


@click.command()
def command() -> None:
    """Writes them into the checkout."""
    names = schemas.write_schemas(ROOT / schemas.FOLDER)
    print(f"{schemas.FOLDER}/: {', '.join(names)}")
