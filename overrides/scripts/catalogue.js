// Narrows the catalogue down by words, kind and status. Without it the whole table can be read.
const panel = document.querySelector("#narrow");
const rows = [...document.querySelectorAll(".catalogue tbody tr")];
const words = panel.querySelector("#narrow-words");
const kind = panel.querySelector("#narrow-kind");
const status = panel.querySelector("#narrow-status");
const count = panel.querySelector("[role=status]");
const texts = new Map(rows.map((row) => [row, row.textContent.normalize("NFKC").toLowerCase()]));

/** Whether a row is of the kind and status chosen and holds every word typed. */
const fits = (row, sought) =>
  (!kind.value || row.dataset.kind === kind.value) &&
  (!status.value || row.dataset.status.split(" ").includes(status.value)) &&
  sought.every((word) => texts.get(row).includes(word));

/** Shows the rows that fit, and says how many. */
function narrow() {
  const sought = words.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => fits(row, sought));
  for (const row of rows) row.hidden = !found.includes(row);
  count.textContent = panel.dataset.count.replace("#", found.length);
}

for (const control of [words, kind, status]) control.addEventListener("input", narrow);
panel.hidden = false;
narrow();
