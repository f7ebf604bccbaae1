"""Privacy: no personal number is published (政府信息公开条例, article 15; inspection circulars)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from macros.problems import Place, Problem
from macros.received.received_text import received_text
from macros.records.collection import Collection
from macros.records.kinds import BUREAU, DOCUMENTS
from macros.rules.attachments import named_in
from macros.text.languages import Bilingual
from macros.text.personal_numbers import PersonalNumber, digits_of, find, masked, may_hold_one
from macros.yaml_files.reader import FieldPath, Reading
from macros.yaml_files.source import MOST_LISTED

NUMERIC_FIELDS = frozenset({"value"})
"""Fields that hold a bare number by design; eleven digits there are no telephone number."""


def no_personal_numbers(collection: Collection) -> Iterator[Problem]:
    """Identity-card and mobile numbers stand nowhere in data/, however they are typed, nor in files beside documents.

    Telephone numbers that the bureau publishes as its office numbers are allowed.
    """
    allowed = office_numbers(collection)
    for reading in collection.judged_readings():
        for path, text in strings(reading.value) if may_hold_one(reading.said) else ():
            if path and path[-1] not in NUMERIC_FIELDS:
                for found in find(text):
                    if found.digits not in allowed:
                        yield in_field(reading, path, text, found)
    for entry in collection.judged(DOCUMENTS):
        if data := collection.verbatim.get(entry.id):
            shown = PurePosixPath(entry.reading.path).with_name(entry.record.verbatim)
            yield from in_verbatim(str(shown), text_or_what_can_be_read(data), allowed)
    yield from in_files_beside(collection, allowed)


def in_files_beside(collection: Collection, allowed: set[str]) -> Iterator[Problem]:
    """Personal numbers in files published beside documents, shown or not, and files that cannot be searched."""
    for entry in collection.judged(DOCUMENTS):
        for path, name in named_in(entry):
            one = collection.attached.get(name)
            if one and not one.searched:
                yield entry.problem(
                    path,
                    Bilingual(
                        f"无法在“{name}”中查找个人信息：文件损坏、加密，或内容过大。",
                        f'"{name}" cannot be searched for personal numbers: it is damaged, locked, or holds too much.',
                    ),
                    Bilingual(
                        "用办公软件打开，另存为不加密的文件；过大的分成几个文件。",
                        "Open it in an office program and save it anew without a password; part it if it is large.",
                    ),
                )
            for held in one.personal if one else ():
                if held.number.digits not in allowed:
                    wrong, fix = number_message(held.text, replace(held.number, start=0, end=len(held.text)))
                    yield entry.problem(
                        path,
                        Bilingual(f"“{name}”（{held.where}）{wrong.zh}", f'In "{name}" ({held.where}): {wrong.en}'),
                        fix,
                    )


def text_or_what_can_be_read(data: bytes) -> str:
    """A text received, in whatever encoding it came; with marks for what cannot be read where it is in none."""
    received = received_text(data)
    return received.text if received else data.decode("utf-8", "replace")


def office_numbers(collection: Collection) -> set[str]:
    """The digits of the numbers that the bureau itself publishes."""
    bureau = collection.single(BUREAU)
    return {digits_of(number) for number in bureau.record.office_numbers} if bureau else set()


def strings(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a file, with its field path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield (*path, key), key
            yield from strings(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from strings(one, (*path, index))


def number_message(text: str, found: PersonalNumber) -> tuple[Bilingual, Bilingual]:
    """The message on one number, its digits masked."""
    shown = masked(text[found.start : found.end])
    if found.mobile:
        return (
            Bilingual(f"含有手机号码：{shown}", f"This contains a mobile number: {shown}"),
            Bilingual(
                "删去。如果是对外公布的办公电话，先写入 bureau.yml 的 office_numbers。",
                "Remove it. If it is a published office number, list it under office_numbers in bureau.yml first.",
            ),
        )
    return (
        Bilingual(f"含有身份证号码：{shown}", f"This contains an identity-card number: {shown}"),
        Bilingual("删去。个人信息不得公开。", "Remove it. Personal information must not be published."),
    )


def in_field(reading: Reading, path: FieldPath, text: str, found: PersonalNumber) -> Problem:
    """A personal number in a field."""
    wrong, fix = number_message(text, found)
    return reading.problem(path, wrong, fix)


def secrets_in(collection: Collection) -> frozenset[str]:
    """The digits of every personal number in data/."""
    readings = [one for one in collection.readings if may_hold_one(one.said)]
    texts = [text for reading in readings for _, text in strings(reading.value)]
    texts += [text_or_what_can_be_read(data) for data in collection.verbatim.values()]
    beside = {held.number.digits for one in collection.attached.values() for held in one.personal}
    return frozenset(found.digits for text in texts for found in find(text)) | beside


def redacted(problems: list[Problem], secrets: frozenset[str]) -> list[Problem]:
    """The problems of a run without any personal number, however another rule came to print it or a part of it."""
    if not secrets:
        return problems

    joined = " ".join(secrets)

    @functools.cache  # Many problems show the same line.
    def hide(text: str) -> str:
        return DIGIT_RUN.sub(
            lambda run: "*" * len(run[0]) if personal(digits_of(run[0]), secrets, joined) else run[0], masked(text)
        )

    return [
        replace(
            problem,
            wrong=Bilingual(hide(problem.wrong.zh), hide(problem.wrong.en)),
            fix=Bilingual(hide(problem.fix.zh), hide(problem.fix.en)),
            excerpt=hide(problem.excerpt),
        )
        for problem in problems
    ]


def personal(digits: str, secrets: frozenset[str], joined: str) -> bool:
    """Whether a run of digits holds a personal number or is a telling part of one; ``joined`` is all of them."""
    if len(digits) >= TELLING and digits in joined:
        return True
    return any(digits[at : at + size] in secrets for size in LENGTHS for at in range(len(digits) - size + 1))


DIGIT_RUN = re.compile(r"[0-9０-９][0-9０-９,，]*")
TELLING = 3
"""Digits of a personal number that may not be printed in a row."""
LENGTHS = (11, 15, 18)
"""Digits of mobile numbers and of old and new identity numbers."""


def in_verbatim(shown: str, text: str, allowed: set[str]) -> Iterator[Problem]:
    """Personal numbers in a document's verbatim text."""
    lines = text.split("\n")
    for found in islice((one for one in find(text) if one.digits not in allowed), MOST_LISTED + 1):
        before = text[: found.start]
        line, column = before.count("\n") + 1, found.start - (before.rfind("\n") + 1) + 1
        wrong, fix = number_message(text, found)
        yield Problem(Place(shown, line, column), wrong, fix, excerpt=lines[line - 1])


RULES = (no_personal_numbers,)
