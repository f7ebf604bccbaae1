/* What entries hold a piece of a query: the word itself, another of its group, a form, a slip, a part, what sounds like it. */

import { NUMERALS } from "./excerpt.js";
import { countedFields, fieldsOf, wordsOf } from "./index_reader.js";
import { NAMED, PART, STEM } from "./search.js";
import { UNKNOWN, apart, joined, sortOf } from "./vocabulary.js";

/** How well an entry holds a word of the query: in its name or elsewhere, the word itself or another for it. */
export const ITSELF = { named: 1, said: 0.7 };
export const ANOTHER = { named: 0.8, said: 0.5 };
/** What a form of the word counts less than the very word. */
const LESS = 0.1;
/** What holds but a part of a word that nothing holds: 合作 of 校企合作. */
const PARTLY = 0.3;
/** A page that is found only by what stands on it. */
const LISTING = 0.2;
/** What a word counts that says little beside others. */
export const WEAK = 0.4;
/** Entries that hold the words of a query which are looked up for it, all together: of the groups of words that more hold,
    the commonest, the likeliest entries are enough. */
const MANY = 50000;
/** How a group is marked that names the bureau itself. */
const ITS_OWN = 2;
const MOST_WORDS = 8;
/** Pieces of a query, and characters of a run, that are looked up. */
export const MOST_PIECES = 12;
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
/** A number by itself. */
const ALL_NUMERALS = new RegExp(`^[${NUMERALS}]+$`);

/** What entries hold each piece of a query, in the search of a language and by its vocabulary. */
export class Pieces {
  constructor(search, held, vocabulary) {
    Object.assign(this, { search, held, vocabulary });
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
    const page = this.held.glossary;
    return { entries: new Map(page === null ? [] : [[page, ITSELF.named]]), weight: this.weight(1), needed: false, defining: true, words: [] };
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

/** A piece, which counts as unknown if nothing holds it. */
function orUnknown(piece, unknown) {
  return piece.entries.size > 0 ? piece : { ...piece, unknown };
}

/** A piece of a query that nothing holds. */
function nothing(more = {}) {
  return { entries: new Map(), weight: 1, needed: false, words: [], ...more };
}

/** Whether two words differ by one letter: another, one more, one less, or two that have changed places. */
function differByOne(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return one !== other;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
