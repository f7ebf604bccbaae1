"""Serves a site with a real nginx and the configuration built with it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.publishing import nginx
from tests.system_packages import BROTLI, find_nginx

NO_PAGE = "directory index of"
"""What nginx notes of every request for a folder without a page."""
SERVER = """\
{modules}daemon off;
master_process off;
pid {work}/pid;
error_log {work}/error.log warn;
events {{ }}
http {{
    access_log off;
    log_not_found off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {configuration};
    }}
}}
"""


@contextmanager
def served(root: Path, site: Path, work: Path, brotli: bool = False) -> Iterator[str]:
    """The address of ``root``, served by nginx as the configuration in ``site`` says; ``work`` is for nginx itself.

    ``brotli`` is the one line that the configuration leaves to whoever has the module.
    """
    program = find_nginx()
    assert program, "no nginx"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    built = work / "built.conf"
    text = (site / nginx.NGINX_FILE).read_text("utf-8")
    assert "\n# brotli_static on;" in text
    built.write_text(text.replace("\n# brotli_static on;", "\nbrotli_static on;") if brotli else text, "utf-8")
    given = work / "nginx.conf"
    modules = f"load_module {BROTLI};\n" if brotli else ""
    given.write_text(SERVER.format(modules=modules, work=work, port=port, root=root, configuration=built), "utf-8")
    with subprocess.Popen([program, "-c", given, "-p", work, "-e", work / "error.log"]) as running:
        try:
            wait_for(port, running)
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.terminate()
    warned = [line for line in (work / "error.log").read_text().splitlines() if NO_PAGE not in line]
    assert warned == []


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Returns when nginx answers."""
    while running.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nginx has not started: see its words above")
