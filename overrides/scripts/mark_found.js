/* Shows the words by which a page was found: marks them, opens what they are folded into, and goes to the first. */

import { openSearch } from "./search.js";
import { placesOf } from "./terms.js";

const BLOCK = "p, li, td, th, dt, dd, h1, h2, h3, h4, figcaption, blockquote, summary, caption, div";
/** What the search does not find by, what says how to use the page, and words that only screen readers read. */
const LEFT_OUT = "[data-search=off], nav, form, script, style, svg, .visually-hidden, [hidden], [aria-hidden=true]";
const HEADING = "h2, h3, h4, summary";
const MOST = 200;

/** Marks `words` in the page; where the address names a place, the first within it is gone to. */
export async function show(form, words) {
  const search = await openSearch(form.dataset.index);
  const terms = search.termsOf(words);
  const main = document.querySelector("#main");
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const marks = blocks(main).flatMap((nodes) => markedIn(nodes, terms, search)).slice(0, MOST);
  const within = target ? marks.filter((mark) => standsAt(target, mark)) : [];
  const first = within[0] || (target ? undefined : marks.find((mark) => !mark.closest("h1")) || marks[0]);
  if (!first) return;
  for (const mark of target ? within : [first]) unfold(mark);
  const { top, bottom } = first.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight || !target) first.scrollIntoView({ block: "center" });
}

/** Whether a mark stands at a place: in it, or below it where it is a heading. */
function standsAt(place, mark) {
  if (!place.matches(HEADING)) return place.contains(mark);
  const isBehind = place.compareDocumentPosition(mark) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
  return place.parentElement.contains(mark) && isBehind > 0;
}

/** Opens whatever a mark is folded into, as a quotation is. */
function unfold(mark) {
  for (let fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

/** The text nodes of a page, those of one block together. */
function blocks(main) {
  const found = new Map();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const around = node.parentElement;
    if (!node.data.trim() || around.closest(LEFT_OUT)) continue;
    const block = around.closest(BLOCK) || main;
    if (!found.has(block)) found.set(block, []);
    found.get(block).push(node);
  }
  return [...found.values()];
}

/** Marks the terms in the nodes of a block. */
function markedIn(nodes, terms, search) {
  const text = nodes.map((node) => node.data).join("");
  const places = terms.flatMap((term) => placesOf(term, text, search.fold, search.stem));
  const marks = [];
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    const inside = places.map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]).filter(([from, to]) => from < to);
    // From the last to the first, so that the places before stay where they are.
    for (const [from, to] of inside.sort((one, other) => other[0] - one[0])) {
      if (marks[0] && marks[0].of === node && to > marks[0].from) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement("mark");
      range.surroundContents(mark);
      marks.unshift({ mark, of: node, from });
    }
    start = end;
  }
  return marks.map(({ mark }) => mark);
}
