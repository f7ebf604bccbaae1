"""Every event of MkDocs and of MkDocs-Macros that this project answers.

One run of MkDocs: ``on_config`` reads and checks the data and puts the Site on the configuration; ``on_files`` adds
record pages and drops the theme's files; macros (mkdocs_macros.py) leave marks in the Markdown; ``on_page_context``
puts fragments in their place, and gives each page its head, header and footer; the page is written and forgotten
(``on_post_page``); ``on_post_build`` writes open data, search index, files for hosts and checksums.

Who runs MkDocs from Python may put a ``site`` and a ``scope`` into ``config.extra`` first: then the data is not read
again, and only that part of the site is made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

# MkDocs runs this file by its path, so the project's folder need not be importable yet.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from macros.building.frame import ours_alone
from macros.building.scope import WHOLE_SITE, Scope
from macros.building.theme_settings import as_told, check_theme, own_files, take_theme_settings_back, without_effect
from macros.pages.navigation import is_for_staff, nav_entries, no_such_page, staff_pages, with_those_below
from macros.pages.retired import anchors_of
from macros.pages.site import ERROR_PAGE, Site, begin, mark, root_of
from macros.problems import Problem, Refused, report
from macros.publishing.end_of_build import finish
from macros.publishing.hosts import prepare_for_hosts
from macros.publishing.site_folder import check_replaceable
from macros.records.addresses import verbatim_address, with_file
from macros.register.load import load
from macros.register.prose import problems_of_prose
from macros.register.register import Register
from macros.search.collected import CollectedTexts, NotIndexed
from macros.system.clock import today
from macros.text.languages import CHINESE, TRADITIONAL, Bilingual

NOT_DIRTY = Bilingual(
    "--dirty 只生成改动过的网页，而搜索索引和菜单要用到全部网页。请去掉 --dirty；只想快速预览的，运行 make serve。",
    "With --dirty only changed pages are built, and the search index and the menus are made of all of them. "
    "Leave it out; for a quick preview run make serve.",
)


class RecordPage(Page):
    """A page made from a record: what its macro would leave, so that neither Jinja nor Markdown has to read it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the mark of the macro, and keeps MkDocs-Macros away."""
        self.markdown, self.meta = self.file.content_string, {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes what the macro left, as it is."""
        self.content = (self.markdown or "").strip()


def site_of(config: MkDocsConfig) -> Site:
    """The site being built."""
    site: Site = config.extra["site"]
    return site


def scope_of(config: MkDocsConfig) -> Scope:
    """The part of the site that this run makes."""
    scope: Scope = config.extra.get("scope", WHOLE_SITE)
    return scope


def on_startup(dirty: bool, **_: Any) -> None:
    """Ends a build of changed pages alone (``--dirty``): search index, menus and ledger are of all pages."""
    if dirty:
        raise Abort(str(Refused(NOT_DIRTY)))


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the data before anything else; with any problem in it nothing is built."""
    try:
        check_theme(config)
    except Refused as refused:
        raise Abort(str(refused)) from refused
    if "site" not in config.extra:
        try:
            check_replaceable(Path(config.site_dir), data_folder(config))  # MkDocs empties it before anything else.
            register = read_data(config)
            config.extra["site"] = begin(register, Path(str(config.theme.custom_dir)), root_of(register))
        except Refused as refused:
            raise Abort(str(refused)) from refused
    site = site_of(config)
    if problems := problems_of_what_is_made(site, scope_of(config), Path(config.docs_dir)):
        raise Abort(report(problems))
    take_settings(config)
    config.extra["texts"] = CollectedTexts(site)
    config.site_url = site.renderer.root.address or None
    config.site_name = site.register.bureau.site_name.zh
    config.theme.static_templates.discard("404.html")
    if not scope_of(config).shared or not site.renderer.root.address:  # A sitemap takes whole addresses only.
        config.theme.static_templates.discard("sitemap.xml")
    return config


def problems_of_what_is_made(site: Site, scope: Scope, docs: Path) -> list[Problem]:
    """All that is wrong in the prose that a run makes pages of; one that is made alone may stand beside wrong ones."""
    languages = scope.chosen(site.register.languages)
    if not languages or (scope.page and site.named(scope.page)):  # It makes no prose at all.
        return []

    def is_made(path: str) -> bool:
        written = site.language_of(path)
        editions = languages if written is CHINESE else [written]
        return any(scope.makes(f"{one.prefix}{path.removeprefix(written.prefix)}", one) for one in editions)

    found = problems_of_prose(docs, site.register)
    return [one for one in found if is_made(one.place.path.removeprefix(f"{docs.name}/"))]


def take_settings(config: MkDocsConfig) -> None:
    """Gives the site what mkdocs.yml says of its pages; what has no effect is told by the run that makes shared files.

    MkDocs gets no ``nav``: which pages it knows differs from run to run, and the menu is the site's.
    """
    site = site_of(config)
    if scope_of(config).shared:
        for setting, why in without_effect(config):
            print(as_told(setting, why), file=sys.stderr)
    take_theme_settings_back(config)
    try:
        site.assets |= own_files(config)
    except Refused as refused:
        raise Abort(str(refused)) from refused
    site.nav, site.copyright = tuple(nav_entries(config.nav)), config.copyright or ""
    config.nav = None


def read_data(config: MkDocsConfig) -> Register:
    """The register of the data folder, or the end of the build with every problem listed."""
    register, problems = load(data_folder(config), today())
    if register is None:
        raise Abort(report(problems))
    return register


def data_folder(config: MkDocsConfig) -> Path:
    """The folder that the environment names with ``DATA``, else ``data`` beside mkdocs.yml."""
    return Path(os.environ.get("DATA") or Path(str(config.config_file_path)).parent / "data")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds record pages, Traditional prose and, once, verbatim texts and assets; drops excluded files and the
    theme's, whose style sheet is among the assets.

    Prose out of scope stays known, since prose links to prose, but is not written; so do pictures and downloads.
    """
    site, scope = site_of(config), scope_of(config)
    prose: list[File] = []
    media: list[File] = []
    for file in list(files):
        ours = file.src_dir == config.docs_dir and file.inclusion is not InclusionLevel.EXCLUDED
        if not ours or (file.is_documentation_page() and site.is_of_other_language(file.src_uri)):
            files.remove(file)
        elif file.is_documentation_page():
            prose.append(file)
        else:
            media.append(file)
            if not scope.shared:
                file.inclusion = InclusionLevel.EXCLUDED
    written = {file.src_uri for file in prose}
    for file in [one for one in prose if site.language_of(one.src_uri) is CHINESE]:
        for language in site.register.languages:
            source = language.prefix + file.src_uri
            if source not in written:
                text = file.content_string
                text = site.prose_in_traditional(text) if language is TRADITIONAL else text
                prose.append(File.generated(config, source, content=text))
                files.append(prose[-1])
                site.fallbacks |= {source} if language is not TRADITIONAL else set()
    for file in [one for one in media if site.language_of(one.src_uri) is CHINESE]:
        for language in site.register.languages:
            named = site.renderer.traditional(file.src_uri) if language is TRADITIONAL else file.src_uri
            if files.get_file_from_path(language.prefix + named) is None:
                files.append(as_seen_from(file, language.prefix + named, config))
    for file in prose:
        file.url = with_file(file.url, site.renderer.root.index)  # What links in prose become.
        if not scope.makes(file.src_uri, site.language_of(file.src_uri)):
            file.inclusion = InclusionLevel.EXCLUDED
        if site.here(file.src_uri).base is not None:
            file.dest_uri = file.url = f"{site.language_of(file.src_uri).prefix}{ERROR_PAGE}.html"
    if TRADITIONAL in site.register.languages:
        for file in [one for one in prose if site.language_of(one.src_uri) is TRADITIONAL]:
            named = site.renderer.traditional(file.src_uri)
            if files.get_file_from_path(named) is None:
                files.append(as_named_in_traditional(file, named, config))
    site.prose = [file.src_uri for file in prose]
    know_titles(site, prose)
    for language, source, page in scope.records(site.pages, site.register.languages):
        file = File.generated(config, language.prefix + source, content=mark(*page.macro))
        file.url = with_file(file.url, site.renderer.root.index)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        RecordPage(None, file, config)
        files.append(file)
    if scope.shared:
        for ident, document in site.register.texts.items():
            address = verbatim_address(ident, document.document.verbatim)
            files.append(File.generated(config, address, content=site.register.verbatim[ident]))
        for beside in site.register.all_beside:
            files.append(File.generated(config, beside.address, abs_src_path=str(beside.file.path)))
        for asset, content in site.assets.values():
            # As bytes: MkDocs writes text with the line ends of the system.
            files.append(File.generated(config, asset, content=content.encode()))
    return files


def as_seen_from(file: File, named: str, config: MkDocsConfig) -> File:
    """A picture or a download as pages made from a Chinese one name it: the same file, not written twice."""
    alias = File.generated(config, named, abs_src_path=str(file.abs_src_path), inclusion=InclusionLevel.EXCLUDED)
    alias.url, alias.dest_uri = file.url, file.dest_uri
    return alias


def as_named_in_traditional(file: File, named: str, config: MkDocsConfig) -> File:
    """A page as links to it are turned with the words around them: the same page, not written twice."""
    alias = File.generated(config, named, content="", inclusion=InclusionLevel.EXCLUDED)
    alias.url, alias.dest_uri = file.url, file.dest_uri
    return alias


def know_titles(site: Site, prose: list[File]) -> None:
    """Tells the site which pages are for staff, and what those and the pages of ``nav`` are called.

    Ends the build where ``nav`` names a page that is not there.
    """
    chinese = {file.src_uri: file for file in prose if site.language_of(file.src_uri) is CHINESE}
    entries = [one for one in with_those_below(site.nav) if not one.is_elsewhere]
    for entry in entries:
        if not site.has_source(entry.target):
            raise Abort(str(Refused(no_such_page(entry.target))))
    for_staff = {path: file.content_string for path, file in chinese.items() if is_for_staff(path)}
    site.staff = tuple(staff_pages(for_staff, site.nav))
    named = {*site.staff, *(one.target for one in entries)}
    wanted = [file for file in prose if file.src_uri.removeprefix(site.language_of(file.src_uri).prefix) in named]
    site.titles = {file.src_uri: str(get_data(file.content_string)[1].get("title", "")) for file in wanted}


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Puts the fragments where the macros left their marks, and gives the theme the page's head, header and footer.

    A record's title and description arrive only now: MkDocs-Macros runs ``page.title`` as a template.
    """
    site, source = site_of(config), page.file.src_uri
    made = page.content or ""
    prose = None if isinstance(page, RecordPage) else site.prose_of(source, made)
    content = f"{prose.title}\n{prose.text}" if prose else site.fill_in(source, made)
    gone = anchors_of(site, source, content)
    page.content = content + gone
    if prose:
        prose = replace(prose, text=prose.text + gone)
    title, description = site.named(source) or (page.meta.get("title", ""), page.meta.get("description", ""))
    if scope_of(config).page is None:
        config.extra["texts"].add(source, str(title), page.content)
    try:
        return context | {"prose": prose, "shell": site.shell(source, str(title), str(description))}
    except LookupError as missing:
        raise Abort(f"{source}: {missing}") from missing


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Drops what the theme puts around its blocks, and forgets the content of a page that is written, so that not all
    pages are in memory at one time.
    """
    page.content = ""
    config.extra.get("written", int)()
    try:
        return ours_alone(output)
    except Refused as refused:
        raise Abort(f"{page.file.src_uri}: {refused}") from refused


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the sitemap every public page with its languages."""
    if template_name == "sitemap.xml":
        site = site_of(config)
        context["sitemap"] = site.sitemap(one for one in site.sources() if not site.is_for_staff(one))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what is made of records and pages together and, of a whole site, all that it needs to be published.

    A search index that lacks a page ends the build.
    """
    site, scope, made = site_of(config), scope_of(config), Path(config.site_dir)
    if scope.shared:
        write_files(made, site.exports())
    if scope.page is None:
        try:
            for language in scope.chosen(site.register.languages):
                write_files(made, config.extra["texts"].files(language))
        except NotIndexed as missing:
            raise Abort(str(missing)) from missing
    (made / "sitemap.xml.gz").unlink(missing_ok=True)  # The same once more, with the time of the build in it.
    if scope is WHOLE_SITE:
        prepare_for_hosts(made, site.register, site.renderer.root, site.base, site.policy)
        finish(made, data_folder(config), site.register, "text", "both")


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, by their addresses, below a folder. Of a large site, what is made next finds their memory free."""
    for address, content in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
