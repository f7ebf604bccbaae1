"""What machines look for at the root of a site: ``llms.txt`` and ``robots.txt``."""

from __future__ import annotations

import re

from macros.exports.in_languages import both, chosen, datasets_of, has_english
from macros.exports.records import record_file
from macros.exports.table import Root
from macros.records.addresses import DATA_PAGE
from macros.records.kinds import DOCUMENTS, WORK_AREAS
from macros.register.catalogue import catalogue_items
from macros.register.register import Register
from macros.text.languages import Bilingual

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#&!|~(){}])")
"""What Markdown would take for more than text."""


MOST_RECORDS = 500
"""Records that the index for machine readers names one by one."""


def root_files(register: Register, root: Root) -> dict[str, bytes]:
    """The files at the root of the site."""
    return {"llms.txt": llms(register, root).encode(), "robots.txt": robots(root).encode()}


def llms(register: Register, root: Root, most: int = MOST_RECORDS) -> str:
    """An index for machine readers in the form of llmstxt.org: what there is, and where, as JSON and CSV.

    Of more than ``most`` records only documents and work areas are named; the dataset of the catalogue has them all.
    """
    bureau, words = register.bureau, register.interface

    def said(text: Bilingual, between: str = " / ") -> str:
        return both(chosen(register, text), between)

    lines = [
        f"# {marked(said(bureau.site_name))}",
        "",
        f"> {marked(said(words['data-summary'], ' '))}",
        "",
    ]
    if bureau.demonstration:
        lines += [marked(said(words["demonstration"], " ")), ""]
    items = catalogue_items(register)
    lines += ["## Records" if has_english(register) else "## 记录", ""]
    lines += [
        f"- [{marked(said(one.title))}]({root.link(record_file(one))}): "
        f"{said(one.kind.title, ' ')}; {root.link(one.address)}"
        for one in (items if len(items) <= most else [one for one in items if one.kind in (DOCUMENTS, WORK_AREAS)])
    ]
    lines += ["", "## Datasets" if has_english(register) else "## 数据表", ""]
    lines += [
        f"- [{said(dataset.title)}]({root.link(f'{DATA_PAGE}{dataset.name}.json')}): {said(dataset.about, ' ')}"
        for dataset in datasets_of(register)
    ]
    lines += ["", "## Optional", ""]
    lines += [
        f"- [{name}]({root.link(f'{DATA_PAGE}{name}')}): {about.en if has_english(register) else about.zh}"
        for name, about in (
            (
                "datapackage.json",
                Bilingual(
                    "数据包第2版：各表的列、类型、大小和校验值",
                    "Data Package v2: columns, types, sizes and hashes of every table",
                ),
            ),
            ("catalogue.jsonld", Bilingual("DCAT 目录", "DCAT catalogue")),
        )
    ]
    return "\n".join(lines) + "\n"


def marked(text: str) -> str:
    """Text as Markdown shows it, character for character and on one line."""
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def robots(root: Root) -> str:
    """Everything may be read; the sitemap is named where the site's address is known, for it must be absolute."""
    lines = ["User-agent: *", "Allow: /"]
    return "\n".join([*lines, *([f"Sitemap: {root.link('sitemap.xml')}"] if root.address else [])]) + "\n"
