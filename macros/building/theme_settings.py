"""What mkdocs.yml asks of the theme: what can take effect here does, and of the rest it is said why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.problems import Refused
from macros.system.content_names import named_after
from macros.text.languages import Bilingual

NEEDS_SCRIPT = Bilingual("这要用主题的脚本，本站不加载", "it needs the theme's script, which no page loads")
OWN_NAVIGATION = Bilingual(
    "菜单、页头和页脚由记录生成，不用主题的导航",
    "menu, header and footer are made from records, not from the theme's navigation",
)
OWN_SEARCH = Bilingual("搜索由本站自带，用不上主题的搜索", "the site has a search of its own")
OWN_COLOURS = Bilingual(
    "颜色写在 overrides/styles/tokens.css，深色随读者的设备",
    "colours are in overrides/styles/tokens.css, and the reader's device chooses the dark ones",
)
OWN_LANGUAGES = Bilingual(
    "每页有自己的语言，语言在 data/bureau.yml 里选",
    "every page has its own language, and data/bureau.yml says which there are",
)
FROM_ELSEWHERE = Bilingual(
    "内容安全策略不让网页加载别处的文件", "the content policy lets no page load files from elsewhere"
)
IN_DATA = Bilingual("这一项由 data/bureau.yml 决定", "data/bureau.yml says this")
OWN_ICON = Bilingual("图标是 overrides/icon.svg", "the icon is overrides/icon.svg")
NO_STYLE_IN_PAGES = Bilingual(
    "这要在网页里写样式，内容安全策略不允许", "it needs a style inside the page, which the content policy forbids"
)
CONTENTS_BESIDE = Bilingual("目录在正文旁边，不并入导航", "contents stand beside the text, not in a navigation")

FEATURES = {
    "toc.integrate": CONTENTS_BESIDE,
    "navigation": OWN_NAVIGATION,
    "header": OWN_NAVIGATION,
    "search": OWN_SEARCH,
}
"""Why a feature of the theme has no effect: by its name or by the first word of it, else it needs a script."""
THEME = {
    "palette": OWN_COLOURS,
    "language": OWN_LANGUAGES,
    "direction": OWN_LANGUAGES,
    "logo": OWN_ICON,
    "favicon": OWN_ICON,
    "icon": NO_STYLE_IN_PAGES,
    "font": FROM_ELSEWHERE,
}
EXTRA = {
    "alternate": OWN_LANGUAGES,
    "analytics": FROM_ELSEWHERE,
    "consent": NEEDS_SCRIPT,
    "version": NEEDS_SCRIPT,
    "annotate": NEEDS_SCRIPT,
    "polyfills": NEEDS_SCRIPT,
    "social": OWN_NAVIGATION,
    "tags": OWN_NAVIGATION,
}
OF_MKDOCS = {
    "site_author": IN_DATA,
    "site_description": IN_DATA,
    "site_url": IN_DATA,
    "repo_url": OWN_NAVIGATION,
    "edit_uri": OWN_NAVIGATION,
}
"""Settings of the theme, of ``extra`` and of MkDocs itself that have no effect, and why."""
AS_SHIPPED: dict[str, object] = {"language": "en", "favicon": "assets/images/favicon.png", "font": False}
"""What a setting of the theme is where nobody has set it; ``font`` is off in our mkdocs.yml."""
ON_ANOTHER_HOST = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)


def without_effect(config: MkDocsConfig) -> Iterator[tuple[str, Bilingual]]:
    """Every setting of mkdocs.yml that has no effect on this site, by its name there, and the reason."""
    theme = config.theme
    for name in theme.get("features") or ():
        yield f"theme.features: {name}", FEATURES.get(name) or FEATURES.get(name.partition(".")[0]) or NEEDS_SCRIPT
    for name, why in THEME.items():
        given = theme.get(name)
        if given and given != AS_SHIPPED.get(name):
            yield f"theme.{name}", why
    for name, why in EXTRA.items():
        if config.extra.get(name):
            yield f"extra.{name}", why
    for name, why in OF_MKDOCS.items():
        given = config.get(name)
        if given and not str(given).startswith(f"http://{config.dev_addr}/"):  # As ``mkdocs serve`` sets site_url.
            yield name, why
    for name in config.plugins:
        if name.rpartition("/")[2] == "search":
            yield f"plugins: {name}", OWN_SEARCH
    for setting in ("extra_css", "extra_javascript"):
        yield from (
            (f"{setting}: {one}", FROM_ELSEWHERE) for one in map(str, config[setting]) if ON_ANOTHER_HOST.match(one)
        )


def check_theme(config: MkDocsConfig) -> None:
    """Raises Refused where the theme is another one, or lacks our templates."""
    if config.theme.name != "material" or not config.theme.custom_dir:
        raise Refused(
            Bilingual(
                "网页的模板在 overrides，建立在 material 主题上，不能换成别的主题。"
                "请在 mkdocs.yml 的 theme 里写 name: material 和 custom_dir: overrides，运行 mkdocs 时不要加 --theme。",
                "The pages' templates are in overrides/, on the theme material, and go with no other. Under theme in "
                "mkdocs.yml write name: material and custom_dir: overrides, and run mkdocs without --theme.",
            )
        )


def take_theme_settings_back(config: MkDocsConfig) -> None:
    """Sets all that the theme was asked for, and has no effect here, back to what the theme has by itself.

    Else some of it would: its base.html writes colours and icons into every page.
    """
    config.theme["features"] = []
    for name in THEME:
        config.theme[name] = AS_SHIPPED.get(name)


def as_told(setting: str, why: Bilingual) -> str:
    """What a build says of a setting without effect."""
    return (
        f"mkdocs.yml 的 {setting} 在本站不起作用：{why.zh}。请删去这一项。\n"
        f"{setting} in mkdocs.yml has no effect here: {why.en}. Delete it."
    )


def own_files(config: MkDocsConfig) -> dict[str, tuple[str, str]]:
    """The files of ``extra_css`` and ``extra_javascript`` by name: the address that each gets, and its text.

    They stand in overrides/, which is software; docs/ is prose, and what stands there may come from anyone. The
    configuration is changed to name them by these addresses, which change with their content, so that each can be kept
    for ever; what stands on other hosts is left out. Raises Refused for a file that is not there.
    """
    folder = Path(str(config.theme.custom_dir))
    found: dict[str, tuple[str, str]] = {}

    def address_of(setting: str, given: str) -> str:
        file = folder / given
        if not file.is_file():
            raise Refused(
                Bilingual(
                    f"mkdocs.yml 的 {setting} 写了 {given}，overrides 里没有这个文件。请把文件放到那里，或删去这一项。",
                    f"{setting} in mkdocs.yml names {given}, and overrides/ holds no such file. "
                    "Put the file there, or delete the entry.",
                )
            )
        text = file.read_text("utf-8")
        name = re.sub(r"[^a-z0-9_-]", "-", file.stem.lower())
        address = f"assets/{name}.{named_after({given: text.encode()})}{file.suffix}"
        found[given] = (address, text)
        return address

    config.extra_css = [address_of("extra_css", one) for one in config.extra_css if not ON_ANOTHER_HOST.match(one)]
    scripts = [one for one in config.extra_javascript if not ON_ANOTHER_HOST.match(str(one))]
    for number, one in enumerate(scripts):
        address = address_of("extra_javascript", str(one))
        if isinstance(one, str):
            scripts[number] = address
        else:
            one.path = address
    config.extra_javascript = scripts
    return found
