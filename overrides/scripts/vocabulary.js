/* The words that a search knows: synonyms, words of other regions and of questions; cuts a query into them. */

import { isWord } from "./fold.js";

/** What counts as unknown, in words as rare as can be: a character that is in no word that is held, such a word, a number,
    and what is asked of other offices. */
export const UNKNOWN = { char: 0.25, word: 0.5, number: 1, absent: 1.5 };
/** Characters that end a word. */
const PARTICLES = "的了吗呢吧啊呀嘛么";

/** Words as the file of what may be meant lists them. */
export const apart = (words) => words.split("|").filter(Boolean);

/** The vocabulary of a search; Latin words are known by their stems. */
export class Vocabulary {
  /** `held` is what similar.json holds; `isLatin` says that it is for queries with Latin letters. */
  constructor(search, stem, held, isLatin) {
    const { absent, counting, deeds, defining, each, explained, groups, regional, skipped, times, unheld, years } = held;
    this.isLatin = isLatin;
    this.search = search;
    this.stem = stem;
    this.known = new Map();
    const [others, ours] = regional.map(apart);
    this.add(apart(counting), { counting: true });
    this.add(apart(times), { time: true });
    this.add(apart(years), { time: true, other: true });
    groups.forEach(([held, more], group) => this.add([...apart(held), ...apart(more)], { group }));
    this.add(apart(defining), { defining: true });
    this.add(apart(deeds), { deed: true });
    this.add(apart(each), { each: true });
    this.add(apart(skipped), { skipped: true });
    this.add(apart(unheld), { unknown: UNKNOWN.word });
    this.add(apart(absent), { unknown: UNKNOWN.absent });
    others.forEach((word, at) => this.add([word], { means: ours[at] }));
    this.terms = new Set(apart(explained).map((word) => this.key(this.unitsOf(word))));
    this.longest = Math.max(...Array.from(this.known.keys(), (key) => key.split(" ").length));
  }

  add(words, meaning) {
    for (const word of words) {
      const units = this.unitsOf(word);
      for (const key of [asTyped(units), this.key(units)]) {
        if (key && !this.known.has(key)) this.known.set(key, { word, ...meaning });
      }
    }
  }

  unitsOf(text) {
    return this.search.fold(text).units();
  }

  key(units) {
    return units.map(({ text }) => (isWord(text) ? this.stem(text) : text)).join(" ");
  }

  /** What is known of a word or of one character, with its units. */
  of(word) {
    const units = this.unitsOf(word);
    const known = this.known.get(this.key(units));
    return known && { ...known, units: units.map(({ text }) => text) };
  }

  /** Whether some units are a term that the site explains. */
  explains(units) {
    return this.terms.has(this.key(units.map((text) => ({ text }))));
  }

  /** Whether a piece of a query stands for more than itself. */
  standsForMore({ units, group, counting, means }) {
    const known = units.length === 1 && sortOf(units[0]) === "han" ? this.known.get(units[0]) : undefined;
    return group !== undefined || counting || means || (known && known.group !== undefined);
  }

  /** Cuts a query into words of the vocabulary and what stands between them. */
  cut(text) {
    const units = this.unitsOf(text);
    const pieces = [];
    let run = [];
    const close = () => {
      if (run.length > 0) pieces.push({ units: run.map((unit) => unit.text) });
      run = [];
    };
    for (let at = 0; at < units.length; ) {
      const found = this.longestAt(units, at);
      const unit = units[at];
      if (found) {
        close();
        pieces.push(found);
        at += found.length;
        continue;
      }
      const before = units[at - 1];
      const isNext = before && (before.end === unit.start || isGrouped(text, before, unit));
      if (!isNext || !belong(before.text, unit.text, run.length) || PARTICLES.includes(before.text)) close();
      if (!PARTICLES.includes(unit.text)) run.push(unit);
      at += 1;
    }
    close();
    return pieces;
  }

  /** The longest word of the vocabulary at a place. */
  longestAt(units, at) {
    for (let length = Math.min(this.longest, units.length - at); length > 0; length -= 1) {
      const row = units.slice(at, at + length);
      const known = this.known.get(asTyped(row)) || this.known.get(this.key(row));
      if (!known) continue;
      if (length === 1 && sortOf(row[0].text) === "han") continue; // Words of one character count where a run is cut apart.
      if (row.some((unit, step) => step > 0 && sortOf(unit.text) === "han" && row[step - 1].end !== unit.start)) continue;
      return { ...known, length, units: row.map((unit) => unit.text) };
    }
    return undefined;
  }

  /** The groups of the words of two units and more within a word. */
  groupsWithin(units) {
    const found = [];
    for (let at = 0; at < units.length; ) {
      const longest = Math.min(units.length - at, units.length - 1);
      const known = Array.from({ length: Math.max(0, longest - 1) }, (each, less) => this.groupOf(units.slice(at, at + longest - less)));
      const first = known.findIndex((group) => group !== undefined);
      if (first >= 0) found.push(known[first]);
      at += first >= 0 ? longest - first : 1;
    }
    return found;
  }

  groupOf(units) {
    const known = this.known.get(this.key(units.map((text) => ({ text }))));
    return known && known.group;
  }

  /** A run cut at characters that are words by themselves: 猪病 at 猪. */
  apart(units) {
    const parts = [];
    let last = true;
    for (const unit of units) {
      const known = this.known.has(unit);
      if (known || last) parts.push([unit]);
      else parts[parts.length - 1].push(unit);
      last = known;
    }
    return parts;
  }
}

/** Whether a comma stands between two digits: 300,000. */
function isGrouped(text, before, unit) {
  return text[before.end] === "," && before.end + 1 === unit.start && sortOf(before.text) === "digit" && sortOf(unit.text) === "digit";
}

/** Whether two units are of one word, the first being the last of `length`. One digit says too little without what is
    counted, 3号, and any number without what makes it a rank: 第7. */
function belong(before, unit, length) {
  const alone = length === 1 && sortOf(before) === "digit";
  return sortOf(before) === sortOf(unit) || (alone && sortOf(unit) === "han") || (before === "第" && sortOf(unit) === "digit");
}

/** Whether a unit is a Latin word, a digit or another character. */
export function sortOf(unit) {
  if (isWord(unit)) return "latin";
  return /[0-9.%]/.test(unit) ? "digit" : "han";
}

/** Units as a key of what is known: the very word comes before those of its stem, as government before governance. */
const asTyped = (units) => units.map(({ text }) => text).join(" ");

/** Units as they are typed. */
export function joined(units) {
  return units.reduce((text, unit) => text + (isWord(unit) && text ? " " : "") + unit, "");
}
