"""``edit``: the editor, in a browser on this machine."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from macros.commands import options
from macros.commands.serve import Port
from macros.editing.server import EditingServer
from macros.problems import Refused
from macros.records.folder import folder_missing
from macros.system import console


@click.command()
@options.DATA
@click.option("--port", type=Port(), default=8010, help="端口 the port to serve on")
@click.option("--no-browser", is_flag=True, help="不打开浏览器 do not open a browser")
def command(data: Path, port: int, no_browser: bool) -> None:
    """Serves until it is interrupted; every change is kept at once, whatever ends it."""
    if not data.is_dir():
        raise Refused(folder_missing(data).wrong)
    with console.concerning(f"127.0.0.1:{port}"), EditingServer(data, port) as server:
        print(f"{server.address}\n按 Ctrl+C 结束；改动随时已存。 Ctrl+C ends it; every change is kept.", flush=True)
        if not no_browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
