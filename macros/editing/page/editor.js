// The page: its bar, its panes, its keys, and what is asked before data is saved.
import { act, app, ask, byId, button, fill, h, said, t, takeToken, tell } from "./core.js";
import { listenMenu } from "./selection_menu.js";
import { growAll, nextUndecided, renderSide } from "./record.js";
import { listen, renderDocument } from "./text.js";

let publicShown = false;

app.render = () => {
    document.documentElement.lang = app.language === "zh" ? "zh-Hans" : "en";
    document.title = t("编辑", "Editor");
    renderBar();
    renderLegend();
    renderDocument();
    renderSide();
};

function renderBar() {
    const state = app.state, changed = state.changed.length;
    const documents = h("select", { "aria-label": t("文件", "Document"), onchange: (event) => { app.document = event.target.value; ask({ ask: "state" }); } },
        state.documents.map(([id, title]) => h("option", { value: id, selected: id === app.document }, title)));
    fill(byId("bar"), h("strong", { class: "bar__name" }, t("编辑", "Editor"), h("span", null, state.bureau)), documents,
        h("div", { class: "bar__view", role: "group" },
            button(t("编辑", "Edit"), () => showPublic(false), { "aria-pressed": String(!publicShown) }),
            button(t("公众所见", "As published"), () => showPublic(true), { "aria-pressed": String(publicShown), id: "see" })),
        h("span", { class: "bar__space" }),
        button(t(`下一处待定 ${state.left.length}`, `Next to decide ${state.left.length}`), nextUndecided, { title: "F8", id: "next", disabled: !state.left.length }),
        button(t("撤销", "Undo"), () => step("undo"), { title: "Ctrl+Z", id: "undo", disabled: !state.canUndo }),
        button(t("重做", "Redo"), () => step("redo"), { title: "Ctrl+Y", id: "redo", disabled: !state.canRedo }),
        button(t("我的改动", "My changes"), () => changes(false), { id: "changes" }),
        button(changed ? t(`保存到数据文件夹（${changed}）`, `Save to the data folder (${changed})`) : t("保存到数据文件夹", "Save to the data folder"), () => changes(true), { class: "main", title: "Ctrl+S", id: "save" }),
        button(app.language === "zh" ? "English" : "中文", () => {
            app.language = app.language === "zh" ? "en" : "zh";
            localStorage.setItem("language", app.language);
            app.render();
        }, { id: "language", class: "bar__small" }),
        button("?", help, { "aria-label": t("帮助", "Help"), class: "bar__small", id: "help" }));
}

function renderLegend() {
    const one = (name, label) => h("span", { class: "legend__one" }, h("span", { class: name }, t("字", "Aa")), label);
    fill(byId("legend"), ...(app.waiting ? [h("strong", { class: "legend__waiting" }, app.waiting.label), button(t("取消", "Cancel"), () => { app.waiting = null; app.render(); })] : [
        one("mark mark--figure", t("数据", "figure")), one("mark mark--statement", t("事实", "statement")), one("mark mark--item", t("名单条目", "list entry")),
        one("mark mark--title", t("记录名", "record")), one("mark mark--project", t("项目和目标", "project, goal")),
        one("mark mark--statement mark--open", t("待核定", "to decide")), one("left", t("未记的数", "number left")), h("span", { class: "legend__one" }, h("span", { class: "sentence--unused" }, t("字", "Aa")), t("未用的句子", "sentence left"))]));
}

function showPublic(on) {
    publicShown = on;
    byId("panes").hidden = on;
    byId("public").hidden = !on;
    if (!on) growAll();
    const record = app.state.records.find((one) => one.key === app.record);
    const address = `/${app.language === "en" && app.state.languages.includes("en") ? "en/" : ""}${record && record.address ? record.address : ""}`;
    fill(byId("public"), ...(on ? [h("iframe", { src: address, title: t("公众所见的网页", "The pages as the public will see them") })] : []));
    renderBar();
    if (on) byId("public").firstChild.addEventListener("load", async () => {
        const found = await ask({ ask: "seen" });
        tell(found && found.current ? t("这是按现在的内容生成的网页。", "These are the pages as everything stands now.")
            : t("现在的内容有问题，这里显示的是最近一次没有问题时的网页。", "Something is wrong at present; these are the pages as they were when nothing was."), !(found && found.current));
    });
}

async function step(way) {
    const answer = await ask({ ask: way });
    if (answer) tell(answer.said ? `${way === "undo" ? t("已撤销：", "Undone: ") : t("已重做：", "Done again: ")}${said(answer.said)}` : t("没有可撤销的。", "There is nothing to undo."));
}

function dialog(...inside) {
    const place = byId("dialog");
    fill(place, ...inside.filter(Boolean));
    if (place.showModal && !place.open) place.showModal();
    else place.setAttribute("open", ""); // Safari below 15.4 knows no dialogs.
}

const close = () => (byId("dialog").close ? byId("dialog").close() : byId("dialog").removeAttribute("open"));

async function changes(saving) {
    if (document.activeElement) document.activeElement.blur();
    const found = await ask({ ask: "changes" });
    if (!found) return;
    const listed = found.rows.length
        ? h("ul", { class: "changes" }, found.rows.map((row) => h("li", null, h("strong", null, said(row.title)), h("small", null, said(row.kind)), h("ul", null, row.lines.map((one) => h("li", null, said(one)))))))
        : h("p", null, t("数据文件夹里的和这里的一样，没有要保存的改动。", "The data folder holds all that is here; there is nothing to save."));
    if (saving) {
        return dialog(h("h2", null, t("保存", "Save")), h("p", null, t("保存后，公布的内容将有这些不同：", "Once saved, this differs for the public:")), listed,
            h("div", { class: "buttons" }, button(t("保存到数据文件夹", "Save to the data folder"), () => save(false), { class: "main", id: "save-now", disabled: !found.rows.length }), button(t("取消", "Cancel"), close)));
    }
    const ways = { added: t("新增", "new"), changed: t("修改", "changed"), deleted: t("删去", "deleted") };
    const count = Object.keys(ways).map((way) => [ways[way], found.handed.filter((one) => one[1] === way).length]).filter((one) => one[1]);
    const handed = found.handed.length ? [
        h("p", null, t("交出的文件：", "Files handed over: ") + count.map(([way, number]) => `${way} ${number}`).join(t("，", ", ")) + t("。", ".")),
        h("details", null, h("summary", null, t("逐个列出", "List them")), h("ul", null, found.handed.map(([path, way]) => h("li", null, `${ways[way]} ${path}`)))),
    ] : [];
    const downloaded = h("p", { class: "downloaded", role: "status" });
    const made = h("div", { class: "branch-made", role: "status" });
    return dialog(h("h2", null, t("我的改动", "My changes")), h("h3", null, t("还没有保存的", "Not saved yet")), listed,
        h("h3", null, t("交给别人审核", "For review")), ...(found.handed.length ? handed : [h("p", null, t("上次交出以来没有改动。", "Nothing changed since the last handing over."))]),
        h("div", { class: "buttons" }, button(t("下载改动文件（补丁）", "Download the patch"), () => patch(downloaded), { id: "patch", disabled: !found.handed.length })), downloaded,
        h("h3", null, t("建一个分支（单位有代码托管网站的）", "Make a branch (with a code hosting site)")), branching(found, made), made,
        h("div", { class: "buttons" }, button(t("关闭", "Close"), close)));
}

// Who hands over a branch is asked for; once it is made, what it is called and how it is pushed stay in sight.
function branching(found, made) {
    const fields = ["name", "email"].map((name) => h("input", { id: name, value: found[name], "aria-label": name }));
    const message = h("input", { id: "message", placeholder: t("一句话说明（可不写）", "A sentence on it (may be left out)") });
    const make = async () => {
        const answer = await ask({ ask: "branch", name: fields[0].value, email: fields[1].value, message: message.value });
        if (!answer) return fill(made, h("p", { class: "branch-made__not" }, byId("status").textContent));
        form.hidden = true;
        byId("patch").disabled = true; // The same is not handed over twice.
        const words = t(`已建分支 ${answer.branch}。您的文件和当前分支都没有动。`, `Branch ${answer.branch} was made; your files and branch are as they were.`);
        fill(made, h("p", null, words), h("p", null, t("推送以后别人才看得到。请在本项目的文件夹里运行下面这一行（或者发给技术人员运行），再在托管网站上发起合并请求：", "Nobody else sees it before it is pushed. Run this line in the project's folder, or have the technical staff run it, then open a pull request on the hosting site:")), copied(answer.push), copied(answer.branch));
        made.querySelector("button").focus();
        tell(words);
    };
    const form = h("div", { class: "branch" }, h("label", null, t("姓名", "Name"), fields[0]), h("label", null, t("邮箱", "E-mail"), fields[1]), h("label", null, t("说明", "Message"), message),
        h("p", { class: "side__note" }, (found.name || found.email ? t("姓名、邮箱已按本机 git 的设置填好，可以改。", "Name and e-mail are those of git on this computer; they may be changed. ") : "") + t("它们记入改动历史，推送后人人可见。", "They are kept in the history; once pushed, everyone can see them.")),
        button(t("建一个分支", "Make a branch"), make, { id: "branch", disabled: !found.handed.length }));
    return form;
}

// A text beside a button that copies it; where the browser copies nothing, the text is selected, to be copied by hand.
function copied(text) {
    const line = h("input", { class: "copied__text", readonly: true, value: text, "aria-label": text });
    const done = button(t("复制", "Copy"), async () => {
        line.select();
        const taken = navigator.clipboard && navigator.clipboard.writeText(text).then(() => true, () => false);
        if (await taken) done.textContent = t("已复制", "Copied");
        else tell(t("浏览器不让复制；文字已选中，请按 Ctrl+C。", "The browser does not copy; the text is selected: press Ctrl+C."), true);
    });
    return h("div", { class: "copied" }, line, done);
}

async function patch(told) {
    const found = await ask({ ask: "patch" });
    if (!found) return;
    const title = app.state.document ? app.state.document.title.replace(/[\\/:*?"<>|{}\s]+/g, "").slice(0, 40) : "";
    const name = [t("改动", "changes"), title, found.day].filter(Boolean).join("-") + ".patch";
    const link = h("a", { href: URL.createObjectURL(new Blob([found.patch], { type: "text/x-diff" })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    const words = t(`已下载“${name}”，在浏览器的下载文件夹里。请把它交给审批人，由审批人审核后合入。`, `"${name}" was downloaded; it is among your browser's downloads. Give it to the approver, who reviews and applies it.`);
    fill(told, words);
    tell(words);
}

async function save(draft) {
    const answer = await ask({ ask: "save", draft });
    if (!answer) return close();
    if (answer.conflicts) return conflicts(answer.conflicts);
    if (answer.mistakes) {
        return dialog(h("h2", null, t("还有问题没有改正", "Something is still wrong")), h("p", null, t("可以先存为草稿；改好之前，网站不会公布它。", "It may be saved as a draft; the site publishes none of it before it is corrected.")),
            h("ul", { class: "changes" }, answer.mistakes.slice(0, 30).map((one) => h("li", null, h("small", null, one.file), h("p", null, said(one.wrong)), h("p", { class: "problem__fix" }, said(one.fix))))),
            h("div", { class: "buttons" }, button(t("回去改正", "Go back"), () => { close(); app.tab = "problems"; app.render(); }, { class: "main" }), button(t("存为草稿", "Save as a draft"), () => save(true), { id: "save-draft" })));
    }
    close();
    tell(t(`已保存 ${answer.saved.length} 个文件。`, `Files saved: ${answer.saved.length}.`));
}

function conflicts(found) {
    const one = found[0];
    const settle = async (keep) => {
        const answer = await ask({ ask: "settle", path: one.path, seen: one.seen, keep });
        if (answer && answer.conflicts) conflicts(answer.conflicts);
        else if (answer) { close(); changes(true); }
    };
    dialog(h("h2", null, t("有人也改了这个文件", "Somebody else has changed this file too")), h("p", null, one.path),
        h("p", null, t("您和别人都改了它。请看两边，选一份；用对方的，您的改动仍可撤销找回。", "You and somebody else have both changed it. Look at both and choose one; if you take theirs, undo brings yours back.")),
        h("div", { class: "both" }, h("div", null, h("h3", null, t("对方的", "Theirs")), h("pre", null, differences(one.theirs || "", one.ours || ""))), h("div", null, h("h3", null, t("您的", "Yours")), h("pre", null, differences(one.ours || "", one.theirs || "")))),
        h("div", { class: "buttons" }, button(t("用对方的", "Take theirs"), () => settle("theirs"), { id: "theirs" }), button(t("用我的", "Keep mine"), () => settle("ours"), { id: "ours" }), button(t("以后再说", "Later"), close)));
}

function differences(text, other) {
    const lines = new Set(other.split("\n"));
    return text.split("\n").map((line) => (lines.has(line) ? `${line}\n` : h("mark", null, `${line}\n`)));
}

function help() {
    const keys = [
        ["←  →", t("上一分句、下一分句（焦点在文件里时）", "the clause before or after (in the document)")], ["↑  ↓", t("上一句、下一句", "the sentence before or after")],
        ["Shift + ← →", t("移动选区的末尾，一次一字", "move the end of what is selected by a character")], ["Ctrl + ← →", t("移动选区的开头，一次一字", "move its beginning by a character")],
        ["Ctrl + Shift + ← →", t("多选或少选一个分句", "a clause more or less")], ["Enter", t("打开菜单；在待核的栏目里：核定并到下一栏", "the menu; in a field to decide: accept, and on to the next")],
        ["Ctrl + Enter", t("打开选区所在的记录", "open the record of what is selected")], ["F8", t("下一处待定", "the next to decide")], ["F6", t("在文件和记录之间切换", "between document and record")], ["Ctrl + Z / Ctrl + Y", t("撤销、重做", "undo, redo")], ["Ctrl + S", t("保存", "save")]];
    dialog(h("h2", null, t("怎样编辑", "How to edit")), h("p", null, t("用鼠标在左边选中文字，再选它是什么。数、单位、限定词、引文都由程序从原文取，不用也不能填写。每一步都已存好，关掉也不会丢。", "Select words on the left with the mouse, then choose what they are. Numbers, units, qualifiers and quotes are taken from the source by the program. Every step is kept, whatever is closed.")),
        h("table", { class: "keys" }, keys.map(([key, words]) => h("tr", null, h("th", null, key), h("td", null, words)))), h("div", { class: "buttons" }, button(t("关闭", "Close"), close, { class: "main" })));
}

document.addEventListener("keydown", (event) => {
    const typing = /^(TEXTAREA|INPUT)$/.test(event.target.tagName), control = event.ctrlKey || event.metaKey;
    if (control && event.key === "s") { event.preventDefault(); changes(true); }
    else if (control && !typing && event.key === "z" && !event.shiftKey) { event.preventDefault(); step("undo"); }
    else if (control && !typing && (event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey))) { event.preventDefault(); step("redo"); }
    else if (event.key === "F8") { event.preventDefault(); nextUndecided(); }
    else if (event.key === "F6") {
        event.preventDefault();
        const inside = byId("document").contains(event.target), first = byId("side").querySelector("textarea, select, button");
        if (inside && first) first.focus();
        else byId("document").focus();
    }
});

addEventListener("resize", growAll);
takeToken();
listen();
listenMenu();
ask({ ask: "state" });
export { act };
