/* Copies the citation of a figure with the day on which it is read, and shows it, so that it can be checked; a report of
   an error in the figure will say what it is called and what it says. */

import { copied } from "./copy.js";

/** Shows and copies what a button stands beside; pressed again, folds it up. */
export async function press(button) {
  const fold = button.parentElement.querySelector("details");
  if (fold.open) {
    fold.open = false;
    return;
  }
  fold.open = true;
  complete(fold);
  const said = fold.querySelector("[role=status]");
  const shown = fold.querySelector("p");
  const text = shown.textContent.replace(/\s+/g, " ").trim();
  const done = await copied(text, () => getSelection().selectAllChildren(shown));
  const words = document.querySelector("header.top").dataset;
  said.textContent = done ? words.copied : words.notCopied;
}

/** Fills in the day, the whole address where the site does not know its own, and what a report is to be filled with. */
function complete(fold) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  fold.querySelector(".cite__day").textContent = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const address = fold.querySelector("p a code");
  if (address.textContent.startsWith("/")) address.textContent = address.parentElement.href;
  const link = fold.querySelector("a[data-stands]");
  const report = new URL(link.href);
  const { label, stands } = link.dataset;
  const id = report.searchParams.get("figure");
  if (!id.startsWith(label)) report.searchParams.set("figure", `${label} ${id}`);
  report.searchParams.set("stands", stands);
  link.href = report.href;
}
