"""What tests need of the system, installed where that may be done: by apt, as root.

Any Python runs this, before the packages of the project are there: make does so while they are being installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of the program, the best first: built to be driven by programs, Chromium is the same engine at half the cost,
since it draws no window around a page."""
NGINX = "nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""nginx's module that sends brotli copies, where Debian puts it."""


def find_browser() -> str | None:
    """The browser's program: CHROMIUM if set, else the system's, if it has one."""
    return os.environ.get("CHROMIUM") or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def find_nginx() -> str | None:
    """The program, if it is there."""
    return shutil.which(NGINX, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def missing() -> list[tuple[str, ...]]:
    """What is not there: of each, the packages of Debian that bring it, the best first."""
    wanted: list[tuple[str, ...]] = []
    if not find_browser():
        wanted.append(BROWSERS[:2])
    if not find_nginx():
        wanted += [("nginx-light",), ("libnginx-mod-http-brotli-static",)]
    return wanted


def install(wanted: list[tuple[str, ...]]) -> None:
    """Installs the first of each that the system has; tests of what stays absent are left out, or say so."""
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    for packages in wanted:
        for name in packages:
            done = subprocess.run(["apt-get", "install", "-y", "-qq", name], capture_output=True, check=False)
            if done.returncode == 0:
                break


if __name__ == "__main__" and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0 and missing():
    install(missing())
