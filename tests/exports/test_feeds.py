"""Feeds: readable by a feed library, every date from the data, and none at all where the data has none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import feedparser
import feedparser_rs
import pytest

from macros.exports.feeds import NEWEST
from macros.exports.feeds import feed_files as feeds
from macros.exports.table import Root
from macros.register.news import news
from macros.register.register import Register
from macros.text.han_scripts import Traditional
from macros.text.languages import LANGUAGES, TRADITIONAL, Language
from tests.exports.conftest import ROOT

EXPECTED = [
    ("full-withdrawn", "2002-01-16T00:00:00+08:00"),
    ("materials-recount", "2002-01-15T00:00:00+08:00"),
    ("report-reissued", "2002-01-10T00:00:00+08:00"),
    ("later-report", "2002-01-08T16:30:00+08:00"),
]


def test_newest_first_and_only_what_is_dated(full_register: Register, register: Register) -> None:
    found = news(full_register)
    assert [one.instant.isoformat() for one in found] == [moment for _, moment in EXPECTED]
    assert found[-1].item.id == "later-report" and found[1].item.id == "materials-recount"
    assert news(register) == []


def test_feeds_hold_the_newest_items_only(full_register: Register) -> None:
    first = next(iter(full_register.errata.values()))
    many = replace(full_register, errata={f"e{at}": first for at in range(250)})
    made = feeds(many, ROOT)
    assert len(json.loads(made["changes/feed.json"])["items"]) == NEWEST
    assert len(feedparser.parse(made["changes/feed.atom"]).entries) == NEWEST


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_atom_parses(full_files: dict[str, bytes], language: Language) -> None:
    prefix = language.prefix
    feed = feedparser.parse(full_files[f"{prefix}changes/feed.atom"])
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.updated == EXPECTED[0][1]
    assert [entry.updated for entry in feed.entries] == [moment for _, moment in EXPECTED]
    assert all(entry.id.startswith("urn:uuid:") and entry.title and entry.summary for entry in feed.entries)
    assert all(entry.link.startswith(f"https://bureau.example/record/{prefix}") for entry in feed.entries)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_json_feed_parses(full_files: dict[str, bytes], language: Language) -> None:
    prefix = language.prefix
    content = full_files[f"{prefix}changes/feed.json"]
    feed = feedparser_rs.parse(content)
    assert not feed.bozo and feed.version == "json11"
    assert [datetime.fromisoformat(entry.published) for entry in feed.entries] == [
        datetime.fromisoformat(moment) for _, moment in EXPECTED
    ]
    items = json.loads(content)["items"]
    assert [one["date_published"] for one in items] == [moment for _, moment in EXPECTED]
    assert len({one["id"] for one in items}) == len(items)


def test_the_traditional_feeds_say_the_same_in_their_script(
    full_files: dict[str, bytes], full_register: Register
) -> None:
    written = Traditional(full_register.spellings)
    for name in ("feed.json", "feed.atom"):
        ours = full_files[f"{TRADITIONAL.prefix}changes/{name}"].decode()
        assert "市科技局政務公開" in ours and written(ours) == ours, name


def test_without_dates_there_are_no_entries_and_no_atom(files: dict[str, bytes]) -> None:
    assert not [name for name in files if name.endswith(".atom")]
    for language in LANGUAGES:
        content = files[f"{language.prefix}changes/feed.json"]
        feed = feedparser_rs.parse(content)
        assert not feed.bozo and feed.version == "json11" and feed.entries == []
        assert "home_page_url" not in json.loads(content)


def test_without_an_address_links_are_relative(full_register: Register) -> None:
    made = feeds(full_register, Root())
    items = json.loads(made["en/changes/feed.json"])["items"]
    assert items[1]["url"] == "../corrections/#erratum-materials-recount"
    assert b'rel="self"' not in made["en/changes/feed.atom"]
    assert b'rel="self"' in feeds(full_register, ROOT)["en/changes/feed.atom"]


def test_names_do_not_change_with_the_address(full_register: Register) -> None:
    elsewhere = full_register.bureau.model_copy(update={"site_address": "https://elsewhere.example/"})
    moved = replace(full_register, bureau=elsewhere)
    given = ((full_register, ROOT), (moved, Root.at("https://elsewhere.example/")), (moved, Root()))
    names = [[one["id"] for one in json.loads(feeds(*one)["changes/feed.json"])["items"]] for one in given]
    assert names[0] == names[1] == names[2]


def test_names_are_the_bureaus_own(full_register: Register) -> None:
    name = full_register.bureau.name.model_copy(update={"zh": "另一个科技局"})
    other = full_register.bureau.model_copy(update={"name": name})
    theirs = replace(full_register, bureau=other)
    found = [json.loads(feeds(one, ROOT)["changes/feed.json"])["items"] for one in (full_register, theirs)]
    assert not {one["id"] for one in found[0]} & {one["id"] for one in found[1]}
