/* Shows text with what was looked for marked. */

import { merged, placesOf } from "./terms.js";

/** Characters of an excerpt, and how many of them stand before the first mark. */
const LENGTH = 90;
const BEFORE = 24;
/** Letters are narrower than Han characters. */
const LATIN_LENGTH = 200;
const LATIN_BEFORE = 60;

/** A line with the terms marked. */
export function marked(text, terms, search) {
  return withMarks(text, merged(terms.flatMap((term) => placesOf(term, text, search.fold, search.stem))));
}

/** The passage that holds most of the terms, a whole sentence if there is one, cut around the first of them.
    `share` says how much of the usual length there is room for. */
export function excerpt(passages, terms, search, share = 1) {
  let best = { worth: 0, text: passages.find(isSentence) ?? passages[0] ?? "", places: [] };
  for (const text of passages) {
    const found = terms.map((term) => placesOf(term, text, search.fold, search.stem));
    const held = found.filter((places) => places.length > 0).length;
    const worth = held > 0 ? 2 * held + (isSentence(text) ? 1 : 0) : 0;
    if (worth > best.worth) best = { worth, text, places: merged(found.flat()) };
  }
  return cut(best.text, best.places, share);
}

const isSentence = (text) => /[。.？！?!；]/.test(text);

function cut(text, places, share) {
  const latin = /^[\x20-\u024f\u2000-\u206f]*$/.test(text);
  const [length, before] = (latin ? [LATIN_LENGTH, LATIN_BEFORE] : [LENGTH, BEFORE]).map((one) => Math.round(one * share));
  const first = places[0]?.[0] ?? 0;
  let start = first - before < before ? 0 : first - before;
  let end = Math.min(text.length, start + length);
  if (text.length - end < before) end = text.length;
  if (latin && start > 0) start = text.indexOf(" ", start) + 1;
  if (latin && end < text.length) end = text.lastIndexOf(" ", end);
  const inside = places
    .filter(([from, to]) => to > start && from < end)
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]);
  const shown = withMarks(text.slice(start, end), inside);
  if (start > 0) shown.prepend("…");
  if (end < text.length) shown.append("…");
  return shown;
}

function withMarks(text, places) {
  const made = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of places) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    made.append(text.slice(done, start), mark);
    done = end;
  }
  made.append(text.slice(done));
  return made;
}
