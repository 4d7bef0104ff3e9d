// Keyboard: "/" goes to the page's search, as people expect of lists.
document.addEventListener("keydown", event => {
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search && !event.target.closest("input, textarea, select, [contenteditable]")) {
    event.preventDefault();
    search.focus();
  }
});

// A part of a page that is fetched again says so when it can't be, instead of showing old figures as new ones.
const unanswered = event => event.type === "htmx:sendError" || [502, 504].includes(event.detail.xhr.status);
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, event => document.body.classList.add(unanswered(event) ? "stale" : "refused"));
}
document.addEventListener("htmx:afterOnLoad", event => {
  if (event.detail.successful) document.body.classList.remove("stale", "refused");
});

// What is fetched again keeps what the reader had opened or shut and where the keyboard was.
function keep(part) {
  const opened = [...part.querySelectorAll("details[id]")].map(details => [details.id, details.open]);
  const active = part.contains(document.activeElement) ? document.activeElement : null;
  const near = active?.closest("[id]");
  const within = !near || active === near ? null
    : active.hasAttribute("href") ? `a[href="${CSS.escape(active.getAttribute("href"))}"]` : active.localName;
  return () => {
    for (const [id, open] of opened) {
      const details = document.getElementById(id);
      if (details) details.open = open;
    }
    if (!near) return;
    const place = document.getElementById(near.id);
    ((within && place?.querySelector(within)) || place)?.focus({ preventScroll: true });
  };
}

// Nobody loses a half-typed answer.
document.addEventListener("htmx:beforeRequest", event => {
  const typing = event.detail.target.querySelector("input:focus, textarea:focus, select:focus");
  if (typing && event.detail.requestConfig.verb === "get") event.preventDefault();
});
let restore = () => {};
document.addEventListener("htmx:beforeSwap", event => restore = keep(event.detail.target));
document.addEventListener("htmx:afterSwap", () => restore());
