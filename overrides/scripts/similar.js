/* Finds what a query may have meant: words for the same thing, other spellings, pinyin, slips, any of several words. */

import { NUMERALS, asEach } from "./excerpt.js";
import { countedFields, fieldsOf, wordsOf } from "./index_reader.js";
import { NAMED, PART, STEM } from "./search.js";
import { UNKNOWN, Vocabulary, apart, joined, sortOf } from "./vocabulary.js";

/** How well an entry holds a word of the query: in its name or elsewhere, the word itself or another for it. */
const ITSELF = { named: 1, said: 0.7 };
const ANOTHER = { named: 0.8, said: 0.5 };
/** What a form of the word counts less than the very word. */
const LESS = 0.1;
/** What holds but a part of a word that nothing holds: 合作 of 校企合作. */
const PARTLY = 0.3;
/** A page that is found only by what stands on it. */
const LISTING = 0.2;
/** What a page counts that is about no record, or lists whatever there is. */
const GENERAL = 0.5;
/** Shares: of the best result's worth that a result must have, of the query that a figure must hold to answer it, and of
    the query that must be known for anything to be shown: what is mostly unknown is asked of another site. */
const WORTH_SHOWING = 0.4;
const ANSWERS = 0.7;
const KNOWN = 0.5;
/** What a word that many entries hold counts at least, in words as rare as can be. */
const COMMON = 0.55;
/** What a word counts that says little beside others. */
const WEAK = 0.4;
/** Entries that hold the words of a query which are looked up for it, all together: of the groups of words that more hold,
    the commonest, the likeliest entries are enough. */
const MANY = 50000;
/** How a group is marked that names the bureau itself. */
const ITS_OWN = 2;
const MOST = 10;
const MOST_ANSWERS = 8;
const MOST_WORDS = 8;
/** Units of a query from which it is a sentence of the source if it is found, and pieces of one that are looked up. */
const LONG = 16;
const MOST_PIECES = 12;
/** Results from which on what is there is enough, if no word of the query has another for it; words that, where they stand
    together, are enough of a query. */
const FEW = 3;
/** Letters from which a Latin word may be a slip, or the beginning of one in pinyin, have a stem, or begin a longer word:
    mill is none of a million. */
const SLIP = 5;
const BEGINNING = 3;
const LONGER = 4;
const BEGUN = 5;
/** Characters of a word that may be written as it sounds, ways to read them that are tried, and those that may be wrong. */
const SOUNDED = 6;
/** Units of a word from which it names one thing only. */
const NAME = 5;
const READINGS = 6;
const WRONG = 2;

/** Whether a query asks for words exactly as they stand: quotation marks within other words are theirs. */
function isQuoted(query) {
  return /(^|\s)["“„«「『＂][^"“”„«»「」『』＂]+["“”„»」』＂](?=\s|$)/.test(query);
}

/** Whether what is there is what was meant, whatever the vocabulary says: words in quotation marks, numbers that are found. */
export function isLiteral(search, query, exact) {
  return isQuoted(query) || (exact.length >= FEW && /^[0-9., ]+$/.test(search.fold(query).text));
}

/** A number by itself; what a text with a number holds: of English ones the ends of their words are enough. */
const ALL_NUMERALS = new RegExp(`^[${NUMERALS}]+$`);
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
    this.search = search;
    this.held = held;
  }

  /** What a query may have meant: the page of the site that it asks for, figures that answer it, other results, and the
      words by which they were found; where too little of it is known, those of its words that are. */
  async find(query, exact = []) {
    const numbered = await this.numbered(query);
    if (numbered.length > 0) return { ...NONE, first: numbered };
    const told = exact.length > 0 ? query : this.insteadOfYear(query);
    const folded = this.search.fold(told);
    this.vocabulary = await this.vocabularyFor(folded.text);
    // What is there, and is long or has no other word for it, is what was meant.
    const isMore = (piece) => this.vocabulary.standsForMore(piece);
    const isSaid = exact.length >= FEW && !exact.every((entry) => this.isGeneral(entry));
    const cut = this.vocabulary.cut(folded.text);
    const isPlain = isSaid && !cut.some(isMore);
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
    const cut = await this.withNames(this.vocabulary.cut(text).slice(0, MOST_PIECES));
    const common = await this.commonGroups(cut);
    const pieces = (await Promise.all(cut.map((piece) => this.lookUp(piece, cut.length === 1, common)))).flat();
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

  /** Pieces of a query with a character that is no word and the word behind it in one, where the site holds both side by
      side: 蓝光电子 is a name, and no 光电子. */
  async withNames(cut) {
    const isName = async ({ units }, at) => {
      const next = cut[at + 1];
      if (units.length > 1 || sortOf(units[0]) !== "han" || !next || next.group === undefined || this.vocabulary.of(units[0])) return false;
      return (await this.literal([joined([...units, ...next.units])])).entries.size > 0;
    };
    const names = await Promise.all(cut.map(isName));
    return cut
      .map((piece, at) => (names[at] ? { units: [...piece.units, ...cut[at + 1].units] } : piece))
      .filter((piece, at) => !names[at - 1]);
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
    const rarest = this.weight(1);
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

  /** What entries hold a piece of the query. */
  async lookUp(piece, alone = true, common) {
    if (piece.deed) return [nothing({ deed: true })];
    if (piece.skipped) return [];
    if (piece.unknown) return [nothing({ needed: true, unknown: piece.unknown })];
    if (piece.defining) return [this.explained()];
    if (piece.counting) return [nothing({ counting: true })];
    if (piece.each) return [{ ...(await this.literal([joined(piece.units)])), needed: false, each: true, words: [] }];
    if (piece.means) {
      const found = await this.literal([joined(piece.units), piece.means], ANOTHER);
      return found.entries.size > 0 ? [found] : this.han(piece.units);
    }
    if (piece.group !== undefined) return [await this.group(piece, common)];
    if (piece.time) {
      const { other } = piece;
      const found = await this.literal([joined(piece.units)]);
      const unknown = other && found.entries.size === 0 ? UNKNOWN.absent : 0;
      return [{ ...found, needed: false, time: true, other, unknown, words: [] }];
    }
    const text = joined(piece.units);
    if (sortOf(piece.units[0]) === "latin") return this.latin(text);
    if (/^[0-9]$/.test(text)) return [{ ...(await this.literal([text])), needed: alone }];
    if (piece.units.every((unit) => sortOf(unit) === "digit")) return [orUnknown({ ...(await this.literal([text])), exactly: true }, UNKNOWN.number)];
    return this.han(piece.units);
  }

  /** The page that explains words, for who asks what one means. */
  explained() {
    const { glossary } = this.held;
    const entries = new Map(glossary === null ? [] : [[glossary, ITSELF.named]]);
    return { entries, weight: this.weight(1), needed: false, defining: true, words: [] };
  }

  /** Of the groups of words in a query the commonest: those that are left once the rarer ones are held by as many entries
      as are looked up. One is looked up in any case. */
  async commonGroups(cut) {
    const groups = [...new Set(cut.map((piece) => piece.group).filter((group) => group !== undefined))];
    const rows = await Promise.all(groups.map((group) => this.search.index.row(`4${group}`)));
    const counts = new Map(groups.map((group, at) => [group, countedFields(rows[at]).count]));
    const rising = groups.sort((one, other) => counts.get(one) - counts.get(other));
    let held = 0;
    return new Set(rising.filter((group, at) => (held += counts.get(group)) > MANY && at > 0));
  }

  /** A word of a group of synonyms: what holds it, and what holds another of them; of a `common` one the likeliest. */
  async group({ word, group, units }, common = new Set()) {
    const [words, , measures, weak, page] = this.held.groups[group];
    const held = apart(words);
    const [row, figures] = await Promise.all([
      this.search.index.row(`4${group}`),
      measures ? this.search.index.row(`4${group}=`) : undefined,
    ]);
    const measured = measures ? new Set(figures ? fieldsOf(figures) : []) : undefined;
    const { count, fields } = countedFields(row);
    const isHeld = held.includes(word);
    const isCommon = isHeld && common.has(group);
    const itself = isCommon ? nothing({ words: [joined(units)] }) : await this.literal(isHeld ? [joined(units)] : []);
    const entries = new Map();
    for (const field of fields) {
      const strength = field % 2 === 0 ? ANOTHER.named : ANOTHER.said;
      entries.set(field >> 1, Math.max(strength, entries.get(field >> 1) || 0));
    }
    for (const [entry, strength] of itself.entries) entries.set(entry, Math.max(strength, entries.get(entry) || 0));
    const weight = this.weight(Math.max(count, itself.entries.size)) * (weak ? WEAK : 1);
    if (itself.entries.size === 0 && !isCommon) {
      for (const entry of await this.holdingPart(units, group)) if (!entries.has(entry)) entries.set(entry, PARTLY);
    }
    return {
      entries,
      weight,
      needed: true,
      exactly: !weak && units.length >= NAME,
      counting: measures > 0,
      measured,
      common: isCommon,
      words: [...itself.words, ...held.slice(0, MOST_WORDS)],
      weak: weak > 0,
      itself: weak === ITS_OWN,
      page,
      own: itself.entries,
    };
  }

  /** The entries that hold what a word of another group within a word stands for. */
  async holdingPart(units, group) {
    const within = this.vocabulary.groupsWithin(units).filter((other) => other !== group && !this.held.groups[other][3]);
    const rows = await Promise.all(within.map((other) => this.search.index.row(`4${other}`)));
    return rows.filter(Boolean).flatMap((row) => countedFields(row).fields.map((field) => field >> 1));
  }

  /** Entries that hold one of some words as it stands; `isWhole` says that longer words are others. */
  async literal(words, strengths = ITSELF, isWhole = false) {
    const entries = new Map();
    const held = [];
    for (const word of words) {
      const [term] = this.search.termsOf(word.includes(" ") ? `"${word}"` : word);
      const all = term ? [...(await this.search.holding(term, isWhole ? [] : undefined))] : [];
      // A number within a longer one is another number.
      const found = term && (isWhole || term.number) ? all.filter(([, worth]) => worth % NAMED > PART) : all;
      if (found.length > 0) held.push(word);
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
    if (word.length === 1) return []; // One letter says too little.
    // Few letters begin too many words.
    const itself = await this.literal([word.length < LONGER ? `"${word}"` : word], ITSELF, word.length < BEGUN);
    if (itself.entries.size > 0) return [{ ...itself, words: [word] }];
    const meant = this.search.index.head.stems ? await this.search.index.words(`5${word}`) : await this.spelt(word);
    const known = meant.map((one) => this.vocabulary.of(one)).find((one) => one && one.group !== undefined);
    if (known) return [await this.group(known)];
    return [orUnknown(await this.literal(meant.length > 0 ? meant : await this.slipOf(word), ANOTHER), UNKNOWN.word)];
  }

  /** The words that are written so in pinyin, or begin so. */
  async spelt(letters) {
    const exact = await this.search.index.words(`5${letters}`);
    const bare = (await import("./pinyin.js")).alike(letters);
    const like = exact.length > 0 ? [] : (await Promise.all([`5=${bare}`, `5${bare}`].map((key) => this.search.index.words(key)))).flat();
    const whole = [...exact, ...like];
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

  /** A run of characters that the vocabulary does not know: whole, as it sounds, else in parts. */
  async han(units, alone = true) {
    const text = units.join("");
    const known = units.length === 1 && this.vocabulary.of(text);
    if (known) return this.lookUp(known);
    if (units.length === 1) return [nothing({ unknown: alone ? 0 : UNKNOWN.char })]; // One character says too little.
    const whole = await this.literal([text]);
    if (whole.entries.size > 0) return [{ ...whole, exactly: units.length >= NAME }];
    if (ALL_NUMERALS.test(text)) return [nothing({ needed: true, unknown: UNKNOWN.number })];
    const sounding = await this.soundingLike(units);
    if (sounding.length > 0) return this.meaning(sounding, units.length);
    const parts = this.vocabulary.apart(units);
    if (parts.length > 1) return (await Promise.all(parts.map((part) => this.han(part, false)))).flat();
    const longest = await this.aroundLongest(units.slice(0, MOST_PIECES));
    return longest.length > 0 ? longest : this.pairs(units);
  }

  /** The longest part of a run that is held, with what stands before it and behind; nothing if that is no more than a
      pair. */
  async aroundLongest(units) {
    for (let length = units.length - 1; length > 2; length -= 1) {
      for (let start = 0; start + length <= units.length; start += 1) {
        const held = await this.literal([units.slice(start, start + length).join("")]);
        if (held.entries.size === 0) continue;
        const sides = [units.slice(0, start), units.slice(start + length)].filter((side) => side.length > 0);
        return [held, ...(await Promise.all(sides.map((side) => this.han(side, false)))).flat()];
      }
    }
    return [];
  }

  /** What words that were meant stand for, of so many characters. */
  async meaning(words, length) {
    const known = words.map((one) => this.vocabulary.of(one)).find((one) => one && one.group !== undefined);
    return [known ? await this.group(known) : orUnknown(await this.literal(words, ANOTHER), length * UNKNOWN.char)];
  }

  /** A run of characters pair by pair; what one or two wrong characters keep from being found is made up for. */
  async pairs(units) {
    const few = units.slice(0, MOST_PIECES);
    const pairs = await Promise.all(few.slice(1).map((unit, at) => this.literal([few[at] + unit])));
    const isHeld = (at) => Boolean(pairs[at] && pairs[at].entries.size > 0);
    const isIn = (at) => isHeld(at - 1) || isHeld(at);
    const left = few.filter((unit, at) => !isIn(at)).length;
    const held = pairs.filter((one) => one.entries.size > 0);
    if (left === 0) return held;
    const isSlip = left <= WRONG && (held.length > 0 || units.length === 2);
    const made = !isSlip && units.length !== 3 ? [] : await Promise.all(few.slice(1).map((unit, at) => this.mended(few, at, isIn, isSlip)));
    const mended = made.filter((one) => one && one.entries.size > 0);
    const unknown = mended.length > 0 ? 0 : left * UNKNOWN.char;
    return [...held, ...mended, nothing({ needed: unknown > 0, unknown })];
  }

  /** What is meant by two characters, or by three with another in the middle, of which one is in no pair that is held. */
  async mended(units, at, isIn, isSlip) {
    if (isIn(at) && isIn(at + 1)) return undefined;
    const sounding = isSlip ? await this.soundingLike(units.slice(at, at + 2)) : [];
    if (sounding.length > 0 || at + 2 >= units.length) return this.literal(sounding, ANOTHER);
    return this.literal(await this.search.index.words(`6${units[at]}?${units[at + 2]}`), ANOTHER);
  }

  /** Words of the site that sound like some characters and share one of them: 河蟹 for 河解. */
  async soundingLike(units) {
    if (units.length > SOUNDED) return [];
    const readings = await Promise.all(units.map((char) => this.search.index.words(`6${char}`)));
    const spellings = readings.reduce((all, some) => all.flatMap((one) => some.map((other) => one + other)).slice(0, READINGS), ["5"]);
    const words = await Promise.all(spellings.map((spelling) => this.search.index.words(spelling)));
    const isLike = (word) => word.length === units.length && units.some((char, at) => word[at] === char);
    return words.flat().filter(isLike).slice(0, 3);
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

/** A piece, which counts as unknown if nothing holds it. */
function orUnknown(piece, unknown) {
  return piece.entries.size > 0 ? piece : { ...piece, unknown };
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
