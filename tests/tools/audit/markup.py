"""Runs the Nu HTML checker over every page of a site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
POLICY = "violates Content Security Policy"


def markup(site: Path) -> list[str]:
    """Every error and warning, as ``page:line: message``.

    What it says of the content policy is left out: it reads files, to which ``'self'`` is nothing, and takes no hashes.
    A browser judges that (``tests/test_policy.py``).
    """
    command = ["java", "-jar", str(JAR), "--skip-non-html", "--format", "json", "--exit-zero-always", str(site)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return [line(site, one) for one in json.loads(said)["messages"] if POLICY not in one["message"]]


def line(site: Path, message: dict[str, Any]) -> str:
    """One message of the checker."""
    page = message["url"].partition(f"{site.name}/")[2]
    return f"{page}:{message.get('lastLine', 1)}: {message['type']}: {message['message']}"
