"""What finished pages say, kept from when they are written until the search index of their language is made."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from macros.pages.fallback import as_untranslated
from macros.pages.site import Site
from macros.records.addresses import SEARCH_PAGE, SITE_MAP, search_folder
from macros.search.index import in_traditional, index_files
from macros.search.page_text import PageText, page_text
from macros.text.languages import CHINESE, TRADITIONAL, Language

NO_RESULTS = frozenset({SEARCH_PAGE, SITE_MAP})
"""Pages that nobody looks for: they hold the words of all others."""


class NotIndexed(LookupError):
    """A page that the search would never find."""


class CollectedTexts:
    """The texts of a site's pages, by language and address."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.texts: defaultdict[Language, dict[str, PageText]] = defaultdict(dict)

    def add(self, source: str, title: str, content: str) -> None:
        """Keeps what a finished page says; the Traditional edition says the same as Simplified Chinese."""
        here = self.site.here(source)
        if here.base is None and here.language is not TRADITIONAL and self.is_found(source):
            text = page_text(self.title(source, title, here.language), content, mark=not here.language.is_chinese)
            self.texts[here.language][here.address] = text

    def title(self, source: str, title: str, language: Language) -> str:
        """What a page is called, marked where that is not translated; the home page as the site is."""
        text = partial(self.site.renderer.text, language=language)
        page = self.site.pages.get(source.removeprefix(language.prefix))
        if page or not title:
            return text(page.title if page else self.site.register.bureau.site_name)
        return as_untranslated(title) if source in self.site.fallbacks else title

    def is_found(self, source: str) -> bool:
        """Whether a page is in the search index: no further page of a list, none that leads on, none for staff."""
        page = self.site.pages.get(source.removeprefix(self.site.language_of(source).prefix))
        listed = self.site.here(source).address not in NO_RESULTS and not self.site.is_for_staff(source)
        return listed and (page is None or page.found)

    def files(self, language: Language) -> dict[str, bytes]:
        """The search index of a language, by address; that of the Traditional edition comes with Simplified Chinese.

        Every page that is to be found must be in it, in whatever order they were made (else NotIndexed); what the pages
        say is not kept after that.
        """
        if language is TRADITIONAL:
            return {}
        texts = self.texts.pop(language, {})
        editions = (CHINESE, TRADITIONAL) if language is CHINESE else (language,)
        sources = map(self.site.here, filter(self.is_found, self.site.sources()))
        pages = [source for source in sources if source.base is None and source.language in editions]
        missing = [page for page in pages if page.address not in texts]
        if missing:
            named = ", ".join(one.language.prefix + one.address for one in missing)
            raise NotIndexed(f"搜索索引里缺少页面。Not in the search index: {named}")
        in_order = {page.address: texts[page.address] for page in pages if page.language is language}
        found = {language: index_files(self.site.renderer, language, in_order)}
        if language is CHINESE and TRADITIONAL in self.site.register.languages:
            found[TRADITIONAL] = in_traditional(found[CHINESE], self.site.renderer.traditional)
        return {
            f"{search_folder(edition)}{name}": content
            for edition, files in found.items()
            for name, content in files.items()
        }
