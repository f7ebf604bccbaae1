/* Finds what a query may have meant: words for the same thing, other spellings, pinyin, slips, any of several words. */

import { NUMERALS, asEach } from "./excerpt.js";
import { fieldsOf } from "./index_reader.js";
import { ANOTHER, ITSELF, MOST_PIECES, Pieces, WEAK } from "./pieces.js";
import { UNKNOWN, Vocabulary, apart, joined } from "./vocabulary.js";

/** What a page counts that is about no record, or lists whatever there is. */
const GENERAL = 0.5;
/** Shares: of the best result's worth that a result must have, of the query that a figure must hold to answer it, and of
    the query that must be known for anything to be shown: what is mostly unknown is asked of another site. */
const WORTH_SHOWING = 0.4;
const ANSWERS = 0.7;
const KNOWN = 0.5;
/** What a word that many entries hold counts at least, in words as rare as can be. */
const COMMON = 0.55;
const MOST = 10;
const MOST_ANSWERS = 8;
/** Units of a query from which it is a sentence of the source if it is found. */
const LONG = 16;
/** Results from which on what is there is enough, if no word of the query has another for it; words that, where they stand
    together, are enough of a query. */
const FEW = 3;

/** Whether a query asks for words exactly as they stand: quotation marks within other words are theirs. */
function isQuoted(query) {
  return /(^|\s)["“„«「『＂][^"“”„«»「」『』＂]+["“”„»」』＂](?=\s|$)/.test(query);
}

/** Whether what is there is what was meant, whatever the vocabulary says: words in quotation marks, numbers that are found. */
export function isLiteral(search, query, exact) {
  return isQuoted(query) || (exact.length >= FEW && /^[0-9., ]+$/.test(search.fold(query).text));
}

/** What a text with a number holds: of English ones the ends of their words are enough. */
const MAYBE_NUMBER = new RegExp(`[${NUMERALS}]|(two|three|four|five|six|ven|eight|nine|ten|twelve|teen|ty|red|and|llion|cent)(?![a-z])`);
/** The number of a sentence, and a year. */
const NUMBERED = /^s[0-9]+( [0-9]+)?$/;
const YEAR = /^ *(19|20)[0-9]{2} *年?[度份]? *$/;
/** What is meant by a query of which too little is known. */
const NONE = { first: [], answers: [], found: [], words: [], terms: [], asked: [], parts: [] };

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
    Object.assign(this, { search, held });
  }

  /** What a query may have meant: the page of the site that it asks for, figures that answer it, other results, and the
      words by which they were found; where too little of it is known, those of its words that are. */
  async find(query, exact = []) {
    const numbered = await this.numbered(query);
    if (numbered.length > 0) return { ...NONE, first: numbered };
    const told = exact.length > 0 ? query : this.insteadOfYear(query);
    const folded = this.search.fold(told);
    this.vocabulary = await this.vocabularyFor(folded.text);
    this.pieces = new Pieces(this.search, this.held, this.vocabulary);
    // What is there, and is long or has no other word for it, is what was meant.
    const isSaid = exact.length >= FEW && !exact.every((entry) => this.isGeneral(entry));
    const cut = this.vocabulary.cut(folded.text);
    const isPlain = isSaid && !cut.some((piece) => this.vocabulary.standsForMore(piece));
    const explained = await this.explainedTerm(folded, cut, exact);
    if (exact.length > 0 && (folded.units().length > LONG || isPlain)) return explained || NONE;
    const inOne = await this.inOne(folded.text);
    const ways = await Promise.all((await waysToWrite(folded)).map((text) => this.tried(text)));
    const isElsewhere = ways[0].pieces.some((piece) => piece.unknown >= UNKNOWN.absent);
    const isBetter = (one, other) => other.sum * other.known > one.sum * one.known;
    const likeliest = isElsewhere ? ways[0] : ways.reduce((one, other) => (isBetter(one, other) ? other : one));
    // What is a name as one word is not what its syllables are; a number of which 万 may be missing is better than nothing.
    const best = (await this.firstKnown(inOne)) || (likeliest.sum > 0 ? likeliest : await this.tried(folded.text));
    const overview = this.overview(best.pieces);
    if (exact.length === 0 && best.known <= KNOWN && overview.length === 0) return this.ofParts(this.partsOf(best.pieces));
    const pages = overview.length > 0 ? overview : explained ? explained.first : this.pagesAskedFor(best.pieces);
    const pagesAsked = pages.filter((page) => page !== exact[0]);
    const answers = pagesAsked.length > 0 ? [] : this.answers(best);
    const first = pagesAsked.length + answers.length > 0 ? pagesAsked : this.placeBeside(exact, best);
    const shown = new Set([...first, ...exact, ...answers]);
    const isPage = pagesAsked.length > 0 && best.pieces.filter(isNeeded).every(({ page }) => typeof page === "number");
    const top = Math.max(0, ...best.worth.values());
    const found = (told === query ? [...best.worth] : [])
      .filter(([entry, worth]) => worth >= top * WORTH_SHOWING && !shown.has(entry) && (!isPage || saying(best.pieces, entry)))
      .sort(([one, worth], [other, others]) => others - worth || one - other)
      .slice(0, MOST)
      .map(([entry]) => entry);
    const words = wordsBy(best.pieces);
    const asked = best.pieces
      .filter((piece) => piece.words.length > 0)
      .map((piece) => ({ terms: this.termsOf(piece.words), weight: piece.weight }));
    return { first, answers, found, words, terms: this.termsOf(words), asked, parts: [] };
  }

  /** The sentences of documents that have a number, for who asks for it as it stands beside figures: s5-4. */
  async numbered(query) {
    const text = this.search.fold(query).text.trim();
    const row = NUMBERED.test(text) ? await this.search.index.row(`7${text.replace(" ", "-")}`) : undefined;
    return row ? [...fieldsOf(row)].map((field) => field >> 1).slice(0, MOST_ANSWERS) : [];
  }

  /** A query; where it is a year, and no document states one, that word for the year by which this is said. */
  insteadOfYear(query) {
    const { groups, year } = this.held;
    const [word] = year === null ? [] : groups[year].slice(0, 2).flatMap(apart);
    return word && YEAR.test(this.search.fold(query).text) ? word : query;
  }

  /** A folded text with two of its Latin words in one, where the site holds that, Lan Guang for Languang; in Chinese the
      syllables of names. */
  async inOne(text) {
    if (!this.search.index.head.stems) return this.vocabulary.isLatin ? (await import("./pinyin.js")).together(text) : [];
    const words = text.split(" ").filter(Boolean).slice(0, MOST_PIECES);
    const ways = words.slice(1).map((word, at) => [...words.slice(0, at), words[at] + word, ...words.slice(at + 2)]);
    const rows = await Promise.all(ways.map((way, at) => this.search.index.row(`1${way[at]}`)));
    return ways.filter((_, at) => rows[at]).map((way) => way.join(" "));
  }

  /** The terms of some words, each to be found as it stands. */
  termsOf(words) {
    return this.search.termsOf(words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" "));
  }

  /** Where a query is a term that is explained, or asks what it means, the page that explains it; not where something on
      the site is called so, which comes first by itself. */
  async explainedTerm(folded, cut, exact) {
    const { glossary } = this.held;
    const units = cut.filter((piece) => !piece.skipped && !piece.defining).flatMap((piece) => piece.units);
    if (glossary === null || exact[0] === glossary || !this.vocabulary.explains(units)) return undefined;
    const { title } = exact.length > 0 ? await this.search.index.text(exact[0]) : {};
    if (title && this.search.fold(title).text === folded.text) return undefined;
    const words = [joined(units)];
    const terms = this.termsOf(words);
    return { ...NONE, first: [glossary], words, terms, asked: [{ terms, weight: 1 }] };
  }

  /** The first of some ways to write a query of which all is known. */
  async firstKnown(ways) {
    for (const text of ways) {
      const found = await this.tried(text);
      if (found.known === 1) return found;
    }
    return undefined;
  }

  /** For each piece of a query that is held one word of the site that is not too short to be looked for. */
  partsOf(pieces) {
    const isWord = this.search.index.head.stems ? /^[ -~]{2,}$/ : /^.{2,}$/;
    const words = pieces.filter((piece) => piece.needed).map((piece) => piece.words.find((word) => isWord.test(word)));
    return [...new Set(words.filter(Boolean))];
  }

  /** What is said of the parts of a query of which too little is known: where so many stand together that this is what was
      meant, else which they are. */
  async ofParts(parts) {
    const terms = this.termsOf(parts);
    const together = parts.length >= FEW ? await this.search.find(terms) : [];
    const found = together.filter((entry) => !this.isGeneral(entry) && this.search.index.kind(entry) !== "source");
    if (found.length === 0) return { ...NONE, parts };
    return { ...NONE, found: found.slice(0, MOST), words: parts, terms, asked: asEach(terms) };
  }

  /** The pages that say what was done, for who asks for that and names nothing but the bureau and a time. */
  overview(pieces) {
    const unknown = pieces.reduce((sum, piece) => sum + (piece.unknown || 0), 0);
    const isNamed = pieces.some((piece) => isNeeded(piece) && !piece.itself);
    return pieces.some((piece) => piece.deed) && !isNamed && unknown < UNKNOWN.number ? this.held.overview : [];
  }

  /** The pages of the site that a query asks for, two at most: what else it names must stand there. Who asks what words
      mean asks for the page that explains them. */
  pagesAskedFor(pieces) {
    const needed = pieces.filter((piece) => isNeeded(piece) && !piece.weak);
    const isAsked = ({ page }) => typeof page === "number";
    const asking = needed.filter(isAsked).sort((one, other) => other.weight - one.weight);
    const pages = [...new Set(asking.map(({ page }) => page))];
    const others = needed.filter((piece) => !isAsked(piece));
    const { glossary } = this.held;
    const isExplained = pieces.some((piece) => piece.defining) && others.length > 0 && others.every(({ entries }) => entries.has(glossary));
    if (pages.length === 0 && isExplained) return [glossary];
    if (others.length > 0 && pieces.some((piece) => piece.counting || piece.unknown >= UNKNOWN.absent)) return [];
    return pages.length > 2 ? [] : pages.filter((page) => others.every(({ entries }) => entries.has(page)));
  }

  /** Where the very words stand on no page but those that hold a bit of everything, the place that holds them all in
      some form. */
  placeBeside(exact, { pieces, worth }) {
    if (exact.length === 0 || !exact.every((entry) => this.isGeneral(entry))) return [];
    const needed = pieces.filter((piece) => piece.needed && !piece.weak);
    const whole = [...worth].filter(([entry]) => !this.isGeneral(entry) && needed.every((piece) => piece.entries.has(entry)));
    return whole.sort(([one, sum], [other, others]) => others - sum || one - other).slice(0, 1).map(([entry]) => entry);
  }

  /** The vocabulary; on Chinese pages English words are known, and by their stems, once there are letters in a query. */
  async vocabularyFor(text) {
    const isLatin = /[a-z]/.test(text);
    if (this.vocabulary && this.vocabulary.isLatin === isLatin) return this.vocabulary;
    const { index, stem } = this.search;
    if (!isLatin || index.head.stems) return new Vocabulary(this.search, stem, this.held, isLatin);
    const [english, pinyin, latin] = await Promise.all([import("./english-stemmer.js"), import("./pinyin.js"), index.latin()]);
    return new Vocabulary(this.search, english.stem, pinyin.withLatin(this.held, latin), isLatin);
  }

  /** The entries by what they are worth for one way to write the query. */
  async tried(text) {
    const cut = await this.pieces.withNames(this.vocabulary.cut(text).slice(0, MOST_PIECES));
    const common = await this.pieces.commonGroups(cut);
    const pieces = (await Promise.all(cut.map((piece) => this.pieces.lookUp(piece, cut.length === 1, common)))).flat();
    const worth = new Map();
    const needed = pieces.filter(isNeeded);
    const isExplained = needed.some((piece) => !piece.weak && piece.entries.has(this.held.glossary));
    for (const { entries, weight, defining } of pieces) {
      if (defining && !isExplained) continue;
      for (const [entry, strength] of entries) worth.set(entry, (worth.get(entry) || 0) + strength * weight);
    }
    if (needed.length === 0) return { pieces, worth: new Map(), sum: 0, known: 0 };
    // What holds nothing that was asked for is no result.
    for (const [entry, sum] of worth) {
      if (!needed.some((piece) => piece.entries.has(entry))) worth.delete(entry);
      else if (this.isGeneral(entry) && !isCalled(needed, entry)) worth.set(entry, sum * GENERAL);
    }
    return { pieces, worth, sum: Math.max(0, ...worth.values()), known: this.shareKnown(pieces, needed) };
  }

  /** Some of the first entries, so that none of a page stands before the likeliest of each: of twice as many as are
      shown at most, and of no more than it takes. */
  async ofDifferentPages(entries, count) {
    await Promise.all(entries.slice(0, count).map((entry) => this.search.index.text(entry)));
    const pages = new Map();
    const others = [];
    let at = 0;
    for (; at < Math.min(entries.length, 2 * count) && pages.size < count; at += 1) {
      const [page] = (await this.search.index.text(entries[at])).address.split("#");
      if (pages.has(page)) others.push(entries[at]);
      else pages.set(page, entries[at]);
    }
    return [...pages.values(), ...others, ...entries.slice(at)];
  }

  /** How much of a query is known: what is not counts as the rarest word would, and so do a
      number and a long name. */
  shareKnown(pieces, needed) {
    const rarest = this.pieces.weight(1);
    const share = ({ weight, weak, exactly }) => (exactly ? 1 : Math.max(weight / rarest, COMMON * (weak ? WEAK : 1)));
    const known = needed.reduce((sum, piece) => sum + share(piece), 0);
    const unknown = pieces.reduce((sum, piece) => sum + (piece.unknown || 0), 0);
    return known / (known + unknown);
  }

  /** Whether an entry is a page that many things stand on. */
  isGeneral(entry) {
    return this.search.index.kind(entry) === "page" || this.search.index.listedOn(entry).length > 0;
  }

  /** The figures that hold all that was asked for, if a figure was asked for. */
  answers({ pieces, worth }) {
    // Figures of other years are no answer, nor are others to who asks for a number that is nowhere.
    const isOther = ({ defining, other, entries, unknown }) => defining || (other && entries.size === 0) || unknown >= UNKNOWN.number;
    if (!pieces.some((piece) => piece.counting) || pieces.some(isOther)) return [];
    const needed = pieces.filter((piece) => piece.needed && !piece.common);
    const total = needed.reduce((sum, piece) => sum + piece.weight, 0);
    const share = (entry) =>
      needed.reduce((sum, piece) => sum + (piece.entries.has(entry) ? piece.weight : 0), 0) / total;
    const isSo = ({ each, entries, measured }, entry) => (!measured || measured.has(entry)) && (!each || entries.get(entry) >= ANOTHER.named);
    const fits = [...worth.keys()].filter(
      (entry) =>
        this.search.index.kind(entry) === "figure" &&
        share(entry) >= ANSWERS &&
        pieces.every((piece) => isSo(piece, entry)),
    );
    const most = Math.max(0, ...fits.map(share));
    let best = fits.filter((entry) => share(entry) === most);
    // Of several, those that are called by the very words asked for, the rarest first, and those of the time asked for.
    const several = pieces.filter((piece) => piece.needed || piece.counting).length > 1;
    for (const piece of [...pieces].sort((one, other) => other.weight - one.weight)) {
      if (!piece.time && !(piece.needed && several)) continue;
      const closer = best.filter((entry) => piece.entries.get(entry) >= (piece.time ? 0 : ITSELF.named));
      if (closer.length > 0) best = closer;
    }
    return best.sort((one, other) => worth.get(other) - worth.get(one) || one - other).slice(0, MOST_ANSWERS);
  }
}

/** The ways to write a folded text; what knows numbers is fetched for those that may hold one. */
async function waysToWrite(folded) {
  return MAYBE_NUMBER.test(folded.text) ? (await import("./numerals.js")).waysToWrite(folded) : [folded.text];
}

/** The words by which pieces of a query were found. */
function wordsBy(pieces) {
  return [...new Set(pieces.flatMap((piece) => piece.words))];
}

/** Whether a piece of a query is asked for and held somewhere. */
function isNeeded({ needed, entries }) {
  return needed && entries.size > 0;
}

/** Whether an entry holds a very word of a query, all of which asks for pages of the site: others for it are on these. */
function saying(pieces, entry) {
  return pieces.some(({ own }) => own && own.has(entry));
}

/** Whether an entry is called by something that was asked for. */
function isCalled(needed, entry) {
  return needed.some((piece) => piece.entries.get(entry) >= ANOTHER.named);
}
