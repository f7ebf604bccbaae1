"""When a page would vanish: a finished site holds every address and anchor that was ever published, or is not built.

What the data alone tells is told earlier (macros/rules/vanished_from_data.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.problems import Place, Problem
from macros.records.kinds import RETIRED
from macros.records.ledger import NOT_LINKED, Ledger
from macros.records.retired import Retired
from macros.text.languages import LANGUAGES, Bilingual, Language, language_of

OF_LAYOUT = re.compile(
    "check(?:-[123])?|downloads|changes|contents|pictures|pipeline|picture-.*|facts|related|done|details|sentences"
    "|goals|all|channels|whole|tables|questions-.*|card-.*|projects|figures"
)
"""Anchors of headings and pictures, which the software places and may place otherwise; what data names is not there."""
Addresses = Mapping[str, frozenset[str]]
RETIRED_FOLDER = f"data/{RETIRED.place}/"


def losses(
    ledger: Ledger, found: Addresses, retired: Mapping[str, Retired], chosen: Sequence[Language] = LANGUAGES
) -> Iterator[Problem]:
    """Every address and anchor of the ledger that a finished site lacks, once for all its languages.

    A page that is retired stands for its anchors too. What no reader links to is not held to be lost: older ledgers
    have some of that. Nor is a heading of the software, which stands where its page is laid out so.
    """
    gone = {place for one in retired.values() for place in one.addresses}
    lost: defaultdict[str, list[Language]] = defaultdict(list)
    places: dict[str, Place] = {}
    for address, anchors in ledger.addresses.items():
        if NOT_LINKED.fullmatch(address.removeprefix("/")):
            continue
        language, bare = language_and_address(address, chosen)
        if address not in found:
            missing = [bare]
        elif bare in gone:
            missing = []
        else:
            gone_there = sorted(anchors - found[address])
            missing = [f"{bare}#{anchor}" for anchor in gone_there if not OF_LAYOUT.fullmatch(anchor)]
        for one in missing:
            lost[one].append(language)
            places.setdefault(one, ledger.place(address))
    for one, languages in lost.items():
        yield address_lost(places[one], one, languages)


def language_and_address(address: str, chosen: Sequence[Language] = LANGUAGES) -> tuple[Language, str]:
    """The language of an address of the ledger, and the address without it: ``/en/about/`` is English ``/about/``.

    A file of its own, such as a feed, is known by its whole address.
    """
    language = language_of(address.removeprefix("/"), (*LANGUAGES, *chosen))
    if not address.endswith("/"):
        return language, address
    return language, "/" + address.removeprefix("/").removeprefix(language.prefix)


def address_lost(place: Place, address: str, languages: Iterable[Language]) -> Problem:
    """An address that was published is not on the site."""
    named = dict.fromkeys(language.name for language in languages)
    in_order = [language.name for language in LANGUAGES if language.name in named]
    listed = "、".join(dict.fromkeys([*in_order, *named]))
    return Problem(
        place,
        Bilingual(
            f"已经公布的网址 {address} 不见了（{listed}）。",
            f"{address} was published and is gone ({listed}).",
        ),
        Bilingual(
            f"恢复原来的记录、文件名或编号；确已移动或撤下的，在 {RETIRED_FOLDER} 新增一条停用网址，"
            f"在 addresses 中写“{address}”，并写明移到哪里（moved_to）或为什么撤下（why）。",
            f"Restore the record, file name or id; if it has moved or been withdrawn, add a file to "
            f'{RETIRED_FOLDER} with "{address}" among its addresses, and say where it went (moved_to) '
            "or why it was withdrawn (why).",
        ),
    )


def lost_targets(
    data: str, found: Addresses, retired: Mapping[str, Retired], chosen: Sequence[Language] = LANGUAGES
) -> Iterator[Problem]:
    """Retired addresses that lead nowhere: their target is not on the finished site, in some language."""
    for ident, one in retired.items():
        if one.moved_to is None:
            continue
        address, _, anchor = one.moved_to.partition("#")
        prefixes = [f"/{to.prefix}" for to in chosen] if address.endswith("/") else ["/"]
        for prefix in prefixes:
            held = found.get(prefix + address.removeprefix("/"))
            if held is None or (anchor and anchor not in held):
                yield Problem(
                    Place(f"{data}/{RETIRED.place}/{ident}.yml"),
                    Bilingual(f"网站上没有 {one.moved_to}。", f"There is no {one.moved_to} on the site."),
                    Bilingual("在 moved_to 中写现有的网址。", "Write an address that exists after moved_to."),
                    field="moved_to",
                )
                break
