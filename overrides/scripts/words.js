/* Interface words of the index's language, with values put in. */

export function filled(text, values = {}) {
  return text.replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What a kind of entry is called. */
export function kindWord(words, kind) {
  return words[`search-kind-${kind}`];
}
