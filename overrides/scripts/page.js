/* What every page does: the search and the other scripts are fetched when a reader turns to them. `refetch` is of the
   page itself (fragments/head.html), so that it also tells of this file if it is missing. It is no module: browsers
   load none from a folder, and who opens a page there is to be told of what is missing, not of this. */

{
  const here = document.currentScript.src;
  const form = document.querySelector("form.search");
  const results = document.querySelector("#search-results");
  const use = (name, does) => {
    const file = new URL(name, here).href;
    import(file).then((module) => does(module, () => refetch(file))).catch(() => refetch(file));
  };
  const begin = () => use("box.js", (box, failed) => box.start(form, failed));
  // Where it is in use already, the reader was quicker than the page.
  if (form.contains(document.activeElement)) begin();
  else form.addEventListener("focusin", begin, { once: true });
  try {
    const typed = sessionStorage.getItem("typed");
    sessionStorage.removeItem("typed");
    if (typed !== null) {
      form.elements.q.value = typed;
      form.elements.q.focus();
    }
  } catch {
    // Storage is switched off: nothing was kept.
  }
  addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    form.elements.q.select();
  });
  for (const one of document.querySelectorAll("[data-print]")) one.addEventListener("click", () => print());
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("#main details:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });
  if (results) use("results.js", (page, failed) => page.start(form, results.closest("section"), failed));
  const sought = new URLSearchParams(location.search).get("mark");
  if (sought) use("mark_found.js", (found) => found.show(form, sought));
  for (const one of document.querySelectorAll("button[data-script]")) {
    one.addEventListener("click", () => use(one.dataset.script, (aloud) => aloud.press(one)));
  }
  // Last: a page whose script has not come to its end is not whole.
  form.dataset.started = "yes";
}
