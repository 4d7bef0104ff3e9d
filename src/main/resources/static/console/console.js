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
