/* Finds what a query may have meant: words for the same thing, other spellings, pinyin, slips, any of several words. */

import { countedFields, fieldsOf, wordsOf } from "./index.js";
import { otherNumerals } from "./numerals.js";
import { NAMED, STEM } from "./search.js";
import { Vocabulary, joined, sortOf } from "./vocabulary.js";

/** How well an entry holds a word of the query: in its name or elsewhere, the word itself or another for it. */
const ITSELF = { named: 1, said: 0.7 };
const ANOTHER = { named: 0.8, said: 0.5 };
/** What a form of the word counts less than the very word. */
const LESS = 0.1;
/** A page that is found only by what stands on it. */
const LISTING = 0.2;
/** What a page counts that is about no record, or lists whatever there is. */
const GENERAL = 0.6;
/** Shares: of the best result's worth that a result must have, and of the query that a figure must hold to answer it. */
const WORTH_SHOWING = 0.4;
const ANSWERS = 0.7;
const MOST = 10;
const MOST_ANSWERS = 8;
const MOST_WORDS = 8;
/** Units of a query from which it is a sentence of the source if it is found, and pieces of one that are looked up. */
const LONG = 16;
const MOST_PIECES = 12;
/** Letters from which a Latin word may be a slip, or the beginning of one in pinyin. */
const SLIP = 5;
const BEGINNING = 3;

/** Whether a query asks for words exactly as they stand. */
export function isQuoted(query) {
  return /["“”„«»「」『』＂]/.test(query);
}

const opened = new WeakMap();

/** What may be meant in the search of a language; its vocabulary is fetched once. */
export function openSimilar(search) {
  if (!opened.has(search)) {
    const similar = search.index.similar().then((held) => new Similar(search, held));
    opened.set(search, similar);
    similar.catch(() => opened.delete(search)); // A reader who is back on line may ask again.
  }
  return opened.get(search);
}

class Similar {
  constructor(search, held) {
    this.search = search;
    this.held = held;
  }

  /** What a query may have meant: figures that answer it, other results, and the words by which they were found. */
  async find(query, exact = []) {
    const folded = this.search.fold(query);
    this.vocabulary = await this.vocabularyFor(folded.text);
    // What is there, and is long or has no other word for it, is what was meant.
    const isMore = (piece) => this.vocabulary.standsForMore(piece);
    if (exact.length > 0 && (folded.units().length > LONG || !this.vocabulary.cut(folded.text).some(isMore))) {
      return { answers: [], found: [], words: [], terms: [] };
    }
    const ways = await Promise.all([folded.text, ...otherNumerals(folded.text)].map((text) => this.tried(text)));
    const best = ways.reduce((one, other) => (other.sum > one.sum ? other : one));
    const answers = this.answers(best);
    const shown = new Set([...exact, ...answers]);
    const top = Math.max(0, ...best.worth.values());
    const found = [...best.worth]
      .filter(([entry, worth]) => worth >= top * WORTH_SHOWING && !shown.has(entry))
      .sort(([one, worth], [other, others]) => others - worth || one - other)
      .slice(0, MOST)
      .map(([entry]) => entry);
    const words = [...new Set(best.pieces.flatMap((piece) => piece.words))];
    const terms = this.search.termsOf(words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" "));
    return { answers, found, words, terms };
  }

  /** The vocabulary; on Chinese pages English words are known by their stems once there are letters in a query. */
  async vocabularyFor(text) {
    const stem = /[a-z]/.test(text) ? (await import("./english-stemmer.js")).stem : this.search.stem;
    return this.vocabulary && this.vocabulary.stem === stem ? this.vocabulary : new Vocabulary(this.search, stem, this.held);
  }

  /** The entries by what they are worth for one way to write the query. */
  async tried(text) {
    const pieces = (await Promise.all(this.vocabulary.cut(text).slice(0, MOST_PIECES).map((piece) => this.lookUp(piece)))).flat();
    const worth = new Map();
    for (const { entries, weight } of pieces) {
      for (const [entry, strength] of entries) worth.set(entry, (worth.get(entry) || 0) + strength * weight);
    }
    const needed = pieces.filter((piece) => piece.needed && piece.entries.size > 0);
    if (needed.length === 0) return { pieces, worth: new Map(), sum: 0 };
    // What holds nothing that was asked for is no result.
    for (const [entry, sum] of worth) {
      if (!needed.some((piece) => piece.entries.has(entry))) worth.delete(entry);
      else if (this.isGeneral(entry)) worth.set(entry, sum * GENERAL);
    }
    return { pieces, worth, sum: Math.max(0, ...worth.values()) };
  }

  /** Whether an entry is a page that many things stand on. */
  isGeneral(entry) {
    return this.search.index.kind(entry) === "page" || this.search.index.listedOn(entry).length > 0;
  }

  /** The figures that hold all that was asked for, if a figure was asked for. */
  answers({ pieces, worth }) {
    // Figures of other years are no answer.
    if (!pieces.some((piece) => piece.counting) || pieces.some((piece) => piece.other && piece.entries.size === 0)) return [];
    const needed = pieces.filter((piece) => piece.needed);
    const total = needed.reduce((sum, piece) => sum + piece.weight, 0);
    const share = (entry) =>
      needed.reduce((sum, piece) => sum + (piece.entries.has(entry) ? piece.weight : 0), 0) / total;
    const isSo = ({ measured }, entry) => !measured || measured.has(entry);
    const fits = [...worth.keys()].filter(
      (entry) =>
        this.search.index.kind(entry) === "figure" &&
        share(entry) >= ANSWERS &&
        pieces.every((piece) => isSo(piece, entry)),
    );
    const most = Math.max(0, ...fits.map(share));
    let best = fits.filter((entry) => share(entry) === most);
    // Of several, those that are called by the very words asked for, and those of the time asked for.
    const several = pieces.filter((piece) => piece.needed || piece.counting).length > 1;
    for (const piece of pieces) {
      if (!piece.time && !(piece.needed && several)) continue;
      const closer = best.filter((entry) => piece.entries.get(entry) >= (piece.time ? 0 : ITSELF.named));
      if (closer.length > 0) best = closer;
    }
    return best.sort((one, other) => worth.get(other) - worth.get(one) || one - other).slice(0, MOST_ANSWERS);
  }

  /** What entries hold a piece of the query. */
  async lookUp(piece) {
    if (piece.skipped) return [];
    if (piece.counting) return [nothing({ counting: true })];
    if (piece.means) return [await this.literal([joined(piece.units), piece.means], ANOTHER)];
    if (piece.group !== undefined) return [await this.group(piece)];
    if (piece.time) {
      const { other } = piece;
      return [{ ...(await this.literal([joined(piece.units)])), needed: false, time: true, other, words: [] }];
    }
    const text = joined(piece.units);
    if (sortOf(piece.units[0]) === "latin") return this.latin(text);
    if (piece.units.every((unit) => sortOf(unit) === "digit")) return [await this.literal([text])];
    return this.han(piece.units);
  }

  /** A word of a group of synonyms: what holds it, and what holds another of them. */
  async group({ word, group, units }) {
    const [held, , measures] = this.held.groups[group];
    const [itself, row, figures] = await Promise.all([
      this.literal(held.includes(word) ? [joined(units)] : []),
      this.search.index.row(`4${group}`),
      measures ? this.search.index.row(`4${group}=`) : undefined,
    ]);
    const measured = measures ? new Set(figures ? fieldsOf(figures) : []) : undefined;
    const { count, fields } = countedFields(row);
    const entries = new Map();
    for (const field of fields) {
      const strength = field % 2 === 0 ? ANOTHER.named : ANOTHER.said;
      entries.set(field >> 1, Math.max(strength, entries.get(field >> 1) || 0));
    }
    for (const [entry, strength] of itself.entries) entries.set(entry, Math.max(strength, entries.get(entry) || 0));
    const words = [...itself.words, ...held.slice(0, MOST_WORDS)];
    const weight = this.weight(Math.max(count, itself.entries.size));
    return { entries, weight, needed: true, counting: measures > 0, measured, words };
  }

  /** Entries that hold one of some words as it stands. */
  async literal(words, strengths = ITSELF) {
    const entries = new Map();
    const held = [];
    for (const word of words) {
      const [term] = this.search.termsOf(word.includes(" ") ? `"${word}"` : word);
      const found = term ? await this.search.holding(term) : new Map();
      if (found.size > 0) held.push(word);
      for (const [entry, worth] of found) {
        entries.set(entry, Math.max(this.strength(entry, worth, strengths), entries.get(entry) || 0));
      }
    }
    return { entries, weight: this.weight(entries.size), needed: true, words: held };
  }

  strength(entry, worth, { named, said }) {
    if (worth > NAMED) return worth > NAMED + STEM ? named : named - LESS;
    return this.search.index.listedOn(entry).length > 0 ? LISTING : said;
  }

  /** Rare words count for more. */
  weight(count) {
    return Math.log(1 + this.held.count / Math.max(1, count));
  }

  /** A Latin word: itself, one that differs by a letter, or Chinese words that are spelt so. */
  async latin(word) {
    const itself = await this.literal([word]);
    if (itself.entries.size > 0) return [itself];
    const meant = this.search.index.head.stems ? [] : await this.spelt(word);
    const known = meant.map((one) => this.vocabulary.of(one)).find((one) => one && one.group !== undefined);
    if (known) return [await this.group(known)];
    return [await this.literal(meant.length > 0 ? meant : await this.slipOf(word), ANOTHER)];
  }

  /** The words that are written so in pinyin, or begin so. */
  async spelt(letters) {
    const whole = await this.search.index.words(`5${letters}`);
    if (whole.length > 0 || letters.length < BEGINNING) return whole.slice(0, 3);
    const longer = await this.search.index.rows(`5${letters}`);
    return [...new Set(longer.flatMap((row) => wordsOf(row).slice(0, 1)))].slice(0, 3);
  }

  /** The words of the site that differ from a Latin word by one letter. */
  async slipOf(word) {
    if (word.length < SLIP) return [];
    const lengths = [word.length, word.length + 1, word.length - 1];
    const near = await Promise.all(lengths.map((length) => this.search.index.words(`6${word[0]}${length}`)));
    return near.flat().filter((other) => differByOne(word, other)).slice(0, 3);
  }

  /** A run of characters that the vocabulary does not know: whole, else in parts. */
  async han(units) {
    const text = units.join("");
    const known = units.length === 1 && this.vocabulary.of(text);
    if (known) return this.lookUp(known);
    if (units.length === 1) return []; // One character says too little.
    const whole = await this.literal([text]);
    if (whole.entries.size > 0) return [whole];
    const parts = this.vocabulary.apart(units);
    if (parts.length > 1) return (await Promise.all(parts.map((part) => this.han(part)))).flat();
    const pairs = await Promise.all(
      units.slice(1, MOST_PIECES).map(async (unit, at) => {
        const itself = await this.literal([units[at] + unit]);
        if (itself.entries.size > 0) return itself;
        return this.literal(await this.soundingLike([units[at], unit]), ANOTHER);
      }),
    );
    const across = await Promise.all(
      units.slice(2, MOST_PIECES).map(async (unit, at) => {
        if (pairs[at].entries.size > 0 || pairs[at + 1].entries.size > 0) return nothing();
        return this.literal(await this.search.index.words(`6${units[at]}?${unit}`), ANOTHER);
      }),
    );
    const held = [...pairs, ...across].filter((part) => part.entries.size > 0);
    return held.length > 0 ? held : [nothing({ needed: true })];
  }

  /** Words of the site that sound like two characters and share one of them: 河蟹 for 河解. */
  async soundingLike(pair) {
    const [first, second] = await Promise.all(pair.map((char) => this.search.index.words(`6${char}`)));
    const spellings = first.flatMap((one) => second.map((other) => `5${one}${other}`));
    const words = await Promise.all(spellings.map((spelling) => this.search.index.words(spelling)));
    return words.flat().filter((word) => word.length === 2 && pair.some((char, at) => word[at] === char)).slice(0, 3);
  }


}

/** A piece of a query that nothing holds. */
function nothing(more = {}) {
  return { entries: new Map(), weight: 1, needed: false, words: [], ...more };
}

/** Whether two words differ by one letter: another, one more, one less, or two that have changed places. */
export function differByOne(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return one !== other;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
