"""The door that MkDocs opens: adds pages and files, sets languages and titles. No logic lives here."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

# MkDocs runs this file by its path, so the project's folder need not be importable yet.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from macros.addresses import verbatim_address, with_file
from macros.clock import today
from macros.languages import CHINESE, ENGLISH, LANGUAGES, TRADITIONAL, language_of
from macros.loading import load
from macros.problems import Refused, report
from macros.prose import problems_in
from macros.publishing.finishing import finish
from macros.publishing.hosts import prepare_for_hosts
from macros.publishing.retired import anchors_of
from macros.publishing.site_folder import check_replaceable
from macros.register import Register
from macros.site import ERROR_PAGE, NotIndexed, begin, build_on, current, prepared, root_of


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data before anything else; with any problem in it nothing is built."""
    if problems := problems_in(Path(config.docs_dir)):
        raise Abort(report(problems))
    register = prepared() or read_data(config)
    root = root_of(register)
    config.site_url = root.address or None
    config.site_name = register.bureau.site_name.zh
    config.theme.static_templates.discard("404.html")
    if not root.address:  # A sitemap takes whole addresses only.
        config.theme.static_templates.discard("sitemap.xml")
    build_on(begin(register, Path(str(config.theme.custom_dir)), root))
    return config


def read_data(config: MkDocsConfig) -> Register:
    """The register of the data folder, or the end of the build with every problem listed.

    MkDocs empties the folder that it builds into, so that folder is looked at first.
    """
    data = data_folder(config)
    try:
        check_replaceable(Path(config.site_dir), data)
    except Refused as refused:
        raise Abort(str(refused)) from refused
    register, problems = load(data, today())
    if register is None:
        raise Abort(report(problems))
    return register


def data_folder(config: MkDocsConfig) -> Path:
    """The folder that the environment names with ``DATA``, else ``data`` beside mkdocs.yml."""
    return Path(os.environ.get("DATA") or Path(str(config.config_file_path)).parent / "data")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the record pages in every language, the prose of the Traditional edition, the verbatim texts and our assets;
    drops the theme's own.
    """
    site = current()
    for file in list(files):
        if file.src_dir != config.docs_dir:
            files.remove(file)
        elif file.is_documentation_page() and language_of(file.src_uri) is CHINESE:
            prose = site.prose_in_traditional(file.content_string)
            files.append(File.generated(config, TRADITIONAL.prefix + file.src_uri, content=prose))
    for page in site.pages.values():
        for language in LANGUAGES:
            file = File.generated(config, language.prefix + page.source, content=f"{{{{ {page.macro} }}}}\n")
            file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
    for ident, text in site.register.texts.items():
        address = verbatim_address(ident, text.document.verbatim)
        files.append(File.generated(config, address, content=site.register.verbatim[ident]))
    for address, content in site.assets.values():
        # As bytes: MkDocs writes text with the line ends of the system.
        files.append(File.generated(config, address, content=content.encode()))
    for file in files.documentation_pages():  # What links in prose become.
        file.url = with_file(file.url, site.renderer.root.index)
    for language in LANGUAGES:
        error_page = files.get_file_from_path(f"{language.prefix}{ERROR_PAGE}.md")
        if error_page:
            error_page.dest_uri = error_page.url = f"{language.prefix}{ERROR_PAGE}.html"
    return files


def on_env(env: Any, files: Files, **_: Any) -> None:
    """Notes which pages there are, now that all have been added."""
    current().sources = [file.src_uri for file in files.documentation_pages()]


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Puts the fragments where the macros left their marks, and below them what is said of anchors that are gone."""
    content = current().fill_in(html)
    return content + anchors_of(current(), page.file.src_uri, content)


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Gives the theme the head, header and footer of the page in its own language.

    A record's title and description arrive only now: MkDocs-Macros runs ``page.title`` as a template.
    """
    site, source = current(), page.file.src_uri
    title, description = site.named(source) or (page.meta.get("title", ""), page.meta.get("description", ""))
    site.read(source, str(title), page.content or "")
    try:
        return context | {"shell": site.shell(source, str(title), str(description))}
    except LookupError as missing:
        raise Abort(f"{source}: {missing}") from missing


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the sitemap every page with its languages."""
    if template_name == "sitemap.xml":
        context["sitemap"] = current().sitemap(current().sources)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what is made of the records and pages together, and all that a site needs to be published; a search index
    that lacks a page ends the build.
    """
    site, made = current(), Path(config.site_dir)
    try:
        files = site.exports() | site.search_files(CHINESE) | site.search_files(ENGLISH)
    except NotIndexed as missing:
        raise Abort(str(missing)) from missing
    for address, content in files.items():
        file = made / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    prepare_for_hosts(made, site.register, site.renderer.root, site.base, site.policy)
    finish(made, data_folder(config), site.register, "text", "both")
