/* Copies the citation of a figure with the day on which it is read, and shows it, so that it can be checked. */

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
  said.textContent = (await copied(fold.querySelector("p"))) ? said.dataset.done : said.dataset.failed;
}

/** Fills in the day, and the whole address where the site does not know its own. */
function complete(fold) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  fold.querySelector(".cite__day").textContent = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const address = fold.querySelector("p a code");
  if (address.textContent.startsWith("/")) address.textContent = address.parentElement.href;
}

/** Copies the text of an element; where the browser allows that to secure sites alone, by selecting it. */
async function copied(element) {
  const text = element.textContent.replace(/\s+/g, " ").trim();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}
