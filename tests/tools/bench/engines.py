"""Three searches asked the same way in a real browser: ours, stock Material's and stock Pagefind's."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.serving import served

OURS = """async (query) => {
    const scripts = document.querySelector('script[src$="/page.js"]').src;
    const { openSearch } = await import(new URL("search.js", scripts));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const started = performance.now();
    const found = await search.find(search.termsOf(query));
    const shown = await Promise.all(found.slice(0, 20).map((entry) => search.index.text(entry)));
    const took = performance.now() - started;
    const addresses = [];
    for (let at = 0; at < found.length; at += 200) {
        const texts = await Promise.all(found.slice(at, at + 200).map((entry) => search.index.text(entry)));
        addresses.push(...texts.map((text) => text.address));
    }
    return { took, addresses };
}"""

MATERIAL_HOOK = """
const Stock = window.Worker;
window.Worker = class extends Stock {
    constructor(...given) {
        super(...given);
        window.searcher = this;
        this.addEventListener("message", ({ data }) => { if (data.type === 3) window.answered?.(data.data); });
    }
};
"""
MATERIAL = """async (query) => {
    const box = document.querySelector("[data-md-component=search-query]");
    const ask = (value) => new Promise((resolve) => {
        window.answered = resolve;
        box.value = value;
        box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    });
    if (box.value) await ask(""); // The same query twice would be no query.
    const started = performance.now();
    const answer = await ask(query);
    return { took: performance.now() - started, addresses: answer.items.map((group) => group[0].location) };
}"""

PAGEFIND = """async (query) => {
    const pagefind = (window.pagefind ??= await import(new URL("pagefind/pagefind.js", document.baseURI)));
    await pagefind.init();
    const started = performance.now();
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 20).map((one) => one.data()));
    const took = performance.now() - started;
    const data = await Promise.all(results.map((one) => one.data()));
    return { took, addresses: data.map((one) => one.raw_url ?? one.url) };
}"""

PATIENCE = 300_000
"""Milliseconds that an answer may take."""
IN_TIME = f"""(query) => Promise.race([
    ({{script}})(query),
    new Promise((_, late) => setTimeout(() => late(new Error("no answer in {PATIENCE // 1000} s")), {PATIENCE})),
])"""


@dataclass
class Answers:
    """What an engine answered: page addresses by query, the likeliest first; milliseconds; bytes and requests."""

    found: dict[str, list[str]] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    first_bytes: int = 0
    first_requests: int = 0
    first_seconds: float = 0.0

    def median(self) -> float:
        """The median time of an answer on a page that is ready, in milliseconds."""
        return statistics.median(self.took)

    def slowest_twentieth(self) -> float:
        """The time within which 95 of 100 answers come, in milliseconds."""
        return sorted(self.took)[max(0, round(len(self.took) * 0.95) - 1)]


@contextmanager
def counted(page: Page, answers: Answers) -> Iterator[None]:
    """Counts what a page fetches."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event: dict[str, float]) -> None:
        answers.first_bytes += int(event["encodedDataLength"])
        answers.first_requests += 1

    session.on("Network.loadingFinished", finished)
    started = time.perf_counter()
    yield
    answers.first_seconds = time.perf_counter() - started
    page.wait_for_timeout(200)
    session.detach()


def ask_ours(browser: Browser, site: Path, prefix: str, queries: list[str]) -> Answers:
    """Opens the page of results with the first query, then asks all of them."""
    answers = Answers()
    with served(site) as address:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        with counted(page, answers):
            page.goto(f"{address}{prefix}search/?q={queries[0]}")
            page.wait_for_selector("#search-results[data-state=done]", state="attached")
        ask(page, OURS, queries, answers)
        page.context.close()
    return answers


def ask_material(browser: Browser, site: Path, queries: list[str]) -> Answers:
    """Opens the home page, turns to search, then asks all queries."""
    answers = Answers()
    with served(site) as address:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(MATERIAL_HOOK)
        with counted(page, answers):
            page.goto(address)
            page.locator("[data-md-component=search-query]").focus()
            page.evaluate(in_time(MATERIAL), queries[0])
        ask(page, MATERIAL, queries, answers)
        page.context.close()
    return answers


def ask_pagefind(browser: Browser, site: Path, queries: list[str]) -> Answers:
    """Opens the home page, then asks all queries of Pagefind's own script."""
    answers = Answers()
    with served(site) as address:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        with counted(page, answers):
            page.goto(address)
            page.evaluate(in_time(PAGEFIND), queries[0])
        ask(page, PAGEFIND, queries, answers)
        page.context.close()
    return answers


def in_time(script: str) -> str:
    """A question that is given up in the end."""
    return IN_TIME.replace("{script}", script)


def ask(page: Page, script: str, queries: list[str], answers: Answers) -> None:
    """Asks all queries, one after another; a page that answers in several places counts once."""
    for query in queries:
        answer = page.evaluate(in_time(script), query)
        answers.took.append(answer["took"])
        pages = [one.partition("#")[0].lstrip("/") for one in answer["addresses"]]
        answers.found[query] = list(dict.fromkeys(pages))
