/* Interface words of the index's language, with values put in. */

export function filled(text, values = {}) {
  return text.replace(/\{([a-z]+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** Puts an interface word into an element; one that is not translated is marked as Chinese. */
export function say(element, head, key, values = {}) {
  element.textContent = filled(head.words[key], values);
  if (head.chinese.includes(key)) element.lang = head.han;
  else element.removeAttribute("lang");
  return element;
}

/** Puts children in the place of all that an element holds. */
export function fill(element, ...children) {
  element.textContent = "";
  element.append(...children);
}

/** What a kind of entry is called. */
export const kindWord = (kind) => `search-kind-${kind}`;

/** The address of a result, with the words by which it was found: the page shows and marks them (mark_found.js). */
export function leadingTo(root, address, terms) {
  const [path, anchor] = address.split("#");
  const sought = terms.map(({ text }) => (text.includes(" ") ? `"${text}"` : text)).join(" ");
  return `${root}${path}?${new URLSearchParams({ mark: sought })}${anchor ? `#${anchor}` : ""}`;
}
