/* Copying a text for the reader, in secure pages and others. */

/** Copies a text and tells whether that was possible; where the browser keeps its clipboard to secure sites, what is
    selected by `select` is copied. */
export async function copied(text, select) {
  const done = navigator.clipboard && navigator.clipboard.writeText(text).then(() => true, () => false);
  if (await done) return true;
  select();
  return document.execCommand("copy");
}
