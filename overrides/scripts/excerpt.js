/* Shows text with what was looked for marked. */

import { merged, placesOf } from "./terms.js";

/** Characters of an excerpt, and how many of them stand before the first mark. */
const LENGTH = 90;
const BEFORE = 24;
const HAN = /[\u3400-\u9fff]/;
/** Letters are narrower than Han characters. */
const LATIN_LENGTH = 200;
const LATIN_BEFORE = 60;

/** A line with the terms marked. */
export function marked(text, terms, search) {
  const places = merged(terms.flatMap((term) => placesOf(term, text, search.fold, search.stem)));
  return withMarks(text, places, search.index.head);
}

/** The passage that holds most of the terms, a whole sentence if there is one, cut around the first of them. On English
    pages what is said in Chinese counts half. `share` says how much of the usual length there is room for. */
export function excerpt(passages, terms, search, share = 1) {
  let best = { worth: 0, text: passages.find(isSentence) || passages[0] || "", places: [] };
  for (const text of passages) {
    const found = terms.map((term) => placesOf(term, text, search.fold, search.stem));
    const held = found.filter((places) => places.length > 0).length;
    const isOther = search.index.head.stems && HAN.test(text);
    const worth = held > 0 ? (2 * held + (isSentence(text) ? 1 : 0)) / (isOther ? 2 : 1) : 0;
    if (worth > best.worth) best = { worth, text, places: merged(found.flat()) };
  }
  return cut(best.text, best.places, share, search.index.head);
}

/** Characters of the name of a place; how much more a word in it counts. */
const NAME = 40;
const CALLED = 1.5;

/** Terms of a query, each asked for by itself. */
export const asEach = (terms) => terms.map((term) => ({ terms: [term], weight: 1 }));

/** What is shown of a page as of the place on it where most of what is `asked` stands: of each piece of a query, which
    has a weight, any of some terms. It stays the page where its title holds them all, or it has no such place. */
export function placed(shown, asked, search) {
  const isIn = (text, term) => placesOf(term, text, search.fold, search.stem).length > 0;
  const { title, passages, places } = shown;
  if (places.length === 0 || asked.every(({ terms }) => terms.some((term) => isIn(title, term)))) return shown;
  const at = places.filter((_, number) => number % 2 === 0);
  const held = at.map((first, number) => passages.slice(first, at[number + 1]));
  const worth = held.map(() => 0);
  for (const { terms, weight } of asked) {
    const found = held.map((texts) => terms.filter((term) => texts.some((text) => isIn(text, term))).length);
    const all = found.reduce((sum, count) => sum + count, 0);
    found.forEach((count, number) => {
      // What stands at many places says little of which is meant, and what a place is called much.
      const isCalled = count > 0 && places[2 * number + 1] && terms.some((term) => isIn(held[number][0], term));
      worth[number] += all > 0 ? ((weight * count) / all) * (isCalled ? CALLED : 1) : 0;
    });
  }
  const most = Math.max(...worth);
  const likeliest = worth.findIndex((one, number) => one === most && places[2 * number + 1]);
  const best = { id: most > 0 && likeliest >= 0 && places[2 * likeliest + 1], held: held[likeliest] };
  if (!best.id) return shown;
  const [name, ...below] = best.held;
  const isNamed = name.length <= NAME;
  const isHeld = below.some((text) => asked.some(({ terms }) => terms.some((term) => isIn(text, term))));
  const said = isHeld ? below : below.slice(0, 1); // Where the name alone holds the words, what comes first below it.
  const seen = isNamed && said.length > 0 ? said : best.held;
  return { ...shown, address: `${shown.address}#${best.id}`, passages: seen, place: isNamed ? name : "" };
}

/** Characters before a number and behind it that may say how it is meant: 近, 以上, nearly, or more. */
const AROUND = 4;
const LATIN_AROUND = 14;

export const NUMERALS = "0-9０-９〇零一二两三四五六七八九十百千万亿";
const NUMBER_AT_END = new RegExp(`[${NUMERALS}][${NUMERALS}.,．，\\s]*$`);

/** How many characters at the end of a text belong to a number. */
const ofNumber = (text) => (text.match(NUMBER_AT_END) || [""])[0].length;

/** Where an excerpt may begin that would begin at `start`, and end that would end at `end`: half of a number is another
    number, and so may be one without what is said of it. */
function aroundNumbers(text, start, end, latin) {
  const around = latin ? LATIN_AROUND : AROUND;
  const nearEnd = new RegExp(`[${NUMERALS}][${NUMERALS}.,．，\\s]*[^${NUMERALS}]{0,${around}}$`);
  const nearStart = new RegExp(`^[^${NUMERALS}]{0,${around}}[${NUMERALS}]`);
  let [from, to] = [start, end];
  if (end < text.length) to -= (text.slice(start, end).match(nearEnd) || [""])[0].length;
  if (start > 0 && nearStart.test(text.slice(start))) {
    from = Math.max(0, start - ofNumber(text.slice(0, start)) - around);
    if (latin) from = text.lastIndexOf(" ", from) + 1;
    from -= ofNumber(text.slice(0, from));
  }
  return to > from ? [from, to] : [start, end];
}

const isSentence = (text) => /[。.？！?!；]/.test(text);

/* Around Chinese words on a page of another language stand characters that no text holds (pages/fallback.py): the first
   two around those that lack a translation, the others around those that need none. */
const BOUNDS = /([\x04-\x07])/;
const ENDS = { "\x04": "\x05", "\x06": "\x07" };

/** A text without the characters around Chinese words, for where no element can stand. */
export const unmarked = (text) => text.split(BOUNDS).filter((part) => !BOUNDS.test(part)).join("");

/** What begins Chinese words that go on behind a text; empty where none do. */
function begun(text) {
  const [last] = text.split(BOUNDS).filter((part) => BOUNDS.test(part)).slice(-1);
  return last in ENDS ? last : "";
}

function cut(text, places, share, head) {
  const latin = /^[\x20-\u024f\u2000-\u206f]*$/.test(text);
  const [length, before] = (latin ? [LATIN_LENGTH, LATIN_BEFORE] : [LENGTH, BEFORE]).map((one) => Math.round(one * share));
  const first = places.length > 0 ? places[0][0] : 0;
  let start = first - before < before ? 0 : first - before;
  let end = Math.min(text.length, start + length);
  if (text.length - end < before) end = text.length;
  if (latin && start > 0) start = text.indexOf(" ", start) + 1;
  if (latin && end < text.length) end = text.lastIndexOf(" ", end);
  [start, end] = aroundNumbers(text, start, end, latin);
  const inside = places
    .filter(([from, to]) => to > start && from < end)
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]);
  const open = begun(text.slice(0, start));
  const part = open + text.slice(start, end);
  const moved = inside.map(([from, to]) => [from + open.length, to + open.length]);
  const shown = withMarks(part + (ENDS[begun(part)] || ""), moved, head);
  if (start > 0) shown.prepend("…");
  if (end < text.length) shown.append("…");
  return shown;
}

function withMarks(text, places, head) {
  const made = document.createDocumentFragment();
  let into = made;
  let done = 0;
  const add = (part, element) => {
    for (const piece of part.split(BOUNDS).filter(Boolean)) {
      if (piece in ENDS) {
        into = document.createElement("span");
        into.className = ENDS[piece] === "\x05" ? "untranslated" : "chinese";
        into.lang = head.han;
        made.append(into);
      } else if (BOUNDS.test(piece)) {
        into = made;
        if (piece === "\x05") made.append(" ", note(head));
      } else {
        into.append(element ? marking(piece) : piece);
      }
    }
  };
  for (const [start, end] of places) {
    add(text.slice(done, start), false);
    add(text.slice(start, end), true);
    done = end;
  }
  add(text.slice(done), false);
  return made;
}

function marking(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** What stands behind words that lack a translation. */
function note(head) {
  const made = document.createElement("span");
  made.className = "untranslated__mark";
  made.textContent = head.words["not-translated"];
  return made;
}
