// The small menu at what was selected: what it may become, and in which record.
import { act, app, ask, byId, button, fill, h, open, said, t } from "./core.js";

import { lookAt } from "./text.js";

let place = null, found = null, target = null;

export function closeMenu() {
    byId("menu").hidden = true;
    place = null;
}

export async function openMenu(selected, box) {
    place = selected;
    found = await ask({ ask: "look", ...selected });
    if (!found || place !== selected) return;
    target = guessed(selected.sentence);
    const menu = byId("menu");
    fill(menu, ...first());
    menu.hidden = false;
    const width = menu.offsetWidth, height = menu.offsetHeight;
    const top = box.bottom + 8 + height < innerHeight ? box.bottom + 8 : Math.max(8, box.top - height - 8);
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    menu.style.top = `${top}px`;
    focusFirst();
}

// The record that the sentences just before belong to, else the one that was used last.
function guessed(id) {
    let near = null;
    for (const one of app.state.document.blocks) {
        for (const sentence of one.table ? [].concat(...one.table) : one.sentences) {
            const marks = sentence.marks.filter((mark) => records().some((each) => each.key === mark.record));
            if (marks.length) near = marks[marks.length - 1].record;
            else if (one.heading !== undefined && one.heading < 2) near = null;
            if (sentence.id === id) return near || app.lastRecord;
        }
    }
    return app.lastRecord;
}

const records = () => app.state.records.filter((one) => one.takes.length);
const takes = (name) => (records().find((one) => one.key === target) || { takes: [] }).takes.includes(name);

function focusFirst() {
    const item = byId("menu").querySelector(".menu__item");
    if (item) item.focus({ preventScroll: true });
}

function item(sort, label, more, action) {
    return h("button", { type: "button", role: "menuitem", class: `menu__item menu__item--${sort}`, onclick: action, "data-what": sort },
        h("span", { class: "menu__label" }, label), more ? h("span", { class: "menu__more" }, more) : null);
}

function first() {
    const list = h("select", { "aria-label": t("记入哪条记录", "Record to put it in"), id: "target", onchange: (event) => {
        target = event.target.value;
        fill(byId("menu"), ...first());
        byId("target").focus();
    } }, records().map((one) => h("option", { value: one.key, selected: one.key === target }, `${one.title}（${said(one.kind)}）`)));
    if (!target && records().length) target = list.value;
    const rows = [];
    if (target) {
        if (takes("figures") || takes("results")) {
            for (const one of found.quantities)
                rows.push(one.recorded
                    ? item("recorded", `${one.text}　${t("已记", "recorded")}`, `${one.recorded[2]} · ${t("打开", "open")}`, () => { closeMenu(); getSelection().removeAllRanges(); open(one.recorded[0], one.recorded[1]); })
                    : item("figure", `${t("数据", "Figure")}　${one.text}`, `${t("读作", "read as")} ${said(one.read)}`, () => add({ what: "figure", at: one.at })));
        }
        if (!found.cell && takes("statements")) rows.push(item("statement", t("事实", "Statement"), found.quote, () => add({ what: "statement" })));
        if (!found.cell && takes("lists")) rows.push(item("item", t("名单条目…", "List entry…"), found.names.join(" / "), entries));
        if (!found.cell && takes("projects")) rows.push(item("project", t("项目", "Project"), found.words, () => add({ what: "project" })));
        for (const [id, zh, en] of (records().find((one) => one.key === target) || { columns: [] }).columns)
            rows.push(item("value", t(zh, en), found.words, () => add({ what: "value", column: id })));
        if (!found.cell && takes("commitments")) rows.push(item("goal", t("目标", "Goal"), found.quote, () => add({ what: "goal" })));
    }
    if (!found.cell) rows.push(item("record", t("新建记录…", "New record…"), found.title, fresh));
    rows.push(item("sentence", t("这一句…", "This sentence…"), t("译文；只起引导作用的在此标明", "its translation; whether it only introduces"), () => {
        const id = place.sentence;
        closeMenu();
        getSelection().removeAllRanges();
        lookAt(id);
    }));
    rows.push(item("more", t("编者注", "Editor's note"), t("说明原文的疑点", "on what looks wrong in the source"), () => add({ what: "note" })));
    if (found.quantities.length) rows.push(item("more", t("不是数量", "No quantity"), t("程序误读的，写明是什么", "what the program misreads; say what it is"), () => add({ what: "no-quantity" })));
    return [
        h("p", { class: "menu__quote" }, found.quote),
        records().length ? h("label", { class: "menu__target" }, t("记入", "Into"), list) : null,
        h("div", { class: "menu__items" }, rows),
    ].filter(Boolean);
}

async function add(what) {
    const request = { action: "add", record: target, ...place, ...what };
    closeMenu();
    getSelection().removeAllRanges();
    app.lastRecord = target || app.lastRecord;
    await act(request, true);
}

function entries() {
    const record = records().find((one) => one.key === target), near = nearList();
    const lists = h("select", { "aria-label": t("名单", "List"), id: "list" },
        record.lists.map(([at, title]) => h("option", { value: String(at), selected: at === near }, title)),
        h("option", { value: "", selected: near === null }, t("新名单", "New list")));
    const kinds = h("select", { "aria-label": t("名单种类", "Kind of list"), id: "kind" }, app.state.itemKinds.map(([id, zh, en]) =>
        h("option", { value: id, selected: id === app.lastKind }, t(zh, en))));
    const title = h("input", { "aria-label": t("名单标题", "Title of the list"), id: "title", placeholder: t("标题（不写就用种类的名称）", "Title (the kind's name if left out)") });
    const more = h("div", { class: "menu__form" }, h("label", null, t("种类", "Kind"), kinds), h("label", null, t("标题", "Title"), title));
    const show = () => { more.hidden = lists.value !== ""; };
    lists.addEventListener("change", show);
    show();
    const go = () => {
        app.lastKind = kinds.value;
        add(lists.value === "" ? { what: "item", kind: kinds.value, title: title.value } : { what: "item", list: Number(lists.value) });
    };
    form(t("名单条目", "List entry"), [h("ul", { class: "menu__names" }, found.names.map((one) => h("li", null, one))), h("label", null, t("加入", "Add to"), lists), more], go, lists);
}

// The list that already stands in the clause, or right before it.
function nearList() {
    for (const one of app.state.document.blocks) {
        for (const sentence of one.table ? [] : one.sentences) {
            if (sentence.id !== place.sentence) continue;
            const held = sentence.marks.filter((mark) => mark.record === target && mark.as === "list" && mark.start < found.end && found.start < mark.end);
            return held.length ? held[held.length - 1].path[1] : null;
        }
    }
    return null;
}

function fresh() {
    const kinds = h("select", { "aria-label": t("记录种类", "Kind of record"), id: "kind" }, app.state.kinds.map(([id, zh, en]) => h("option", { value: id, selected: id === app.lastPlace }, t(zh, en))));
    const areas = h("select", { "aria-label": t("所属工作领域", "Work area"), id: "area" }, app.state.areas.map(([id, title]) => h("option", { value: id }, title)));
    const title = h("input", { "aria-label": t("标题", "Title"), id: "title", value: found.title });
    const area = h("label", null, t("所属工作领域", "Work area"), areas);
    const show = () => { area.hidden = kinds.value === "work-areas"; };
    kinds.addEventListener("change", show);
    show();
    const go = async () => {
        const request = { action: "new", kind: kinds.value, title: title.value, work_area: kinds.value === "work-areas" ? "" : areas.value, ...place };
        app.lastPlace = kinds.value;
        closeMenu();
        getSelection().removeAllRanges();
        await act(request, true);
    };
    form(t("新建记录", "New record"), [h("label", null, t("种类", "Kind"), kinds), h("label", null, t("标题", "Title"), title), area], go, title);
    title.select();
}

function form(heading, inside, go, focus) {
    const made = h("form", { class: "menu__form", onsubmit: (event) => { event.preventDefault(); go(); } },
        h("h3", null, heading), inside,
        h("div", { class: "buttons" }, h("button", { type: "submit", class: "main", id: "go" }, t("记入", "Record")), button(t("返回", "Back"), () => { fill(byId("menu"), ...first()); focusFirst(); })));
    fill(byId("menu"), h("p", { class: "menu__quote" }, found.quote), made);
    focus.focus();
}

export function listenMenu() {
    byId("menu").addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            closeMenu();
            byId("document").focus({ preventScroll: true });
        }
        const items = [...byId("menu").querySelectorAll(".menu__item")], at = items.indexOf(document.activeElement);
        if (at < 0) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length].focus();
        }
    });
    document.addEventListener("mousedown", (event) => {
        if (!byId("menu").contains(event.target)) closeMenu();
    });
}
