"""From saving one record to the page that shows the change: a server is started, and a file is edited again and again.

The page is asked for without a pause, as a browser does that reloads; so a server may build it when it is asked for.
"""

from __future__ import annotations

import socket
import subprocess
import time
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from tests.tools.bench.measuring import Failed, started_in
from tests.tools.bench.projects import Engine
from tests.tools.bench.report import Served

SPENT = 120.0
"""No more edits are made once they have taken so many seconds together."""
PAUSE = 2.0
"""Seconds between two edits, for what a server does after the page is shown."""
ASK = 0.02


def serve(engine: Engine, folder: Path, address: str, file: Path, sentence: str, edits: int, limit: float) -> Served:
    """Serves a project and edits a sentence of the file that the page at ``address`` is made from, again and again."""
    assert engine.serve
    served = Served(engine.name)
    port = free_port()
    page = f"http://127.0.0.1:{port}/{address}"
    before = file.read_text("utf-8")
    try:
        with started_in(engine.serve(port), folder) as server:
            served.started = wait_for(server, page, sentence, limit)
            while len(served.edits) < edits and sum(served.edits) < SPENT:
                time.sleep(PAUSE)
                mark = "edited" + " again" * len(served.edits)
                file.write_text(edited(before, sentence, mark), "utf-8")
                served.edits.append(wait_for(server, page, f"({mark})", limit))
    except Failed as failed:
        served.failed = str(failed)
    finally:
        file.write_text(before, "utf-8")
    return served


def edited(text: str, sentence: str, mark: str) -> str:
    """Text with a mark put into the first place where it says a sentence."""
    assert sentence in text, sentence
    return text.replace(sentence, f"{sentence.rstrip('.')} ({mark}).", 1)


def wait_for(server: subprocess.Popen[bytes], page: str, words: str, limit: float) -> float:
    """Asks for a page until it holds the words; the seconds that took.

    Raises Failed where that takes too long, or where the server has ended.
    """
    started = time.perf_counter()
    while words not in answer(page, limit):
        if server.poll() is not None:
            raise Failed(f"the server has ended, exit status {server.returncode}")
        if time.perf_counter() - started > limit:
            raise Failed(f"not there after {limit:.0f} s")
        time.sleep(ASK)
    return time.perf_counter() - started


def answer(page: str, limit: float) -> str:
    """A page as it is served now; nothing while there is no answer."""
    try:
        with build_opener(ProxyHandler({})).open(page, timeout=limit) as response:
            return str(response.read().decode("utf-8", "replace"))
    except (URLError, HTTPException, OSError):
        return ""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
