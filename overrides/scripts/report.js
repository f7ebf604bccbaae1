// The report of an error: fills in the page and the figure that its address names, and copies the whole as text.

import { copied } from "./copy.js";

const report = document.querySelector("#report");
const boxes = [...report.querySelectorAll(".answer:not(.answer--whole) input, .answer:not(.answer--whole) textarea")];
const whole = report.querySelector("#report-whole");
const button = report.querySelector("#copy-report");
const said = report.querySelector("#report-said");
const given = new URLSearchParams(location.search);

/** The report as text: what each box is called, and what stands in it. */
const text = () =>
  [report.dataset.title, ...boxes.map((box) => `${box.labels[0].textContent} ${box.value.trim()}`)].join("\n");

/** Copies the report; where the browser does not let it, the text is left selected. */
async function copy() {
  whole.value = text();
  whole.select();
  const done = await copied(whole.value, () => whole.select());
  said.textContent = done ? button.dataset.done : button.dataset.failed;
}

for (const box of boxes) {
  if (box.dataset.from && given.get(box.dataset.from)) box.value = given.get(box.dataset.from);
}
if (button) {
  const show = () => (whole.value = text());
  for (const box of boxes) box.addEventListener("input", show);
  button.addEventListener("click", copy);
  show();
}
