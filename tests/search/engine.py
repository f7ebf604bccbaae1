"""The search as it runs in a browser, called from Python."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

SCRIPTS = "document.querySelector('script[src$=\"/page.js\"]').src"

FIND = f"""async (queries) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const answers = [];
    for (const query of queries) {{
        const found = await search.find(search.termsOf(query));
        const texts = await Promise.all(found.map((entry) => search.index.text(entry)));
        answers.push(texts.map((text) => text.address));
    }}
    return answers;
}}"""

MEANT = f"""async (queries) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ openSimilar }} = await import(new URL("similar.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const similar = await openSimilar(search);
    const addresses = (entries) => Promise.all(entries.map(async (entry) => (await search.index.text(entry)).address));
    const answers = [];
    for (const query of queries) {{
        const {{ first, answers: figures, found }} = await similar.find(query);
        answers.push([await addresses([...first, ...figures]), await addresses(found)]);
    }}
    return answers;
}}"""

KEYS_ASKED = f"""async (queries) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ openSimilar }} = await import(new URL("similar.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const similar = await openSimilar(search);
    const asked = [];
    const row = search.index.row.bind(search.index);
    search.index.row = (key) => (asked[asked.length - 1].push(key), row(key));
    for (const query of queries) {{
        asked.push([]);
        await similar.find(query);
    }}
    return asked;
}}"""

BEGINNINGS_ASKED = f"""async (query) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const asked = [];
    const rows = search.index.rows.bind(search.index);
    search.index.rows = (beginning) => (asked.push(beginning), rows(beginning));
    const found = await search.find(search.termsOf(query));
    search.index.rows = rows;
    return [found.length, asked];
}}"""

COMMON_GROUPS = f"""async (rows) => {{
    const {{ Pieces }} = await import(new URL("pieces.js", {SCRIPTS}));
    const pieces = new Pieces({{ index: {{ row: async (key) => new Uint8Array(rows[key.slice(1)]) }} }});
    return [...(await pieces.commonGroups([...rows.keys(), undefined, 0].map((group) => ({{ group }}))))];
}}"""

PARTS = f"""async (query) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ openSimilar }} = await import(new URL("similar.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    return (await (await openSimilar(search)).find(query)).parts;
}}"""

WORDS = f"""async (queries) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ openSimilar }} = await import(new URL("similar.js", {SCRIPTS}));
    const similar = await openSimilar(await openSearch(document.querySelector("form.search").dataset.index));
    const found = await Promise.all(queries.map((query) => similar.find(query)));
    return found.map(({{ asked }}) => asked.filter(({{ weight }}) => weight > 1).map(({{ terms }}) => terms[0].text));
}}"""

DIFFERENT_PAGES = f"""async ([places, count]) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ openSimilar }} = await import(new URL("similar.js", {SCRIPTS}));
    const similar = await openSimilar(await openSearch(document.querySelector("form.search").dataset.index));
    similar.search = {{ index: {{ text: async (entry) => ({{ address: places[entry] }}) }} }};
    const order = await similar.ofDifferentPages([...places.keys()], count);
    return order.map((entry) => places[entry]);
}}"""

WAYS = f"""async (texts) => {{
    const {{ waysToWrite }} = await import(new URL("numerals.js", {SCRIPTS}));
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    return texts.map((text) => waysToWrite(search.fold(text)).map((way) => way.trim()));
}}"""

FIELDS = f"""async (bytes) => {{
    const {{ fieldsOf }} = await import(new URL("index_reader.js", {SCRIPTS}));
    return [...fieldsOf(new Uint8Array(bytes))];
}}"""

FOLD = f"""async ({{ texts, table }}) => {{
    const {{ folder }} = await import(new URL("fold.js", {SCRIPTS}));
    const fold = folder(table);
    return texts.map((text) => {{
        const folded = fold(text);
        const row = (one) => one.units().map((unit) => unit.text);
        return {{ folded: folded.text, units: row(folded), counted: row(folded.counted()) }};
    }});
}}"""

STEM = f"""async (words) => {{
    const {{ stem }} = await import(new URL("english-stemmer.js", {SCRIPTS}));
    return words.map(stem);
}}"""

MARKED = f"""async (query) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ marked }} = await import(new URL("excerpt.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const made = document.createElement("p");
    made.append(marked(query.text, search.termsOf(query.query), search));
    return made.innerHTML;
}}"""

EXCERPTS = f"""async ([query, texts]) => {{
    const {{ openSearch }} = await import(new URL("search.js", {SCRIPTS}));
    const {{ excerpt }} = await import(new URL("excerpt.js", {SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    return texts.map((text) => excerpt([text], search.termsOf(query), search).textContent);
}}"""


def find(page: Page, queries: list[str]) -> list[list[str]]:
    """The addresses that each query finds on a page's site, in order."""
    answers: list[list[str]] = page.evaluate(FIND, queries)
    return answers


def meant(page: Page, queries: list[str]) -> list[tuple[list[str], list[str]]]:
    """The addresses of the page or the figures that answer each query, and of what it may have meant beside these."""
    return [(answers, found) for answers, found in page.evaluate(MEANT, queries)]


def folded(page: Page, texts: list[str], table: list[str]) -> list[dict[str, Any]]:
    """Texts as the browser folds them, with a table of characters in both scripts."""
    answers: list[dict[str, Any]] = page.evaluate(FOLD, {"texts": texts, "table": table})
    return answers
