"""What a published site says that it was built from, ``build.json``, held against what was built here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from macros.publishing.build_record import PACKAGES, record_text
from macros.publishing.difference_report import Difference
from macros.publishing.live_site import Answer
from macros.system.checksums import BUILD_RECORD
from macros.text.languages import Bilingual

LARGEST_RECORD = 2**14
"""Bytes of the largest record that is read; those of builds have a tenth of it."""
FORMS = {
    "commit": "[0-9a-f]{40,64}",
    "committed": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
    "data": "[0-9a-f]{64}",
    "lock": "[0-9a-f]{64}",
}
"""How a build writes what it knows: a record has room for nothing else that readers could take for ours."""
VERSION = r"[0-9A-Za-z.+!_-]{1,40}"


def record_differences(found: Answer, ours: Mapping[str, Any]) -> Iterator[Difference]:
    """What is wrong with the record of the build: not there, not a record, of another address, or false.

    From which commit, data and versions the same files came may differ; see ``difference_notes``. But of one commit,
    where both were built from it as it is, all else must be the same.
    """
    theirs = record_in(found)
    if found.odd or not found.there:
        yield Difference(BUILD_RECORD, found.odd or "missing")
    elif (
        theirs is None
        or not is_build_record(theirs, found.content, ours)
        or stated_address(theirs) != stated_address(ours)
    ):
        yield Difference(BUILD_RECORD, "different")
    elif theirs["commit"] and theirs["commit"] == ours["commit"]:
        same = ("committed", *(("data", "lock") if theirs["clean"] is True and ours["clean"] is True else ()))
        if any(theirs[name] != ours[name] for name in same):
            yield Difference(BUILD_RECORD, "different")


def is_build_record(theirs: Mapping[str, Any], content: bytes, ours: Mapping[str, Any]) -> bool:
    """Whether it is written as a build writes its record, and says only what a build can say."""
    versions = theirs.get("versions")
    return (
        theirs.keys() == ours.keys()
        and all(theirs[name] is None or has_form(theirs[name], form) for name, form in FORMS.items())
        and theirs["clean"] in (True, False, None)
        and isinstance(versions, dict)
        and versions.keys() <= {"python", *PACKAGES}
        and all(has_form(version, VERSION) for version in versions.values())
        and isinstance(theirs["address"], str | None)
        and content == record_text(dict(theirs)).encode("utf-8", "replace")
    )


def has_form(value: object, form: str) -> bool:
    """Whether a value is a text of a form."""
    return isinstance(value, str) and re.fullmatch(form, value) is not None


def record_in(found: Answer) -> dict[str, Any] | None:
    """The record of a build; None where it says nothing that can be read."""
    try:
        record = json.loads(found.content)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def stated_address(record: Mapping[str, Any]) -> str:
    """The address that a site was built for; nothing where it was built for none."""
    return str(record.get("address") or "").rstrip("/")


def difference_notes(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[Bilingual]:
    """How the two records of the build differ, in words: the reason for differences, if there are any."""
    for name, said in DIFFERENCE_NOTES.items():
        live, here = printable_value(theirs.get(name)), printable_value(ours.get(name))
        if live != here:
            yield Bilingual(f"{said.zh}网站 {live}；此处 {here}。", f"{said.en}: live {live}; here {here}.")


DIFFERENCE_NOTES = {
    "address": Bilingual("网站是为另一个地址生成的：", "The site was built for another address"),
    "index_links": Bilingual("链接的写法不同（INDEX_LINKS）：", "Links are written another way (INDEX_LINKS)"),
    "commit": Bilingual("网站是由另一次提交生成的：", "The site was built from another commit"),
    "committed": Bilingual("提交时间不同：", "The time of the commit differs"),
    "clean": Bilingual("生成时有没有未提交的改动，两处不同：", "Whether it was built from the commit as it is differs"),
    "data": Bilingual("网站是由另一份数据生成的：", "The site was built from other data"),
    "lock": Bilingual("锁定的软件包不同：", "The locked packages differ"),
    "versions": Bilingual("软件版本不同：", "The versions differ"),
}


def printable_value(value: Any) -> str:
    """A value of a record of a build, on one line and with nothing that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 300 else text[:300] + "…"
