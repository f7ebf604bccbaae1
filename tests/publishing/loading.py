"""The swap under load: a real nginx serves ``current``, wrk asks without pause, and a reader looks for mixtures."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from macros.publishing import upload
from macros.system.checksums import SUMS, read_sums, release_of
from tests.places import environment_of_a_copy, project_copy

CONFIGURATION = """
daemon off; worker_processes 2; error_log {folder}/error.log warn; pid {folder}/nginx.pid; user root;
events {{ worker_connections 256; }}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; index index.html; absolute_redirect off; }}
}}
"""
ASK = """local at, paths = 0, {{ {paths} }}
request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
"""
LINKS = re.compile(rb'(?:href|src)="?([^"\s>]*assets/[^"\s>]+)')
INDEX = re.compile(rb'data-index="([^"]+)"')


def changed_copy(folder: Path) -> Path:
    """The project with another style sheet, another script and another word on every page."""
    project_copy(folder)
    for name, old, new in (
        ("overrides/styles/tokens.css", "", "/* another */\n"),
        ("overrides/scripts/results.js", "", "// another\n"),
        (
            "data/vocabulary/interface.yml",
            "",
            "entries:\n  skip:\n    zh: 跳到正文部分\n    en: Skip to main content\n",
        ),
        ("data/activities/science-week.yml", "en: Science and Technology Week", "en: Week of Science and Technology"),
    ):
        path = folder / name
        text = path.read_text("utf-8") if path.exists() else ""
        path.write_text(text.replace(old, new, 1) if old else new + text, "utf-8")
    return folder


def two_sites(folder: Path) -> dict[str, Path]:
    """The demonstration, and the site of a changed project; no two of their hashed assets are alike."""
    sites = {}
    for name, root in (("old", project_copy(folder / "before")), ("new", changed_copy(folder / "project"))):
        sites[name] = folder / name
        done = subprocess.run(
            [sys.executable, "-m", "macros", "build", "--site", str(sites[name])],
            cwd=root,
            env=environment_of_a_copy(),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
    return sites


@contextmanager
def nginx(folder: Path, root: Path) -> Iterator[str]:
    """A real nginx on the loopback, stopped in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(folder=folder, port=port, root=root))
    process = subprocess.Popen(["nginx", "-c", str(file), "-e", str(folder / "error.log")])
    try:
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


class Reader(threading.Thread):
    """Opens page after page as a browser does: the page, all its assets, the search index and a file of it.

    A page of one version is mixed if any of its assets is gone or is not the one of that version.
    """

    def __init__(self, address: str, sites: dict[str, Path]) -> None:
        super().__init__(daemon=True)
        self.address = address
        self.listed = {name: read_sums((site / SUMS).read_text()) for name, site in sites.items()}
        self.pages = sorted(name for name in self.listed["old"] if name.endswith("index.html"))
        self.found: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.going = True

    def get(self, address: str) -> bytes:
        """A file, or nothing and a note of what went wrong."""
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                self.found["requests"] += 1
                return bytes(answer.read())
        except (urllib.error.URLError, OSError) as failed:
            self.wrong.append(f"{address}: {failed}")
            return b""

    def run(self) -> None:
        """Goes on until told to stop."""
        while self.going:
            for name in self.pages:
                if not self.going:
                    return
                self.open(name)

    def open(self, name: str) -> None:
        """One page and all that belongs to it; which version it is, its bytes tell."""
        address = self.address + name.removesuffix("index.html")
        page = self.get(address)
        digest = hashlib.sha256(page).hexdigest()
        versions = [version for version, listed in self.listed.items() if listed[name] == digest]
        if not versions:
            self.wrong.append(f"{address} is of neither version")
            return
        self.found[f"pages {versions[0]}"] += 1
        for link in set(LINKS.findall(page)):
            self.belongs(urljoin(address, link.decode()), versions)
        index = INDEX.search(page)
        if index:
            folder = urljoin(address, index[1].decode())
            head = json.loads(self.get(f"{folder}index.json") or b"{}")
            if "folder" in head:
                self.belongs(f"{folder}{head['folder']}/facets.json", list(self.listed))

    def belongs(self, address: str, versions: list[str]) -> None:
        """An asset is there, and is the one of the page's version."""
        path = urlsplit(address).path.lstrip("/")
        digest = hashlib.sha256(self.get(address)).hexdigest()
        if digest not in [self.listed[version].get(path) for version in versions]:
            self.wrong.append(f"mixed: {address} is not of {versions}")


def swap_under_load(folder: Path, swaps: int, connections: int = 4) -> list[str]:
    """Publishes two versions in turn while wrk and a reader ask for them; returns what went wrong."""
    sites = two_sites(folder)
    place = upload.Target((), str(folder / "target"))
    for site in sites.values():
        upload.publish(place, site, release_of(site), 5)
    with nginx(folder, folder / "target/current") as address:
        reader = Reader(address, sites)
        script = folder / "ask.lua"
        names = [
            *(name.removesuffix("index.html") for name in reader.pages),
            *(name for listed in reader.listed.values() for name in listed if name.startswith("assets/")),
        ]
        script.write_text(ASK.format(paths=", ".join(f'"/{name}"' for name in names)))
        load = subprocess.Popen(
            ["wrk", "-t1", f"-c{connections}", "-d600s", "-s", str(script), address],
            stdout=subprocess.PIPE,
            text=True,
        )
        reader.start()
        started, done = time.perf_counter(), 0
        while done < swaps and time.perf_counter() - started < 300:
            site = list(sites.values())[done % 2]
            upload.publish(place, site, release_of(site), 5)
            done += 1
        took = time.perf_counter() - started
        load.send_signal(2)  # wrk then tells what it has counted.
        said = load.communicate(timeout=30)[0]
        reader.going = False
        reader.join(30)
    print(f"{done} swaps in {took:.1f} s; reader: {dict(reader.found)}; wrk:\n{said}")
    wrong = [*reader.wrong, *(line for line in said.splitlines() if "Socket errors" in line or "Non-2xx" in line)]
    log = (folder / "error.log").read_text()
    return [*wrong, *log.splitlines()]


def available() -> bool:
    """Whether nginx and wrk are installed."""
    return bool(shutil.which("nginx") and shutil.which("wrk"))
