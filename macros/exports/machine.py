"""What machines look for at the root of a site: ``llms.txt`` and ``robots.txt``."""

from __future__ import annotations

import re

from macros.exports.datasets import datasets_of
from macros.exports.records import record_file
from macros.exports.table import Root
from macros.records.addresses import DATA_PAGE
from macros.records.kinds import DOCUMENTS, WORK_AREAS
from macros.register.catalogue import catalogue_items
from macros.register.register import Register

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
    lines = [
        f"# {marked(bureau.site_name.zh)} / {marked(bureau.site_name.en)}",
        "",
        f"> {marked(words['data-summary'].zh)} {marked(words['data-summary'].en)}",
        "",
    ]
    if bureau.demonstration:
        lines += [f"{marked(words['demonstration'].zh)} {marked(words['demonstration'].en)}", ""]
    items = catalogue_items(register)
    lines += ["## Records", ""]
    lines += [
        f"- [{marked(one.title.zh)} / {marked(one.title.en)}]({root.link(record_file(one))}): "
        f"{one.kind.zh} {one.kind.en}; {root.link(one.address)}"
        for one in (items if len(items) <= most else [one for one in items if one.kind in (DOCUMENTS, WORK_AREAS)])
    ]
    lines += ["", "## Datasets", ""]
    lines += [
        f"- [{dataset.title.zh} / {dataset.title.en}]({root.link(f'{DATA_PAGE}{dataset.name}.json')}): "
        f"{dataset.about.zh} {dataset.about.en}"
        for dataset in datasets_of(register)
    ]
    lines += ["", "## Optional", ""]
    lines += [
        f"- [{name}]({root.link(f'{DATA_PAGE}{name}')}): {about}"
        for name, about in (
            ("datapackage.json", "Data Package v2: columns, types, sizes and hashes of every table"),
            ("catalogue.jsonld", "DCAT catalogue"),
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
