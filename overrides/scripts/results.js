/* The page of results: state in the address, filters with counts, results a few at a time. */

import { asEach, placed, unmarked } from "./excerpt.js";
import { answer, foundBy, hit } from "./hits.js";
import { ask } from "./search.js";
import { isLiteral, openSimilar } from "./similar.js";
import { fill, filled, kindWord, say } from "./words.js";

/** Results shown at once: at least so many, and more as long as few files of text are needed. */
const FEWEST = 5;
const MOST = 100;
const FILES = 5;
/** A site of so few files of text is small: a few of them have much of it, and more results are shown at once. */
const SMALL = { site: 32, files: 16 };
/** Results that are few. */
const FEW = 10;
/** Milliseconds after which it is told that something is still looked for. */
const LONG = 300;
/** Results by similar words that are shown at once: below few results, and below many. */
const SIMILAR = { few: 5, many: 2 };
/** What results can be narrowed by. */
const FILTERS = ["kind", "area", "period"];

/** Starts the page. `failed` is called when nothing can be found out. */
export function start(form, page, failed) {
  const results = new Results(form, page, failed);
  addEventListener("popstate", () => results.show());
  results.show();
}

class Results {
  constructor(form, page, failed) {
    this._shown = 0;
    this._turn = 0; // Counts what was asked, so that an answer that comes late is not shown.
    this.form = form;
    this.failed = failed;
    this.page = page;
    this.list = page.querySelector("#search-results");
    this.titleEnd = document.title.slice(document.title.lastIndexOf(" - "));
    for (const name of ["heading", "count", "filters", "more", "none", "nothing", "others", "hint", "answers", "similar"]) {
      this[name] = page.querySelector(`[data-part=${name}]`);
    }
    this.more.addEventListener("click", () => this._showMore());
  }

  /** Shows what the address asks for. */
  async show() {
    const turn = (this._turn += 1);
    this.asked = new URLSearchParams(location.search);
    const query = (this.asked.get("q") || "").trim();
    this.form.elements.q.value = query;
    this.hint.hidden = query !== "";
    this.list.dataset.state = "busy";
    const slow = query && setTimeout(() => turn === this._turn && this._say(this.form.dataset.busy), LONG);
    try {
      const nothing = { terms: [], found: [], texts: [] };
      const answer = query ? await ask(this.form.dataset.index, (search) => this._answer(search, query)) : nothing;
      clearTimeout(slow);
      if (turn !== this._turn) return;
      this.terms = answer.terms;
      this.all = answer.all;
      this.found = answer.found;
      fill(this.list);
      this.answers.hidden = true;
      this.similar.hidden = true;
      this.nothing.hidden = true;
      this._shown = 0;
      this._items = new Map();
      this._append(answer.texts);
      this.list.dataset.total = String(this.found.length);
      if (query) {
        this._report(query);
        await this._meant(query, turn);
        if (turn === this._turn && !this.nothing.hidden) await this._elsewhere();
      }
      if (turn === this._turn) this.list.dataset.state = "done";
    } catch {
      clearTimeout(slow);
      if (turn === this._turn) this._fail();
    }
  }

  _say(words) {
    this.count.textContent = words;
  }

  _fail() {
    this._say(this.form.dataset.unavailable);
    this.list.dataset.state = "failed";
    this.failed();
  }

  /** All entries that hold a query, those that the filters let through, and the texts of the first of these. */
  async _answer(search, query) {
    this.search = search;
    this.facets = await this.search.index.facets();
    this.head = this.search.index.head;
    const terms = this.search.termsOf(query);
    const all = await this.search.find(terms);
    const found = all.filter((entry) => this._isAskedFor(entry));
    return { terms, all, found, texts: await this._texts(found, 0, terms) };
  }

  /** The values of one filter that an entry has, as they stand in the address. */
  _values(entry, filter) {
    if (filter === "kind") return [this.search.index.kind(entry)];
    const facet = this.facets[filter];
    return facet.of(entry).map((number) => facet.ids[number]);
  }

  /** All values of a filter in order. */
  _ids(filter) {
    return filter === "kind" ? this.search.index.head.kinds.map(([kind]) => kind) : this.facets[filter].ids;
  }

  _isAskedFor(entry, except) {
    return FILTERS.every((filter) => {
      const wanted = this.asked.get(filter);
      return !wanted || filter === except || this._values(entry, filter).includes(wanted);
    });
  }

  _report(query) {
    const total = this.found.length;
    say(this.heading, this.head, "search-results-for", { query });
    document.title = `${this.heading.textContent}${this.titleEnd}`;
    say(this.count, this.head, total > 0 ? "search-count" : "search-none", { count: total });
    this._filters();
    this.others.hidden = false;
    for (const link of this.others.querySelectorAll("a")) {
      const address = new URL(link.href);
      address.search = new URLSearchParams({ q: query });
      link.href = address.href;
      say(link, this.head, "search-other", { query, language: link.dataset.name });
    }
    this.none.hidden = total > 0;
    this.nothing.hidden = total > 0;
  }

  /** Shows what the query may have meant: the page or the figures that answer it above all, and results by similar words
      below. */
  async _meant(query, turn) {
    if (isLiteral(this.search, query, this.all)) return;
    let meant;
    try {
      const similar = await openSimilar(this.search);
      meant = await similar.find(query, this.all);
      const asked = (entry) => this._isAskedFor(entry);
      const count = this.all.length < FEW ? SIMILAR.few : SIMILAR.many;
      meant.first = await this._shownWith(meant.first.filter(asked), meant);
      meant.answers = await this._shownWith(meant.answers.filter(asked), meant);
      meant.later = await similar.ofDifferentPages(meant.found.filter(asked), count);
      meant.found = await this._shownWith(meant.later.splice(0, count), meant);
      const holding = await Promise.all(meant.parts.map((part) => this.search.find(this.search.termsOf(part))));
      meant.apart = await this._shownWith(holding.flatMap((entries) => entries.slice(0, 1)), { terms: similar.termsOf(meant.parts), asked: [] });
    } catch {
      meant = undefined;
    }
    if (turn === this._turn) this._showMeant(meant);
  }

  /** What is shown of entries by what was meant. */
  _shownWith(entries, { terms, asked }) {
    const shown = async (entry) => placed(await this.search.shown(entry, terms, true), asked, this.search);
    return Promise.all(entries.map(async (entry) => ({ entry, ...(await shown(entry)) })));
  }

  _hit(entry, text, terms, level) {
    return hit(this.search, this.facets, this.form.dataset.root, entry, text, terms, level);
  }

  _showMeant(meant) {
    const { first = [], answers = [], found = [], later = [], words = [], terms = [], parts = [], apart } = meant || {};
    const count = first.length + answers.length + found.length;
    this.answers.hidden = first.length + answers.length === 0;
    fill(
      this.answers.querySelector("ul"),
      ...first.map((text) => this._hit(text.entry, text, terms, "h3")),
      ...answers.map((text) => answer(this.search, this.form.dataset.root, text, terms)),
    );
    for (const { entry } of [...first, ...answers]) {
      const below = this._items.get(entry);
      if (below) below.hidden = true; // It stands above all results already.
    }
    this.similar.hidden = Boolean(meant) && found.length + parts.length === 0;
    this.nothing.hidden = this.found.length + count > 0;
    const said = this.similar.querySelector("p");
    if (parts.length > 0) fill(said, ...foundBy(this.search, parts, apart, "search-parts"));
    else if (meant) fill(said, ...foundBy(this.search, words, [...first, ...answers, ...found]));
    else say(said, this.head, "search-similar-failed");
    const list = this.similar.querySelector("ol");
    fill(list, ...found.map((text) => this._hit(text.entry, text, terms, "h3")));
    const more = this.similar.querySelector("button");
    more.hidden = later.length === 0;
    more.onclick = () => this._showLater(list, more, later, meant);
    if (this.found.length === 0 && count > 0) say(this.count, this.head, "search-similar-only", { count: count + later.length });
  }

  /** Adds the other results by similar words and goes to the first of them. */
  async _showLater(list, more, later, meant) {
    const turn = this._turn;
    try {
      const texts = await this._shownWith(later, meant);
      if (turn !== this._turn || more.hidden) return;
      more.hidden = true;
      const added = texts.map((text) => this._hit(text.entry, text, meant.terms, "h3"));
      list.append(...added);
      added[0].querySelector("a").focus();
    } catch {
      if (turn === this._turn) say(this.similar.querySelector("p"), this.head, "search-similar-failed");
    }
  }

  _filters() {
    const choices = FILTERS.map((filter) => this._choice(filter));
    fill(this.filters, ...choices.filter(Boolean));
  }

  /** A choice of one filter's values with counts, if there is anything to choose. */
  _choice(filter) {
    const counts = new Map();
    for (const entry of this.all) {
      if (!this._isAskedFor(entry, filter)) continue;
      for (const value of this._values(entry, filter)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const wanted = this.asked.get(filter) || "";
    if (counts.size < 2 && !wanted) return undefined;
    const label = document.createElement("label");
    label.htmlFor = `search-by-${filter}`;
    say(label, this.head, label.htmlFor);
    const select = document.createElement("select");
    select.id = label.htmlFor;
    select.name = filter;
    select.append(say(new Option("", ""), this.head, "search-all"));
    for (const value of this._ids(filter)) {
      if (!counts.has(value) && value !== wanted) continue;
      const told = { name: this._label(filter, value), count: counts.get(value) || 0 };
      const name = filled(this.head.words["search-option"], told);
      select.append(new Option(name, value, false, value === wanted));
    }
    select.addEventListener("change", () => this._narrow(filter, select.value));
    const choice = document.createElement("div");
    choice.className = "search-filter";
    choice.append(label, select);
    return choice;
  }

  _label(filter, value) {
    if (filter === "kind") return this.head.words[kindWord(value)];
    return unmarked(this.facets[filter].names[this.facets[filter].ids.indexOf(value)]);
  }

  async _narrow(filter, value) {
    const address = new URL(location.href);
    if (value) address.searchParams.set(filter, value);
    else address.searchParams.delete(filter);
    history.pushState(null, "", address);
    await this.show();
    const choice = this.filters.querySelector(`[name=${filter}]`);
    if (choice) choice.focus();
  }

  /** What is shown of the entries from `start` on, as many as are shown at once. */
  async _texts(found, start, terms) {
    const files = new Set();
    const [, , last] = this.head.texts[this.head.texts.length - 1];
    const most = last < SMALL.site ? SMALL.files : FILES;
    let end = start;
    for (; end < found.length && end - start < MOST; end += 1) {
      const more = this._filesOf(found[end]).filter((file) => !files.has(file));
      if (end - start >= FEWEST && more.length > 0 && files.size + more.length > most) break;
      more.forEach((file) => files.add(file));
    }
    const shown = async (entry) => placed(await this.search.shown(entry, terms), asEach(terms), this.search);
    return Promise.all(found.slice(start, end).map(shown));
  }

  /** The files of text that an entry needs: the words of what stands on a page may be in another file. */
  _filesOf(entry) {
    const { index } = this.search;
    return [index.textFile(entry), ...(index.listedOn(entry).length > 0 ? [`with ${entry}`] : [])];
  }

  _append(texts) {
    texts.forEach((text, at) => {
      const entry = this.found[this._shown + at];
      const item = this._hit(entry, text, this.terms, "h2");
      this._items.set(entry, item);
      this.list.append(item);
    });
    this._shown += texts.length;
    this.more.hidden = this._shown >= this.found.length;
  }

  /** Adds the next results and goes to the first of them. */
  async _showMore() {
    const turn = this._turn;
    const start = this._shown;
    try {
      const texts = await this._texts(this.found, start, this.terms);
      if (turn !== this._turn || start !== this._shown) return;
      this._append(texts);
      this.list.children[start].querySelector("a").focus();
    } catch {
      if (turn === this._turn) this._fail();
    }
  }

  /** Says how many results the other languages have; asked only where this one has none, not even by similar words. */
  async _elsewhere() {
    for (const link of this.others.querySelectorAll("a")) {
      const found = await ask(link.dataset.index, (search) => search.find(search.termsOf(this.asked.get("q"))));
      const told = { count: found.length, language: link.dataset.name };
      if (found.length > 0) say(link, this.head, "search-elsewhere", told);
    }
  }
}
