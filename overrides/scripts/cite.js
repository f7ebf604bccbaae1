/* Copies the citation of a figure with the day on which it is read, and shows it, so that it can be checked. */

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
  said.textContent = done ? said.dataset.done : said.dataset.failed;
}

/** Fills in the day, and the whole address where the site does not know its own. */
function complete(fold) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  fold.querySelector(".cite__day").textContent = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const address = fold.querySelector("p a code");
  if (address.textContent.startsWith("/")) address.textContent = address.parentElement.href;
}
