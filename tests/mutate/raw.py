"""Changes of bytes, whatever they stand for."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.mutate.nasty import BYTES


def flip(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def insert(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice([random.randbytes(random.randint(1, 4)), *BYTES]) + data[at:]


def delete(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.choice([1, 1, 2, 3, 10, 100, 1000]) :]


def truncate(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def double_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    at = random.randrange(len(lines))
    block = lines[at : at + random.choice([1, 1, 3, 10, 50])]
    to = random.choice([at, random.randrange(len(lines) + 1)])
    return b"".join([*lines[:to], *block * random.choice([1, 1, 2, 20]), *lines[to:]])


def shift_lines(random: Random, data: bytes) -> bytes:
    """Changes the indentation of a line, or swaps that of two."""
    lines = data.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    if random.random() < 0.5:
        lines[one] = random.choice([b" ", b"  ", b"\t", "　".encode(), b"- ", b"    "]) + lines[one]
    else:
        bare = [lines[one].lstrip(b" "), lines[other].lstrip(b" ")]
        lead = [lines[one][: -len(bare[0]) or None], lines[other][: -len(bare[1]) or None]]
        lines[one], lines[other] = lead[1] + bare[0], lead[0] + bare[1]
    return b"".join(lines)


def encode(random: Random, data: bytes) -> bytes:
    """Saves the file in another encoding, or with other line ends."""
    text = data.decode("utf-8", "replace")
    kind = random.choice(["gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "\r\n", "\r"])
    return data.replace(b"\n", kind.encode()) if kind.isspace() else text.encode(kind, "replace")


BYTE_CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(flip, insert, delete, truncate, double_lines, shift_lines, encode),
)
