// Served by the preview alone and never part of a built site: reloads the page after an edit, and shows what is wrong.
// All text from outside goes into the page as text, and styles come from a file: the site's own policy applies here too.

const panelId = "ledelsesdag-preview";
const shownSite = new URL(import.meta.url).searchParams.get("site") ?? "";

let events = null;

function listen() {
  events ??= new EventSource("/_preview/events");
  events.onmessage = (message) => {
    const { site, faults } = JSON.parse(message.data);
    if (faults.length > 0) {
      show(faults);
    } else if (site !== shownSite) {
      location.reload();
    } else {
      document.getElementById(panelId)?.remove();
    }
  };
}

function show(faults) {
  let panel = document.getElementById(panelId);
  if (!panel) {
    panel = document.createElement("section");
    panel.id = panelId;
    panel.lang = "en";
    panel.setAttribute("role", "alert");
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_preview/preview.css";
    panel.append(style, document.createElement("h2"), document.createElement("ol"));
    document.body.prepend(panel);
  }
  panel.querySelector("h1, h2").textContent =
    faults.length === 1 ? "One fault; this is the last good site" : `${faults.length} faults; this is the last good site`;
  if (shownSite === "") {
    panel.querySelector("h1, h2").textContent = "The site cannot be built yet";
  }
  panel.querySelector("ol").replaceChildren(...faults.map((fault) => {
    const item = document.createElement("li");
    item.textContent = fault;
    return item;
  }));
}

// A browser opens six connections to a host at most, so only the page that is looked at holds one.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    events?.close();
    events = null;
  } else {
    listen();
  }
});

// A page kept for the back button must not keep its connection.
addEventListener("pagehide", () => {
  events?.close();
  events = null;
});
addEventListener("pageshow", () => listen());

if (!document.hidden) {
  listen();
}
