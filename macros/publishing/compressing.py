"""Compressed copies beside the files, for servers of one's own: ``page.html.gz`` and ``page.html.br``.

Hosts of static sites compress by themselves. The levels are those from which on more time gains next to nothing:
brotli 9 takes 20 times as long as 5 and saves 2 % more.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

COMPRESSIBLE = frozenset({".atom", ".bin", ".css", ".csv", ".html", ".js", ".json", ".jsonld", ".svg", ".txt", ".xml"})
"""Workbooks are compressed already."""
SMALLEST = 1024
"""Bytes of a file from which on a copy spares a reader anything."""
GZIP_LEVEL = 6
BROTLI_LEVEL = 5


def copies(content: bytes) -> dict[str, bytes]:
    """The copies of a file by the ending of their names; without time or name, so that the same gives the same."""
    return {
        ".gz": gzip.compress(content, GZIP_LEVEL, mtime=0),
        ".br": brotli.compress(content, quality=BROTLI_LEVEL),
    }


def worth_compressing(files: Iterable[Path]) -> list[Path]:
    """The files of which a smaller copy is worth its place."""
    return [file for file in files if file.suffix in COMPRESSIBLE and file.stat().st_size >= SMALLEST]


def add_copies(site: Path) -> int:
    """Writes the copies beside every file that is worth it, on all cores; returns how many files have copies."""
    files = worth_compressing(path for path in site.rglob("*") if path.is_file())

    def add(file: Path) -> None:
        for ending, content in copies(file.read_bytes()).items():
            file.with_name(file.name + ending).write_bytes(content)

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for _ in threads.map(add, files):
            pass
    return len(files)
