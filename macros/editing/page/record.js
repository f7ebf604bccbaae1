// The record on the right: a form of its typed fields, and beside it what is left to decide, problems, one sentence.
import { act, app, ask, byId, button, fill, focusPart, h, open, said, same, t } from "./core.js";
import { reveal, selection } from "./text.js";

const fieldName = (path) => path.reduce((name, step) => (typeof step === "number" ? `${name}[${step}]` : name ? `${name}.${step}` : step), "");
const under = (path, above) => above !== null && path.length >= above.length && above.every((step, at) => step === path[at]);
let drawn = null, later = null;

export function renderSide() {
    const side = byId("side"), active = document.activeElement;
    renderTabs();
    const signature = JSON.stringify([app.tab, app.language, app.path, app.state.record && shape(app.state.record), app.tab === "sentence" && app.sentence, [...app.added], app.tab === "left" && [app.sort, app.state.left], app.tab === "problems" && app.state.problems, app.state.records.map((one) => [one.key, one.title, one.left])]);
    if (signature === drawn) return refresh();
    if (active && active.dataset.composing) return void (later = renderSide);
    const focused = side.contains(active) ? { key: active.dataset.key, value: active.value, dirty: active.dataset.dirty, start: active.selectionStart, end: active.selectionEnd } : null;
    drawn = signature;
    const top = side.scrollTop;
    fill(side, ...{ record: recordTab, left: leftTab, problems: problemsTab, sentence: sentenceTab }[app.tab]());
    side.scrollTop = top;
    growAll();
    refresh();
    const again = focused && focused.key && [...side.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused.key);
    if (again) {
        again.focus({ preventScroll: true });
        if (focused.start !== undefined && again.setSelectionRange && again.tagName !== "SELECT") {
            if (focused.dirty) {
                again.value = focused.value;
                again.dataset.dirty = "yes";
                clearTimeout(sending.timer);
                again.dispatchEvent(new Event("input"));
            }
            try { again.setSelectionRange(focused.start, focused.end); } catch (error) { /* Dates have no caret. */ }
        }
    }
}

// A record without what is typed in it: while that stays, the form stays, and with it the caret and the input method.
function shape(one) {
    return JSON.parse(JSON.stringify(one, (name, value) => (["value", "open", "head", "absent", "options", "of"].includes(name) ? undefined : value)));
}

function renderTabs() {
    const state = app.state, wrong = state.problems.filter((one) => one.sort === "wrong").length;
    const tabs = [["record", t("记录", "Record"), ""], ["left", t("待定", "To decide"), state.left.length], ["problems", t("问题", "Problems"), wrong]];
    if (app.sentence) tabs.push(["sentence", t("句子", "Sentence"), ""]);
    fill(byId("tabs"), ...tabs.map(([name, label, count]) => h("button", {
        type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(app.tab === name),
        onclick: () => { app.tab = name; byId("side").scrollTop = 0; app.render(); },
    }, label, count === "" ? null : h("span", { class: `count${count ? ` count--${name}` : ""}` }, String(count)))));
}

// Brings what may have changed into the form as it is: values of fields that nobody is typing in, marks, problems.
function refresh() {
    if (app.tab !== "record" && app.tab !== "sentence") return;
    const fields = new Map();
    const gather = (list) => list.forEach((one) => {
        if (one.kind === "text") one.texts.forEach((text) => fields.set(JSON.stringify([...one.path, text.code]), text));
        else if (one.kind === "parts") one.entries.forEach((part) => gather(part.fields));
        else if (one.path) fields.set(JSON.stringify(one.path), one);
    });
    if (app.tab === "record" && app.state.record) gather(app.state.record.fields);
    if (app.tab === "sentence") app.sentence.texts.forEach((text) => fields.set(JSON.stringify(["translations", text.code, app.sentence.id]), text));
    for (const element of document.querySelectorAll("#side [data-key]")) {
        const now = fields.get(element.dataset.key);
        if (!now) continue;
        if (element !== document.activeElement && !element.dataset.dirty && !Array.isArray(now.value)) {
            if (element.type === "checkbox") element.checked = now.value === "yes" || now.value === "True";
            else if (element.value !== now.value) { element.value = now.value; grow(element); }
        }
        if (element.tagName === "SELECT" && now.options && element !== document.activeElement) {
            const made = choice(now);
            if (element.innerHTML !== made.map((one) => one.outerHTML).join("")) {
                fill(element, ...made);
                element.value = now.value;
            }
        }
        const holder = element.closest(".field");
        holder.classList.toggle("field--open", Boolean(now.open));
    }
    sidePrinted();
    if (app.tab === "record" && app.state.record) {
        for (const card of document.querySelectorAll("#side .card")) {
            const part = partAt(app.state.record.fields, JSON.parse(card.dataset.path));
            if (!part) continue;
            card.querySelector(".card__head").textContent = part.head;
            card.classList.toggle("card--undecided", part.open);
        }
        for (const place of document.querySelectorAll("#side .problems")) {
            const own = app.state.problems.filter((one) => one.record === app.record && one.sort !== "open" && covers(place, one.field));
            fill(place, ...own.map(problem));
        }
    }
}

// Below a text with names of figures: how it will be printed.
function sidePrinted() {
    for (const place of document.querySelectorAll("#side .printed")) {
        const area = place.parentElement.querySelector("textarea");
        fill(place, ...(/\{[^{}]+\}/.test(area.value) ? [h("small", null, t("印出来是：", "As printed: ")), ...printed(area.value, app.record)] : []));
    }
}

function printed(text, record) {
    const key = record ? record.split("/")[1] : "", figures = app.state.figures;
    return text.split(/\{([^{}]+)\}/).map((one, at) => (at % 2 ? h("b", null, figures[`${key}.${one}`] || figures[one] || `{${one}}`) : one));
}

// A problem is told at its field, or at the nearest that there is around it.
function covers(place, field) {
    const own = place.dataset.field;
    if (own === field) return true;
    if (!field.startsWith(own) || (own && !/^[.[]/.test(field.slice(own.length)))) return false;
    const nearer = [...document.querySelectorAll("#side .problems")].map((one) => one.dataset.field).filter((one) => one.length > own.length);
    return !nearer.some((one) => field === one || (field.startsWith(one) && /^[.[]/.test(field.slice(one.length))));
}

const problem = (one) => h("div", { class: `problem problem--${one.sort}` }, h("p", null, said(one.wrong)), h("p", { class: "problem__fix" },
    one.sort === "left" ? t("在左边选中这些话记下来，或者点开句子补上译文；只起引导、收尾作用的，在“句子”一栏标明。", "Select these words on the left and record them, or click the sentence to translate it; one that only introduces or closes is marked so under Sentence.") : said(one.fix)));

function partAt(fields, path) {
    for (const one of fields) {
        for (const entry of one.entries || []) {
            if (same(entry.path, path)) return entry;
            const found = partAt(entry.fields, path);
            if (found) return found;
        }
    }
    return null;
}

function recordTab() {
    const records = app.state.records, now = app.state.record;
    const list = h("select", { class: "open", "aria-label": t("打开记录", "Open a record"), onchange: (event) => (event.target.value ? open(event.target.value, []) : overview()) },
        h("option", { value: "" }, now ? t("全部资料…", "All there is…") : t("选择一条记录", "Choose a record")),
        records.map((one) => h("option", { value: one.key, selected: now && one.key === now.key }, `${one.title === said(one.kind) ? one.title : `${one.title}（${said(one.kind)}）`}${one.left ? ` · ${t("待定", "to decide")} ${one.left}` : ""}`)));
    if (!now) {
        return [list, h("div", { class: "empty" }, h("p", null, t("在左边的文件里选中文字，就可以记成数据、事实或名单条目。", "Select words of the document on the left to record them as a figure, a statement or a list entry.")),
            h("p", null, t("点带颜色的文字，就打开它所在的记录。", "Click coloured words to open the record that they belong to."))), kept()];
    }
    const removal = /^(documents|bureau|vocabulary)/.test(now.key) ? null : button(t("删除整条记录", "Delete the record"), () => act({ action: "remove", record: now.key, path: [] }), { class: "quiet" });
    return [h("div", { class: "record__top" }, list), h("div", { class: "problems", "data-field": "" }), ...ordered(now.fields, now.key), h("div", { class: "buttons" }, removal)];
}

function overview() {
    Object.assign(app, { record: null, path: null });
    ask({ ask: "state" });
}

// What rests on no document: corrections, sections, words. Each is opened, or begun with a name.
function kept() {
    const titles = new Map(app.state.records.map((one) => [one.key, one.title]));
    const rows = app.state.kept.map((one) => h("li", { class: "kept__kind", "data-place": one.place }, h("strong", null, said(one.title)),
        one.keys.map((key) => button(one.many ? titles.get(key) : t("打开", "Open"), () => open(key, []), { class: "quiet" })),
        one.many || !one.keys.length ? asking(t("＋ 新建", "＋ New"), "", (name) => act({ action: "begin", kind: one.place, name }, true)) : null));
    return h("section", { class: "kept" }, h("h3", null, t("更正、栏目和词语", "Corrections, sections and words")), h("ul", null, rows));
}

// A button that asks for a name in its place before it does anything.
function asking(label, tip, then) {
    const holder = h("span", { class: "asking" });
    const shut = () => fill(holder, button(label, name, { class: "quiet", title: tip || null }));
    const name = () => {
        const typed = h("input", { "aria-label": t("名称", "Name"), placeholder: t("名称", "Name"), maxlength: "60" });
        const go = (event) => {
            event.preventDefault();
            if (typed.value.trim()) then(typed.value);
        };
        fill(holder, h("form", { onsubmit: go }, typed, h("button", { type: "submit" }, t("添加", "Add")), button(t("取消", "Cancel"), shut, { class: "quiet" })));
        typed.focus();
    };
    shut();
    return holder;
}

// Adds a part to a list; what is called something is asked its name first.
const adder = (one, label, record) => (one.named ? asking(label, said(one.help), (name) => act({ action: "blank", record, path: one.path, name }, true))
    : button(label, () => act({ action: "blank", record, path: one.path }, true), { class: "quiet", title: said(one.help) }));

const ORDER = ["quote", "reading", "text", "parts"];
const left = (one) => one.kind === "add" || !one.required && !app.added.has(JSON.stringify(one.path)) && (one.kind === "text" ? one.absent : ORDER.includes(one.kind) ? false : !one.value.length && !one.open);

// What the source says comes first, then what is typed, and last, in one line, what might be added.
function ordered(fields, record) {
    const rank = (one) => (one.kind === "parts" ? 9 : one.required || one.kind === "reading" || one.kind === "quote" ? ORDER.indexOf(one.kind) + (ORDER.includes(one.kind) ? 0 : 5) : 7);
    const filled = fields.filter((one) => !left(one)).sort((a, b) => rank(a) - rank(b)), more = fields.filter(left);
    const adding = more.length ? h("div", { class: "adding" }, more.map((one) => absent(one, record))) : null;
    const before = filled.filter((one) => one.kind !== "parts"), behind = filled.filter((one) => one.kind === "parts");
    return [...before.map((one) => field(one, record)), adding, ...behind.map((one) => field(one, record))].filter(Boolean);
}

function field(one, record) {
    if (one.kind === "parts") return parts(one, record);
    if (one.kind === "reading") {
        return h("dl", { class: "reading" }, h("div", { class: "reading__note" }, t("由程序从原文读出", "Read in the source by the program")),
            one.of.map(([zh, en, valueZh, valueEn]) => h("div", null, h("dt", null, t(zh, en)), h("dd", null, t(valueZh, valueEn)))));
    }
    const name = fieldName(one.path);
    const label = h("div", { class: "field__label" }, h("span", null, said(one.label), one.required ? "" : h("i", null, t("选填", "optional"))), one.help && !same(one.help, one.label) ? help(said(one.help)) : null, one.kind === "text" ? tools(one, record) : null);
    const problems = h("div", { class: "problems", "data-field": name });
    if (one.kind === "quote") {
        const owner = one.path.slice(0, -1);
        return h("div", { class: "field field--quote" }, h("div", { class: "field__label" }, h("span", null, t("原文", "Source"))),
            h("blockquote", null, one.value, button(t("改选", "Select others"), () => wait(t("请在左边选中新的原文", "Select the other words on the left"), (place) => act({ action: "requote", record, path: owner, ...place }, true)), { class: "quiet" })), problems);
    }
    if (one.kind === "text") {
        return h("div", { class: "field-group" }, label, one.texts.map((text) => textField(one, text, record)), stated(one), problems);
    }
    if (one.kind === "choices") {
        const boxes = one.options.map(([value, zh, en]) => h("label", { class: "check" }, h("input", { type: "checkbox", value, checked: one.value.includes(value), onchange: (event) => {
            const boxes = [...event.target.closest(".field").querySelectorAll("input")].filter((box) => box.checked).map((box) => box.value);
            one.value = [...one.value.filter((each) => boxes.includes(each)), ...boxes.filter((each) => !one.value.includes(each))];
            put(record, one.path, one.value);
        } }), t(zh, en)));
        return h("div", { class: "field" }, label, boxes, problems);
    }
    if (one.kind === "yes-no") return h("div", { class: "field" }, h("div", { class: "field__label" }, control(one, record), help(said(one.help))), problems);
    return h("div", { class: `field${one.open ? " field--open" : ""}` }, label, control(one, record), one.kind === "line" || one.value ? button(t("核定", "Accept"), () => accept(record, one.path), { class: "accept" }) : null, stated(one), problems);
}

// Where the document itself says what a field of its record says; that it nowhere does.
const stated = (one) => (one.stated === undefined ? null : h("p", { class: "stated" }, one.stated ? t(`见原文：“${one.stated}”`, `As the document says: “${one.stated}”`) : t("原文没有直接写明，请核对。", "The document does not say so itself; check it.")));

const absent = (one, record) => (one.kind === "add" ? h("div", { class: "field" }, adder(one, `＋ ${said(one.label)}`, record)) : lacking(one, record));

const lacking = (one) => h("div", { class: "field field--absent", "data-field": fieldName(one.path) }, button(`＋ ${said(one.label)}`, () => {
    app.added.add(JSON.stringify(one.path));
    app.render();
    const first = JSON.stringify(one.kind === "text" ? [...one.path, "zh"] : one.path);
    const shown = [...document.querySelectorAll("#side [data-key]")].find((each) => each.dataset.key === first);
    if (shown) shown.focus();
}, { class: "quiet", title: said(one.help) }));

function textField(one, text, record) {
    const path = [...one.path, text.code], languages = { zh: "中", en: "EN" };
    const area = h("textarea", { rows: "1", "data-key": JSON.stringify(path), placeholder: text.fixed ? null : text.code === "zh" ? t("待填写", "to be written") : t("待译", "to be translated"), "aria-label": `${said(one.label)} ${languages[text.code] || text.code}`, readonly: text.fixed, value: text.value, lang: text.code === "zh" ? "zh-Hans" : text.code });
    typing(area, record, path);
    const accepting = button(t("核定", "Accept"), () => accept(record, path), { class: "accept", title: t("回车键也可以", "or press Enter") });
    const memory = text.code === "zh" ? null : h("div", { class: "memory" });
    if (memory) area.addEventListener("focus", () => propose(memory, area, record, one.path, text.code));
    area.addEventListener("focus", () => { app.caret = JSON.stringify(path); });
    const language = one.texts.length > 1 ? h("span", { class: "language" }, languages[text.code] || text.code) : null;
    const printed = text.code === "zh" ? h("p", { class: "printed", "data-of": JSON.stringify(path) }) : null;
    return h("div", { class: `field field--text${text.open ? " field--open" : ""}${language ? "" : " field--alone"}` }, language, area, accepting, printed, memory);
}

// What can be done with a Chinese text beside typing it: take it from the source, and name figures in it.
function tools(one, record) {
    const zh = one.texts && one.texts[0];
    if (!zh || zh.fixed) return null;
    const path = [...one.path, "zh"];
    return h("span", { class: "field__tools" }, figuresToInsert(one, path), button(t("取自原文", "From the source"), () => wait(t("请在左边选中要填入的文字", "Select on the left the words to fill in"), async (place) => {
        const key = JSON.stringify([record, path]), append = app.touched.has(key);
        app.touched.add(key);
        await act({ action: "fill", record, path, document: place.document, places: place.all, append });
        focusField(path);
    }, true), { class: "quiet" }));
}

// Numbers stand in summaries and notes as the names of figures.
function figuresToInsert(one, path) {
    if (!["summary", "note", "deadline"].includes(one.path[one.path.length - 1]) || !app.state.record) return null;
    const figures = (app.state.record.fields.find((each) => each.kind === "parts" && each.path[0] === "figures") || { entries: [] }).entries;
    const own = (app.state.record.fields.find((each) => each.kind === "choice" && each.path[0] === "lead_figure") || { options: [] }).options;
    if (!figures.length) return null;
    return h("select", { class: "insert", "aria-label": t("插入数据", "Insert a figure"), onchange: (event) => {
        const every = one.texts.map((text) => JSON.stringify([...one.path, text.code]));
        const key = every.includes(app.caret) ? app.caret : JSON.stringify(path), area = [...document.querySelectorAll("#side textarea")].find((each) => each.dataset.key === key);
        area.setRangeText(`{${event.target.value}}`, area.selectionStart, area.selectionEnd, "end");
        event.target.value = "";
        area.focus();
        area.dispatchEvent(new Event("input", { bubbles: true }));
    } }, h("option", { value: "" }, t("插入数据…", "Insert a figure…")), own.map(([id, zh, en]) => h("option", { value: id }, t(zh, en))));
}

async function propose(place, area, record, path, code) {
    const found = await ask({ ask: "memory", record, path, code });
    const rows = (found ? found.rows : []).filter((one) => one.text !== area.value);
    fill(place, ...rows.map((one) => h("button", { type: "button", class: "memory__pair", onmousedown: (event) => {
        event.preventDefault();
        if (one.term) area.setRangeText(one.text, area.selectionStart, area.selectionEnd, "end");
        else area.value = one.text;
        grow(area);
        area.dispatchEvent(new Event("input", { bubbles: true }));
    } }, h("span", null, one.text), h("small", null, `${one.term ? t("词", "term") : `${Math.round(one.likeness * 100)}%`}　${one.zh}`))),
        ...(found ? found.sentences : []).map(([zh, words]) => translated(area, zh, words, code)));
}

// A sentence as it was translated: what is selected of it goes into the text, and with a click or Enter all of it does.
function translated(area, zh, whole, code) {
    const take = (event) => {
        const own = getSelection(), chosen = event.type === "mouseup" && event.currentTarget.contains(own.anchorNode) ? own.toString() : "";
        const words = (chosen || whole).trim(), before = area.value.slice(0, area.selectionStart);
        own.removeAllRanges();
        area.focus();
        area.setRangeText((/[\w,;]$/.test(before) ? " " : "") + words, area.selectionStart, area.selectionEnd, "end");
        grow(area);
        area.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return h("div", { class: "memory__sentence" }, h("small", null, t("这句的译文，选中几个词填入：", "Its sentence, translated; select words to fill in: "), zh),
        h("p", { tabindex: "0", role: "button", lang: code, onmouseup: take, onkeydown: (event) => { if (event.key === "Enter") take(event); } }, whole));
}

// What a field is for, below its name once it is asked for, in the way of nothing; asked again, or Esc, it goes.
function help(words) {
    const tip = h("button", { type: "button", class: "help", "aria-label": words, "aria-expanded": "false", onclick: () => {
        const shown = tip.nextElementSibling && tip.nextElementSibling.classList.contains("tip");
        if (shown) tip.nextElementSibling.remove();
        else tip.after(h("span", { class: "tip", role: "note" }, words));
        tip.setAttribute("aria-expanded", String(!shown));
    }, onkeydown: (event) => { if (event.key === "Escape" && tip.getAttribute("aria-expanded") === "true") tip.click(); } }, "?");
    return tip;
}

function control(one, record) {
    const key = JSON.stringify(one.path);
    const change = (event) => put(record, one.path, event.target.value);
    if (one.kind === "choice") return h("select", { "data-key": key, onchange: change, onkeydown: (event) => enter(event, record, one.path), "aria-label": said(one.label) }, choice(one));
    if (one.kind === "yes-no") {
        return h("label", { class: "check" }, h("input", { type: "checkbox", "data-key": key, checked: one.value === "yes" || one.value === "True", onchange: (event) => put(record, one.path, event.target.checked ? "yes" : "") }), said(one.label));
    }
    if (one.kind === "day") return h("input", { type: "date", "data-key": key, value: one.value, onchange: change, "aria-label": said(one.label) });
    if (one.kind === "moment") return h("input", { type: "datetime-local", "data-key": key, value: one.value.replace(" ", "T"), onchange: (event) => put(record, one.path, event.target.value.replace("T", " ")), "aria-label": said(one.label) });
    if (one.kind === "whole") return h("input", { type: "number", min: "1", "data-key": key, value: one.value, onchange: change, "aria-label": said(one.label) });
    const area = h("textarea", { rows: "1", "data-key": key, value: one.value, "aria-label": said(one.label) });
    typing(area, record, one.path);
    return area;
}

function choice(one) {
    const known = one.options.some(([id]) => id === one.value);
    return [one.required && known ? null : h("option", { value: "", selected: !one.value }, one.required ? t("请选择", "Choose") : t("（不写）", "(none)")),
        one.value && !known ? h("option", { value: one.value, selected: true }, one.value) : null,
        ...one.options.map(([id, zh, en]) => h("option", { value: id, selected: id === one.value }, t(zh, en)))].filter(Boolean);
}

const put = (record, path, value, open) => act({ action: "put", record, path, value, open: Boolean(open), typing: String(app.typing) });

export function grow(area) {
    if (area.tagName !== "TEXTAREA") return;
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`; // Nothing has a height while it is hidden.
}

export const growAll = () => byId("side").querySelectorAll("textarea").forEach(grow);

let sending = { key: "", timer: 0, sent: "" }; // The field that is being typed in; a form drawn anew goes on with it.

// What is typed goes to the program a moment after the last key, and at once where the field is left.
function typing(area, record, path) {
    const key = JSON.stringify([record, path]);
    const send = (decided) => {
        if (sending.key !== key) return;
        clearTimeout(sending.timer);
        delete area.dataset.dirty;
        if (area.value === sending.sent) return;
        app.touched.add(key);
        put(record, path, (sending.sent = area.value), !decided);
    };
    const soon = () => {
        clearTimeout(sending.timer);
        sending.timer = setTimeout(() => send(false), 250);
    };
    area.addEventListener("focus", () => {
        if (sending.key === key) return;
        app.typing++;
        sending = { key, timer: 0, sent: area.value };
    });
    area.addEventListener("input", (event) => {
        grow(area);
        sidePrinted();
        area.dataset.dirty = "yes";
        if (!event.isComposing) soon();
    });
    area.addEventListener("compositionstart", () => { area.dataset.composing = "yes"; });
    area.addEventListener("compositionend", () => {
        delete area.dataset.composing;
        soon();
        if (later) { const draw = later; later = null; draw(); }
    });
    area.addEventListener("blur", () => {
        if (!area.isConnected) return; // The form was drawn anew, and the field goes on in it.
        send(false);
        if (sending.key === key) sending = { key: "", timer: 0, sent: "" };
    });
    area.addEventListener("keydown", async (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        const open = area.closest(".field").classList.contains("field--open");
        const at = undecidedAt(record, path), typed = area.value !== sending.sent;
        send(true);
        if (open && !typed && area.value) await accept(record, path);
        else if (typed) await ask({ ask: "state" });
        if (app.record === record || app.tab === "sentence") nextField(area, open ? at : -1);
    });
}

// What was proposed to be chosen is accepted by Enter as well.
async function enter(event, record, path) {
    const field = event.target, at = undecidedAt(record, path);
    if (event.key !== "Enter" || at < 0 || !field.value) return;
    event.preventDefault();
    await accept(record, path);
    nextField(field, at);
}

// To the next field of the part that is to be decided; where there is none, to the next place to decide, as F8 does. Who
// has just recorded the part from the document, or changed what was decided, goes back to the document.
function nextField(area, at) {
    const card = area.closest(".card") || byId("side");
    const left = [...card.querySelectorAll(".field--open textarea, .field--open select")].filter((one) => one !== area);
    if (left.length) {
        left[0].focus();
        if (left[0].select) left[0].select();
    } else if (at >= 0 && !app.recording && toDecide().length) goTo(toDecide()[at % toDecide().length]);
    else byId("document").focus({ preventScroll: true });
}

async function accept(record, path) {
    await act({ action: "accept", record, path });
    if (app.sentence) { app.sentence = await ask({ ask: "sentence", document: app.document, sentence: app.sentence.id }); app.render(); }
}

function wait(label, then, many) {
    app.waiting = { label, then, many };
    app.render();
    byId("document").focus({ preventScroll: true });
    if (selection()) getSelection().removeAllRanges();
}

function parts(one, record) {
    const cards = one.entries.map((part) => {
        const opened = under(app.path || [], part.path) && app.path;
        const top = h("div", { class: "card__top" },
            h("button", { type: "button", class: "card__toggle", "aria-expanded": String(Boolean(opened)), onclick: () => { app.path = opened ? part.path.slice(0, -2) : part.path; if (!app.path.length) app.path = null; app.render(); if (app.path) { reveal(record, app.path); focusPart(); } } },
                h("span", { class: "card__mark", "aria-hidden": "true" }), h("span", { class: "card__head" }, part.head)),
            h("span", { class: "tag" }, t("待核", "to decide")));
        const tools = opened ? h("div", { class: "card__tools" },
            button(t("全部核定", "Accept all"), () => accept(record, part.path), { class: "accept" }),
            part.path.length === 2 && !record.startsWith("documents/") ? moving(record, part.path) : null,
            part.path.length === 2 && part.path[0] === "statements" ? framingButton(record, part.path) : null,
            button(t("删除", "Delete"), () => { app.path = null; act({ action: "remove", record, path: part.path }); }, { class: "quiet" })) : null;
        return h("article", { class: `card${opened ? " card--open" : ""}${part.open ? " card--undecided" : ""}`, "data-path": JSON.stringify(part.path) }, top,
            opened ? h("div", { class: "card__body" }, ordered(part.fields, record), tools) : null, h("div", { class: "problems", "data-field": fieldName(part.path) }));
    });
    const adding = one.adds ? adder(one, t("＋ 添加一项", "＋ Add one"), record) : null;
    return h("section", { class: `parts parts--${one.path[one.path.length - 1]}` }, h("h3", null, said(one.label), h("span", { class: "count" }, String(one.entries.length))), cards, adding, h("div", { class: "problems", "data-field": fieldName(one.path) }));
}

// A statement that says nothing of its own: its sentence only introduces or closes.
const framingButton = (record, path) => button(t("只起引导、收尾作用", "Only introduces or closes"), () => {
    app.path = null;
    onFrom(record, path, () => act({ action: "only-frames", record, path }));
}, { class: "quiet" });

// Does what takes a part away, and goes on to what is to be decided next.
async function onFrom(record, path, does) {
    const at = toDecide().findIndex((one) => one.record === record && under(one.path, path));
    if (!(await does())) return;
    const rows = toDecide();
    if (rows.length) goTo(rows[Math.max(at, 0) % rows.length]);
    else byId("document").focus({ preventScroll: true });
}

function moving(record, path) {
    const others = app.state.records.filter((one) => one.key !== record && one.takes.includes(path[0]));
    return !others.length ? null : h("select", { class: "insert", "aria-label": t("移到另一条记录", "Move to another record"), onchange: (event) => act({ action: "move", record, path, to: event.target.value }, true) },
        h("option", { value: "" }, t("移到…", "Move to…")), others.map((one) => h("option", { value: one.key }, one.title)));
}

function leftTab() {
    const all = app.state.left, rows = toDecide();
    if (!all.length) return [h("p", { class: "empty" }, t("都已核定。", "Everything has been decided."))];
    const sorts = [["all", t("全部", "All"), all.length], ["zh", t("中文", "Chinese and choices"), all.filter((one) => !isTranslation(one)).length], ["translations", t("译文", "Translations"), all.filter(isTranslation).length]];
    const filter = app.state.languages.length > 1 ? h("div", { class: "filter", role: "group" }, sorts.map(([sort, label, count]) => button(`${label} ${count}`, () => { app.sort = sort; app.render(); }, { "aria-pressed": String(app.sort === sort) }))) : "";
    return [filter,
        h("p", { class: "side__note" }, t("按文件的次序排列。按 F8 到下一处，回车核定。", "In the order of the document. F8 goes to the next; Enter accepts.")),
        h("ol", { class: "rows" }, rows.slice(0, MOST_ROWS).map((one) => h("li", null, h("button", { type: "button", class: "row", onclick: () => goTo(one) },
            h("span", { class: "row__text" }, one.text ? printed(one.text, one.record) : t("（还没有写）", "(nothing yet)")), h("small", null, [one.title, said(one.label), language(one.path)].filter(Boolean).join(" · "))))))];
}

const MOST_ROWS = 300;
const isTranslation = (one) => one.path[0] === "translations" || app.state.languages.slice(1).includes(one.path[one.path.length - 1]);
const toDecide = () => app.state.left.filter((one) => app.sort === "all" || isTranslation(one) === (app.sort === "translations"));
const language = (path) => { if (app.state.languages.length < 2) return ""; const last = path[path.length - 1]; return last === "zh" ? t("中文", "Chinese") : last === "en" || path[0] === "translations" ? t("英文", "English") : t("选择", "choice"); };

export async function goTo(one) {
    if (one.path[0] === "translations") {
        app.document = one.record.split("/")[1];
        app.sentence = await ask({ ask: "sentence", document: app.document, sentence: one.path[2] });
        app.tab = "sentence";
        app.render();
        reveal(one.record, one.path);
        document.querySelector(`.sentence[data-id="${one.path[2]}"]`).scrollIntoView({ block: "center" });
    } else {
        let end = one.path.length;
        while (end && typeof one.path[end - 1] !== "number") end--;
        await open(one.record, one.path.slice(0, end), true);
        reveal(one.record, one.path);
    }
    focusField(one.path, true);
}

function focusField(path, selecting) {
    const key = JSON.stringify(path), field = [...document.querySelectorAll("#side [data-key]")].find((each) => each.dataset.key === key);
    if (!field) return;
    field.focus();
    field.scrollIntoView({ block: "nearest" });
    if (selecting && field.select) field.select();
}

const undecidedAt = (record, path) => toDecide().findIndex((one) => one.record === record && same(one.path, path));

export function nextUndecided() {
    const rows = toDecide(), now = document.activeElement && document.activeElement.dataset.key;
    if (rows.length) goTo(rows[((now ? undecidedAt(app.record, JSON.parse(now)) : -1) + 1) % rows.length]);
}

function problemsTab() {
    const all = app.state.problems.filter((one) => one.sort !== "open");
    if (!all.length) return [h("p", { class: "empty" }, t("没有问题。", "No problems."))];
    return [["wrong", t("要改正的", "To correct")], ["left", t("文件里还没有记的", "Not recorded yet")]].map(([sort, heading]) => {
        const own = all.filter((one) => one.sort === sort);
        return own.length ? h("section", null, h("h3", null, heading, h("span", { class: "count" }, String(own.length))), own.map((one) => {
            const record = app.state.records.find((each) => each.key === one.record);
            const path = (one.field.match(/[^.[\]]+/g) || []).map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
            let end = path.length;
            while (end && typeof path[end - 1] !== "number") end--;
            return h("div", { class: "problem-row" }, h("small", null, record ? record.title : one.file), problem(one),
                record && sort === "wrong" ? button(t("打开", "Open"), () => { open(one.record, path.slice(0, end)); reveal(one.record, path); }, { class: "quiet" }) : null);
        })) : null;
    }).filter(Boolean);
}

function sentenceTab() {
    const one = app.sentence, record = one.record;
    const label = h("div", { class: "field__label" }, h("span", null, t("译文", "Translation")));
    return [h("blockquote", { class: "sentence-quote" }, one.zh), one.texts.length ? h("div", { class: "field-group" }, label, one.texts.map((text) => {
        const path = ["translations", text.code, one.id];
        const area = h("textarea", { rows: "2", placeholder: t("待译", "to be translated"), "data-key": JSON.stringify(path), value: text.value, lang: text.code });
        typing(area, record, path);
        const memory = h("div", { class: "memory" });
        area.addEventListener("focus", () => propose(memory, area, record, path, text.code));
        return h("div", { class: `field field--text${text.open ? " field--open" : ""}` }, h("span", { class: "language" }, text.code === "en" ? "EN" : text.code), area,
            button(t("核定", "Accept"), () => accept(record, path), { class: "accept" }), memory);
    })) : null, h("label", { class: "check" }, h("input", { type: "checkbox", checked: one.framing, onchange: async () => {
        await act({ action: "framing", document: app.document, sentence: one.id, start: 0, end: 1 });
        app.sentence = await ask({ ask: "sentence", document: app.document, sentence: one.id });
        app.render();
    } }), t("这句只起引导、收尾作用，不必记录", "This sentence only introduces or closes; no record need use it"))].filter(Boolean);
}
