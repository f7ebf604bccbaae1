/* Answers a query: which entries hold all its terms, the likeliest first. */

import { folder } from "./fold.js";
import { fieldsOf, lastUpTo, openIndex, placesIn } from "./index_reader.js";
import { placesOf, termsOf } from "./terms.js";

/** How well an entry holds a term: as a whole word or number, in another form, or as part of something longer. */
const WHOLE = 3;
export const STEM = 2;
export const PART = 1;
/** Added where the term stands in the name of the entry. */
export const NAMED = 8;
/** A phrase of so many units is looked for in the sources: sentences come before records. */
const LONG = 8;
const START = "^";
const END = "$";

const opened = new Map();

/** Opens the search of a language, once; `address` is the folder of its index. With `cache` "reload" it is opened anew,
    past the cache. */
export function openSearch(address, cache = "default") {
  const folder = new URL(address, document.baseURI).href;
  if (!opened.has(folder) || cache === "reload") {
    const search = newSearch(folder, cache);
    opened.set(folder, search);
    search.catch(() => opened.get(folder) === search && opened.delete(folder)); // A reader who is back on line may ask again.
  }
  return opened.get(folder);
}

/** Answers a question to the search of a language. Where that fails, the head of the index may be older than the site,
    and the files that it names gone: it is opened past the cache, and the question is put once more. */
export async function ask(address, question) {
  try {
    return await question(await openSearch(address));
  } catch {
    return question(await openSearch(address, "reload"));
  }
}

async function newSearch(folder, cache) {
  const index = await openIndex(folder, cache);
  const stem = index.head.stems ? (await import("./english-stemmer.js")).stem : (word) => word;
  return new Search(index, stem);
}

export class Search {
  constructor(index, stem) {
    this.index = index;
    this.stem = stem;
    this.fold = folder(index.head.script);
  }

  termsOf(query) {
    return termsOf(query, this.fold);
  }

  /** The entries that hold all terms, the likeliest first. */
  async find(terms) {
    if (terms.length === 0) return [];
    const held = [];
    let entries;
    // The longest are the rarest: once nothing holds all so far, the rows of the others need not be fetched.
    for (const term of [...terms].sort((one, other) => other.text.length - one.text.length)) {
      const found = await this.holding(term, entries);
      entries = entries ? entries.filter((entry) => found.has(entry)) : [...found.keys()];
      if (entries.length === 0) return [];
      held.push(found);
    }
    const called = await this._calledExactly(terms, entries, held);
    const long = terms.length === 1 && terms[0].forms[0].length >= LONG;
    const worth = new Map(entries.map((entry) => [entry, this._worth(entry, held, called, long)]));
    return entries.sort((one, other) => worth.get(other) - worth.get(one) || one - other);
  }

  /** What is shown of an entry that was found, with its further passages if a term is in none of the first (of
      terms of which `any` is enough: if none is); a page whose own words lack a term, with those of an entry on it. */
  async shown(entry, terms, any = false) {
    const text = await this.index.text(entry);
    const runs = this.index.listedOn(entry);
    const lacks = (term) =>
      [text.title, ...text.passages].every((words) => placesOf(term, words, this.fold, this.stem).length === 0);
    if (text.more && (any ? terms.every(lacks) : terms.some(lacks))) text.passages = [...text.passages, ...(await this.index.further(entry))];
    const missing = runs.length > 0 ? terms.filter(lacks) : [];
    const within = missing.length > 0 ? await this._likeliestWithin(entry, runs, missing) : undefined;
    if (within === undefined) return text;
    // Places of further passages that were not read are none.
    const at = text.places.findIndex((first, number) => number % 2 === 0 && first >= text.passages.length);
    const places = at < 0 ? text.places : text.places.slice(0, at);
    const words = await this._wordsOf(within);
    return { ...text, passages: [...text.passages, ...words], places: [...places, text.passages.length, ""] };
  }

  /** The entry within the runs of a page that holds the most of some terms. */
  async _likeliestWithin(page, runs, terms) {
    const isWithin = (entry) => runs.some((first, at) => at % 2 === 0 && first <= entry && entry <= runs[at + 1]);
    const counts = new Map();
    for (const held of await Promise.all(terms.map((term) => this.holding(term, [page])))) {
      for (const entry of held.keys()) if (isWithin(entry)) counts.set(entry, (counts.get(entry) || 0) + 1);
    }
    const likeliest = [...counts].sort(([one, count], [other, most]) => most - count || one - other);
    return likeliest.length > 0 ? likeliest[0][0] : undefined;
  }

  /** All that is shown of an entry. */
  async _wordsOf(entry) {
    const [{ title, context, passages }, { period }] = await Promise.all([this.index.text(entry), this.index.facets()]);
    const periods = period.of(entry).map((number) => period.names[number]);
    return [...passages, [title, context, ...periods].join(" · ")];
  }

  /** What an entry is worth; those of one worth stay in the order of the index. */
  _worth(entry, held, called, long) {
    const strengths = held.map((one) => one.get(entry));
    const named = strengths.filter((one) => one >= NAMED).length;
    const tier = called.has(entry) ? 3 : named === held.length ? 2 : named > 0 ? 1 : 0;
    const closeness = strengths.reduce((sum, one) => sum + (one % NAMED), 0) / held.length;
    const wanted = long && tier === 0 && this.index.kind(entry) === "source" ? 1 : 0;
    return tier * 100 + wanted * 50 + closeness * 10;
  }

  /** Entries whose very name is the query. */
  async _calledExactly(terms, entries, held) {
    if (!entries.some((entry) => held.every((one) => one.get(entry) >= NAMED))) return new Set();
    const forms = [(all) => all[0], (all) => all[all.length - 1]].map((one) => terms.flatMap((term) => one(term.forms)));
    const found = await Promise.all(forms.map((units) => this._phrase([START, ...units, END])));
    return new Set(found.flatMap((fields) => [...fields].map((field) => field >> 1)));
  }

  /** Entries that hold a term, each with how well; a page is found by the entries that stand on it as well. Where no more
      is asked for than `among` some entries, and they all hold a word, longer words that begin so are not looked up. */
  async holding(term, among) {
    const found = new Map();
    const add = (fields, strength) => {
      for (const field of fields) {
        const worth = strength + (field % 2 === 0 ? NAMED : 0);
        if (worth > (found.get(field >> 1) || 0)) found.set(field >> 1, worth);
      }
    };
    await Promise.all([
      ...term.forms.map(async (units) => add(await this._phrase(units), term.number ? PART : WHOLE)),
      ...(term.number ? [this._listed(`=${term.number}`).then((fields) => add(fields, WHOLE))] : []),
      ...(term.loose ? [this._listed(`~${this.stem(term.forms[0][0])}`).then((fields) => add(fields, STEM))] : []),
    ]);
    this._addPages(found);
    const isLonger = term.loose && term.forms[0][0].length > 1 && !(among && among.every((entry) => found.has(entry)));
    if (!isLonger) return found;
    for (const row of await this.index.rows(`1${term.forms[0][0]}`)) add(fieldsOf(row), PART);
    this._addPages(found);
    return found;
  }

  /** Adds the pages on which an entry stands that was found. */
  _addPages(found) {
    const entries = [...found.keys()].sort((one, other) => one - other);
    for (const [page, ...runs] of this.index.head.lists) {
      for (let at = 0; at < runs.length && !found.has(page); at += 2) {
        const last = lastUpTo(entries, runs[at + 1]);
        if (last >= 0 && entries[last] >= runs[at]) found.set(page, PART);
      }
    }
  }

  async _listed(key) {
    const row = await this.index.row(key);
    return row ? fieldsOf(row) : [];
  }

  /** The fields that hold units side by side. */
  async _phrase(units) {
    let found;
    for (let at = 0; at < units.length; ) {
      const part = await this._part(units, at);
      if (!part) return [];
      if (part.fields) return part.fields;
      found = narrowed(found, part);
      if (found.size === 0) return [];
      at = part.end;
    }
    return found.keys();
  }

  /** A part of some units, from `at` or before to behind it, with the row of its places; or the fields of them all. */
  async _part(units, at) {
    let start = Math.min(at, Math.max(0, units.length - 2));
    let end = Math.min(units.length, at + 2);
    for (;;) {
      const gram = units.slice(start, end).join(" ");
      if (end - start === 1) return { fields: await this._listed(`1${gram}`) };
      const row = await this.index.row(`2${gram}`);
      if (!row) return undefined;
      if (row.length > 0) return { start, end, row };
      // The row would be too long: take one unit more, or the list of fields if there is no more.
      if (end < units.length) end += 1;
      else if (start > 0) start -= 1;
      else return { fields: await this._listed(`3${gram}`) };
    }
  }
}

/** Keeps of the places found so far those where a part of the phrase stands too. */
function narrowed(found, { row, start }) {
  const kept = new Map();
  for (const [field, places] of placesIn(row)) {
    if (found && !found.has(field)) continue;
    const starts = places.map((place) => place - start);
    const same = found ? starts.filter((one) => found.get(field).has(one)) : starts;
    if (same.length > 0) kept.set(field, new Set(same));
  }
  return kept;
}
