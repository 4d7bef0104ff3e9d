// Keyboard: "/" goes to the page's search, as people expect of lists.
document.addEventListener("keydown", event => {
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search && !event.target.closest("input, textarea, select, [contenteditable]")) {
    event.preventDefault();
    search.focus();
  }
});

// A part of a page that is fetched again says so when it can't be, instead of showing old figures as new ones.
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, event => document.body.classList.add("stale"));
}
document.addEventListener("htmx:afterOnLoad", event => document.body.classList.remove("stale"));

// What is fetched again keeps what the reader had opened and where the keyboard was; nobody loses a half-typed answer.
const kept = { open: [], focus: null };
document.addEventListener("htmx:beforeRequest", event => {
  const typing = event.detail.target.querySelector("input:focus, textarea:focus, select:focus");
  if (typing && event.detail.requestConfig.verb === "get") event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", event => {
  const target = event.detail.target;
  kept.open = [...target.querySelectorAll("details[open][id]")].map(details => details.id);
  const active = document.activeElement;
  kept.focus = target.contains(active) ? active.id ? "#" + CSS.escape(active.id) : active.getAttribute("href") : null;
});
document.addEventListener("htmx:afterSwap", () => {
  for (const id of kept.open) document.getElementById(id)?.setAttribute("open", "");
  if (kept.focus) {
    const again = kept.focus.startsWith("#") ? document.querySelector(kept.focus)
      : document.querySelector(`a[href="${CSS.escape(kept.focus)}"]`);
    again?.focus({ preventScroll: true });
  }
});
