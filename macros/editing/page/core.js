// What all parts of the page share: the words of two languages, requests one after the other, and what is open.
export const app = {
    language: localStorage.getItem("language") || "zh",
    token: "",
    state: null,
    document: null,
    record: null,
    caret: "", // The text that was typed in last, by its path.
    path: null, // The part of the record that is open.
    sentence: null, // The sentence that is looked at, with its translations.
    tab: "record",
    lastRecord: null,
    waiting: null, // What the next selection is for: {label, then(place)}.
    typing: 0,
    sort: "all", // Which of the texts to decide are listed.
    recording: false, // Whether the open part was just recorded from the document.
    touched: new Set(), // Texts that a person has typed or filled in: words from the source go behind what they say.
    added: new Set(), // Fields, by their paths, that are shown though nothing has been written in them yet.
    render: () => {},
};

export const t = (zh, en) => (app.language === "zh" ? zh : en);
export const said = (both) => (both ? t(both[0], both[1]) : "");
export const byId = (id) => document.getElementById(id);
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export function h(tag, given, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given || {})) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
        else if (name === "value") made.value = value;
        else if (name === "checked" || name === "selected") made[name] = true;
        else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...inside.flat().filter((one) => one !== null && one !== undefined && one !== false));
    return made;
}

// Puts these in the place of all that an element holds.
export function fill(element, ...inside) {
    element.textContent = "";
    element.append(...inside);
}

export const button = (label, action, more) => h("button", { type: "button", onclick: action, ...more }, label);

export function takeToken() {
    const given = location.hash.slice(1);
    if (given) {
        sessionStorage.setItem("token", given);
        history.replaceState(null, "", location.pathname);
    }
    app.token = sessionStorage.getItem("token") || "";
}

let last = Promise.resolve(), waiting = 0;

// Requests wait for each other, so that each names the version that the one before it has made.
export function ask(request) {
    const run = () => send(request).finally(() => {
        waiting--;
        if (!waiting) delete document.documentElement.dataset.busy;
    });
    waiting++;
    document.documentElement.dataset.busy = "yes";
    last = last.then(run, run);
    return last;
}

async function send(request) {
    const body = { ...request, version: app.state ? app.state.version : 0 };
    body.showing = { document: app.document, record: app.record };
    let answer;
    try {
        const got = await fetch("api", {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-Token": app.token },
            body: JSON.stringify(body),
        });
        if (got.status === 403) return tell(t("请用程序给出的完整地址打开本页。", "Open this page by the whole address that the program printed."), true);
        if (got.status === 413) return tell(t("内容太长，没有改动。", "This is too long; nothing was changed."), true);
        answer = await got.json();
    } catch (error) {
        return tell(t("程序没有回应。改动都已存好；请重新运行程序，再刷新本页。", "The program does not answer. Your changes are kept: start it again, then reload this page."), true);
    }
    if (answer.refused) tell(said(answer.refused), true);
    if (answer.state) {
        app.state = answer.state;
        app.document = answer.state.document ? answer.state.document.id : null;
        if (!answer.state.record) app.record = null;
        app.render();
    }
    return answer.refused ? null : answer;
}

export function tell(words, bad) {
    const place = byId("status");
    place.textContent = words;
    place.classList.toggle("status--bad", Boolean(bad));
    return null;
}

// Changes the data, tells what was done, and opens what was made.
export async function act(request, opens) {
    const answer = await ask({ ask: "act", ...request });
    if (!answer) return null;
    if (opens) await open(answer.select.record, answer.select.path, false, true);
    tell(`${said(answer.said)} · ${t("草稿已自动保存", "draft kept automatically")}`);
    return answer;
}

export async function open(record, path, quietly, recording) {
    app.recording = Boolean(recording);
    if (record !== app.record || JSON.stringify(path) !== JSON.stringify(app.path)) app.added.clear();
    app.record = record;
    app.path = path && path.length ? path : null;
    app.sentence = null;
    app.tab = "record";
    app.lastRecord = record.startsWith("documents/") ? app.lastRecord : record;
    if (!app.state.record || app.state.record.key !== record) await ask({ ask: "state" });
    else app.render();
    if (!quietly) focusPart();
}

// The first text to decide of what is open, else the first there is, is ready to be typed in.
export function focusPart() {
    const card = document.querySelector("#side .card--open") || byId("side");
    const field = card.querySelector(".field--open textarea, .field--open select") || card.querySelector("textarea, select");
    if (field) {
        field.focus({ preventScroll: true });
        if (field.select) field.select();
    }
    card.scrollIntoView({ block: "nearest" });
}
