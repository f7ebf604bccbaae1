// The document on the left: its text with what is recorded marked in it, and how words of it are selected.
import { app, byId, fill, h, open, ask, t, tell } from "./core.js";
import { closeMenu, openMenu } from "./selection_menu.js";

const NAMES = { figure: 1, item: 2, statement: 3, project: 4, goal: 4, value: 4, list: 5, title: 6 };
let shown = null, dragging = false;

export function renderDocument() {
    const place = byId("document"), now = app.state.document;
    if (dragging) return; // What is being selected stays as it is until the mouse is let go.
    const before = selection();
    if (!now) {
        shown = null;
        return fill(place, h("p", { class: "empty" }, t("还没有文件。先用 make import 导入。", "There is no document yet. Import one with make import.")));
    }
    if (!shown || shown.id !== now.id || shown.blocks.length !== now.blocks.length) {
        fill(place, ...now.blocks.map(block));
        if (!shown || shown.id !== now.id) place.scrollTop = 0;
    } else {
        now.blocks.forEach((one, at) => {
            if (JSON.stringify(one) !== JSON.stringify(shown.blocks[at])) place.children[at].replaceWith(block(one));
        });
    }
    shown = now;
    if (before && before.document === now.id && JSON.stringify(selection()) !== JSON.stringify(before)) select(before.sentence, before.start, before.end);
    const open = place.querySelectorAll(".mark--chosen");
    open.forEach((one) => one.classList.remove("mark--chosen"));
    if (app.record && app.path) {
        const key = JSON.stringify([app.record, app.path]);
        place.querySelectorAll(".mark").forEach((one) => one.dataset.key === key && one.classList.add("mark--chosen"));
    }
}

function block(one) {
    if (one.table) {
        const rows = one.table.map((cells) => h("tr", null, cells.map((cell) =>
            h(cell.head ? "th" : "td", { rowspan: cell.rows, colspan: cell.columns }, sentence(cell)))));
        return h("div", { class: "table" }, h("table", null, rows));
    }
    const inside = one.sentences.map(sentence);
    return one.heading === undefined ? h("p", null, inside) : h(`h${Math.min(one.heading + 1, 4)}`, null, inside);
}

// Places count whole characters, as the program does, where the browser counts rare ones (𠮷, 😀) as two.
const characters = (text) => Array.from(text);

// A sentence in stretches, each with the marks over it; the innermost is the one that a click opens.
function sentence(one) {
    const ends = new Set([0, characters(one.text).length]);
    for (const mark of one.marks) ends.add(mark.start).add(mark.end);
    for (const [start, end] of one.left) ends.add(start).add(end);
    const at = [...ends].sort((a, b) => a - b);
    const parts = at.slice(0, -1).map((start, index) => stretch(one, start, at[index + 1]));
    const classes = ["sentence", one.unused ? "sentence--unused" : "", one.open ? "sentence--open" : ""].join(" ").trim();
    return h("span", { class: classes, "data-id": one.id, "data-number": one.mark || null, title: one.unused ? t("还没有记录用到这一句", "No record uses this sentence yet") : null }, parts);
}

function stretch(one, start, end) {
    const text = characters(one.text).slice(start, end).join("");
    const over = one.marks.filter((mark) => mark.start <= start && end <= mark.end)
        .sort((a, b) => NAMES[a.as] - NAMES[b.as] || (a.end - a.start) - (b.end - b.start));
    const left = one.left.some(([from, to]) => from <= start && end <= to);
    if (!over.length) return left ? h("span", { class: "left", title: t("这个数还没有记", "This number is not recorded") }, text) : text;
    const first = over[0];
    const classes = ["mark", ...new Set(over.map((mark) => `mark--${mark.as}`)), first.open ? "mark--open" : "", left ? "left" : ""];
    if (first.end === end) classes.push("mark--last");
    return h("span", { class: classes.join(" ").trim(), "data-key": JSON.stringify([first.record, first.path]), "data-as": first.as }, text);
}

// The sentence that a place of the page is in, and how many characters of it stand before.
function placeOf(node, offset) {
    const element = node.nodeType === 3 ? node.parentElement : node;
    const holder = element.closest(".sentence");
    if (!holder) return null;
    const range = document.createRange();
    range.selectNodeContents(holder);
    range.setEnd(node, offset);
    return { id: holder.dataset.id, at: characters(range.toString()).length, holder };
}

// What is selected within one sentence: where a selection leaves the sentence that it begins in, it ends with that.
export function selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !byId("document").contains(chosen.anchorNode)) return null;
    const range = chosen.getRangeAt(0);
    let from = placeOf(range.startContainer, range.startOffset), to = placeOf(range.endContainer, range.endOffset);
    if (!from && to) from = { id: to.id, at: 0, holder: to.holder };
    if (from && from.at === characters(from.holder.textContent).length && to && to.id !== from.id) from = { id: to.id, at: 0, holder: to.holder };
    if (!from) return null;
    const end = to && to.id === from.id ? to.at : characters(from.holder.textContent).length;
    return end > from.at ? { document: app.document, sentence: from.id, start: from.at, end } : null;
}

// The stretches of every sentence that a selection touches, in order.
function stretches() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return [];
    const range = chosen.getRangeAt(0), found = [];
    for (const holder of byId("document").querySelectorAll(".sentence")) {
        if (!range.intersectsNode(holder)) continue;
        const inside = document.createRange(), own = document.createRange();
        inside.selectNodeContents(holder);
        own.selectNodeContents(holder);
        if (holder.contains(range.startContainer)) own.setStart(range.startContainer, range.startOffset);
        if (holder.contains(range.endContainer)) own.setEnd(range.endContainer, range.endOffset);
        inside.setEnd(own.startContainer, own.startOffset);
        const start = inside.toString().length, length = own.toString().length;
        if (length) found.push({ sentence: holder.dataset.id, start, end: start + length });
    }
    return found;
}

export function select(id, start, end) {
    const holder = byId("document").querySelector(`.sentence[data-id="${id}"]`);
    if (!holder) return;
    const [a, b] = [point(holder, start), point(holder, end)];
    getSelection().setBaseAndExtent(a[0], a[1], b[0], b[1]);
    const box = getSelection().getRangeAt(0).getBoundingClientRect(), pane = byId("document").getBoundingClientRect();
    if (box.top < pane.top + 20 || box.bottom > pane.bottom - 20) holder.scrollIntoView({ block: "center" });
}

function point(holder, at) {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    let node = null;
    while (walker.nextNode()) {
        node = walker.currentNode;
        const inside = characters(node.data);
        if (at <= inside.length) return [node, inside.slice(0, at).join("").length];
        at -= inside.length;
    }
    return node ? [node, node.length] : [holder, 0];
}

function sentences() {
    const listed = [];
    for (const one of app.state.document.blocks) listed.push(...(one.table ? [].concat(...one.table) : one.sentences));
    return listed;
}

// Arrows go from clause to clause; with Shift or Ctrl they move the end or the beginning of what is selected.
function move(event) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    const all = sentences(), now = selection();
    if (!now) {
        const first = all.find((one) => one.clauses.length);
        return first && select(first.id, ...first.clauses[0]);
    }
    const at = all.findIndex((one) => one.id === now.sentence), one = all[at];
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
        const both = event.shiftKey && (event.ctrlKey || event.metaKey);
        let { start, end } = now;
        if (both) {
            const further = one.clauses.filter(([from, to]) => (step > 0 ? to > end : to < end && to > start)).map((span) => span[1]);
            end = further.length ? (step > 0 ? Math.min(...further) : Math.max(...further)) : end;
        } else if (event.shiftKey) end = Math.min(characters(one.text).length, Math.max(start + 1, end + step));
        else start = Math.max(0, Math.min(end - 1, start + step));
        return select(one.id, start, end);
    }
    const lines = event.key === "ArrowDown" || event.key === "ArrowUp";
    const next = lines ? -1 : step > 0
        ? one.clauses.findIndex(([from]) => from >= now.end)
        : one.clauses.filter(([, to]) => to <= now.start).length - 1;
    if (!lines && next >= 0) return select(one.id, ...one.clauses[next]);
    for (let other = at + step; other >= 0 && other < all.length; other += step) {
        const { id, clauses } = all[other];
        if (clauses.length) return select(id, ...(step > 0 || lines ? clauses[0] : clauses[clauses.length - 1]));
    }
}

function chosen() {
    const place = selection(), all = stretches();
    if (!place) return closeMenu();
    const cut = all.length > 1 && !(app.waiting && app.waiting.many);
    if (cut) tell(t("选中了几句，只取第一句：一处引文不能跨句。", "Several sentences are selected; only the first is taken, since a quote stands in one."), true);
    if (app.waiting) {
        const { then, many } = app.waiting;
        app.waiting = null;
        app.render();
        return then(many ? { document: place.document, all } : place);
    }
    return openMenu(place, getSelection().getRangeAt(0).getBoundingClientRect());
}

export async function lookAt(id) {
    const found = await ask({ ask: "sentence", document: app.document, sentence: id });
    if (!found) return;
    Object.assign(app, { sentence: found, tab: "sentence" });
    app.render();
}

export function listen() {
    const place = byId("document");
    place.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === "ContextMenu") {
            event.preventDefault();
            const now = selection();
            const mark = now && getSelection().getRangeAt(0).startContainer.parentElement.closest(".mark");
            if (event.ctrlKey && mark) return open(...JSON.parse(mark.dataset.key));
            chosen();
        } else move(event);
    });
    place.addEventListener("mousedown", () => { dragging = true; });
    document.addEventListener("mouseup", () => {
        if (!dragging) return;
        dragging = false;
        setTimeout(() => {
            renderDocument();
            if (selection()) chosen();
        });
    });
    document.addEventListener("dragend", () => { dragging = false; });
    place.addEventListener("click", (event) => {
        if (selection()) return;
        closeMenu();
        const mark = event.target.closest(".mark"), holder = event.target.closest(".sentence");
        if (mark) open(...JSON.parse(mark.dataset.key));
        else if (holder) lookAt(holder.dataset.id);
    });
}

// Brings the words that a part rests on into sight.
export function reveal(record, path) {
    for (let end = path.length; end >= 0; end--) {
        const key = JSON.stringify([record, path.slice(0, end)]);
        const found = [...byId("document").querySelectorAll(".mark")].find((one) => one.dataset.key === key);
        if (found) return found.scrollIntoView({ block: "center" });
    }
}
