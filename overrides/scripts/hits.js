/* Shows results: as items of a list, as figures that answer a question, and the words by which they were found. */

import { excerpt, marked } from "./excerpt.js";
import { placesOf } from "./terms.js";
import { kindWord, leadingTo, say } from "./words.js";

/** Words named as those by which similar results were found. */
const HINTS = 6;

/** An item of the list of results. `shown` is what is shown of the entry, `level` the element of its heading. */
export function hit(search, facets, root, entry, shown, terms, level) {
  const { address, title, context, place, passages } = shown;
  const item = document.createElement("li");
  item.className = "hit";
  const kind = document.createElement("p");
  kind.className = "hit__kind";
  const { period } = facets;
  const periods = period.of(entry).map((number) => period.names[number]);
  const label = say(document.createElement("span"), search.index.head, kindWord(search.index.kind(entry)));
  kind.append(label, ...[context, place, ...periods].filter(Boolean).flatMap((one) => [" · ", marked(one, terms, search)]));
  const words = document.createElement("p");
  words.className = "hit__excerpt";
  words.append(excerpt(passages, terms, search));
  item.append(kind, titled(root, address, marked(title, terms, search), terms, level), words);
  return item;
}

/** A heading that leads to a result. */
function titled(root, address, title, terms, level) {
  const heading = document.createElement(level);
  heading.className = "hit__title";
  const link = document.createElement("a");
  link.href = leadingTo(root, address, terms);
  link.append(title);
  heading.append(link);
  return heading;
}

/** A figure that answers the query: what it counts, how much, when, and where that is said. */
export function answer(search, root, shown, terms) {
  const { title, address, context } = shown;
  const [quantity, when, source] = shown.answer;
  const label = title.slice(0, title.lastIndexOf(quantity)).replace(/[：:]\s*$/, "");
  const item = document.createElement("li");
  item.className = "answer";
  const value = document.createElement("strong");
  value.className = "answer__value";
  value.textContent = quantity;
  const said = document.createElement("a");
  said.href = root + source;
  say(said, search.index.head, "see-sentence");
  const about = document.createElement("p");
  about.className = "hit__kind";
  about.append([context, when].join(" · "), " · ", said);
  item.append(titled(root, address, marked(label, terms, search), terms, "h3"), value, about);
  return item;
}

/** By which words similar results were found, as what a paragraph holds; each can be looked for by itself. With another
    `key` something else is said of words that stand in some texts. */
export function foundBy(search, words, texts, key = "search-similar-by") {
  return linked(search, key, inSight(search, words, texts));
}

/** A sentence with words in it, each a link to what is found by it. */
function linked(search, key, words) {
  const told = search.index.head.words;
  const [before, after] = told[key].split("{words}");
  const links = words.map((word) => {
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams({ q: word })}`;
    link.textContent = word;
    return link;
  });
  return [before, ...links.flatMap((link, at) => (at > 0 ? [told.comma, link] : [link])), after];
}

/** Words as the results write them, in their script; those that stand in none are left out. */
function inSight(search, words, texts) {
  const inLanguage = search.index.head.stems ? /^[ -~]+$/ : /./;
  const told = words.filter((word) => word.length > 1 && inLanguage.test(word)); // One character says too little.
  const seen = told.map((word) => {
    const [term] = search.termsOf(word.includes(" ") ? `"${word}"` : word);
    for (const { title, passages } of texts) {
      for (const text of [title, ...passages]) {
        const [place] = term ? placesOf(term, text, search.fold, search.stem) : [];
        if (place) return place[1] - place[0] === word.length ? text.slice(place[0], place[1]) : word;
      }
    }
    return "";
  });
  const byStem = new Map(seen.filter(Boolean).map((word) => [search.stem(word.toLowerCase()), word]));
  return [...byStem.values()].slice(0, HINTS);
}
