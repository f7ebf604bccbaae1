/* What a reader asks for: the terms of a query, and where they stand in a text. */

import { isWord } from "./fold.js";

const OPEN = '["“”„«「『＂]';
const CLOSE = '["“”„»」』＂]';
/** Quotation marks hold a phrase together only where they stand around whole words of the query. */
const TERM = new RegExp(`${OPEN}([^"“”„«»「」『』＂]+)${CLOSE}(?=\\s|$)|\\S+`, "gu");
const NUMBER = /^[0-9]+(\.[0-9]+)?$/;

/** The terms of a query, all of which must be found. `fold` comes from folder(). */
export function termsOf(query, fold) {
  return Array.from(query.trim().matchAll(TERM), ([whole, phrase]) => termOf(phrase || whole, fold, phrase !== undefined))
    .filter((term) => term.forms.length > 0);
}

/** One term: the ways to write it, each a row of units; its value if it is a number; whether it is one loose word. */
function termOf(text, fold, quoted) {
  const folded = fold(text);
  const forms = [folded, folded.counted()]
    .map((one) => one.units().map((unit) => unit.text))
    .filter((units, at, all) => units.length > 0 && (at === 0 || units.join(" ") !== all[0].join(" ")));
  const last = forms.length > 0 ? forms[forms.length - 1].join("") : "";
  return {
    text: text.trim(),
    forms,
    number: NUMBER.test(last) ? last : undefined,
    loose: !quoted && forms.length === 1 && forms[0].length === 1 && isWord(forms[0][0]),
  };
}

/** The places of a term in a text, as [start, end] pairs. */
export function placesOf(term, text, fold, stem) {
  const folded = fold(text);
  const rows = [folded.units()];
  if (/[0-9]/.test(folded.text)) rows.push(folded.counted().units());
  const places = [];
  for (const row of rows) {
    for (const form of term.forms) places.push(...occurrences(row, form, term.loose, stem));
  }
  return merged(places);
}

function occurrences(row, form, loose, stem) {
  const places = [];
  const same = (unit, wanted) =>
    unit === wanted || (loose && isWord(unit) && (unit.startsWith(wanted) || stem(unit) === stem(wanted)));
  for (let at = 0; at + form.length <= row.length; at += 1) {
    if (form.every((wanted, step) => same(row[at + step].text, wanted))) {
      places.push([row[at].start, row[at + form.length - 1].end]);
    }
  }
  return places;
}

/** Places in order, with those that overlap or touch made one. */
export function merged(places) {
  const sorted = [...places].sort((one, other) => one[0] - other[0]);
  const made = [];
  for (const [start, end] of sorted) {
    const last = made[made.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else made.push([start, end]);
  }
  return made;
}
