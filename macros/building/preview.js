// In the live preview only: shows a page anew when something it may be made of has been saved, and what is wrong with it.
const script = document.querySelector("script[data-number]");
const notice = document.createElement("pre");
notice.setAttribute("role", "alert");
Object.assign(notice.style, {
    position: "fixed", right: "0", left: "0", bottom: "0", margin: "0", padding: "1em", maxHeight: "50vh", overflow: "auto",
    whiteSpace: "pre-wrap", background: "#fff", color: "#900", borderTop: "3px solid #900", zIndex: "9",
});

async function wait() {
    for (let number = "none"; ; ) {
        try {
            const news = await (await fetch(`/_preview/${number}`)).text();
            const [now, ...problems] = news.split("\n");
            if (problems.join("")) {
                notice.textContent = problems.join("\n");
                document.body.append(notice);
            } else if (now !== script.dataset.number) {
                return location.reload();
            }
            number = now;
        } catch {
            await new Promise((resolve) => setTimeout(resolve, 1000)); // The preview is starting again.
        }
    }
}

wait();
