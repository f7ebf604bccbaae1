"""Small sites that are published for a try, and how to tell which of them is being served."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from macros.publishing.site_folder import RECORD_KEYS
from macros.system.checksums import BUILD_RECORD, SUMS, read_sums, release_of, sums_of, write_sums
from macros.system.content_names import named_after
from tests.places import ROOT

PUBLISH = [sys.executable, "-m", "macros"]


def small_site(folder: Path, version: str, pages: int = 12) -> Path:
    """A finished site of a few pages, all of which name their version and load a style sheet and a search index."""
    style, rows = f"/* {version} */".encode(), version.encode() * 100
    name, folder_name = named_after({"site.css": style}), named_after({"k0.bin": rows})
    files = {
        f"assets/site.{name}.css": style,
        "search/zh/index.json": f'{{"folder":"{folder_name}"}}'.encode(),
        f"search/zh/{folder_name}/k0.bin": rows,
    }
    for number in range(pages):
        page = f'<article id="main"><h1 id="title">{version}</h1></article><link href="/assets/site.{name}.css">'
        files[f"pages/{number}/index.html"] = page.encode() + random.Random(number).randbytes(2000)
    files["index.html"] = f"<link href=/assets/site.{name}.css>{version}".encode()
    files[BUILD_RECORD] = json.dumps(dict.fromkeys(RECORD_KEYS)).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    write_sums(folder)
    return folder


def data_folder(folder: Path) -> Path:
    """What the ledger is written into: a data folder, by the one file that all of them have."""
    folder.mkdir()
    (folder / "bureau.yml").touch()
    return folder


def command(action: str, target: str | Path, site: Path | None = None, data: Path | None = None) -> list[str]:
    """The command line that publishes or goes back."""
    given = ["--site", str(site), "--data", str(data)] if site else []
    return [*PUBLISH, action, "--target", str(target), *given]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line from the project's folder."""
    return subprocess.run(
        arguments, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def served(target: Path, sites: dict[str, Path]) -> str | None:
    """Which of the sites is wholly being served, file by file; what others left beside it is listed as kept."""
    live = target / "current"
    if not live.exists():
        return None
    name = next((name for name, site in sites.items() if release_of(site) == release_of(live)), None)
    assert name is not None, f"neither of the sites: {live.readlink()}"
    listed, found = read_sums((live / SUMS).read_text()), sums_of(live)
    assert {one: found.get(one) for one in listed} == listed, "the served site is not whole"
    kept = read_sums((live / f"{SUMS}.kept").read_text())
    assert {one: found[one] for one in found.keys() - listed.keys() - {f"{SUMS}.kept"}} == kept
    return name
