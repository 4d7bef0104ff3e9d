// The pages of a campaign and of a request: their diagram, and the rest of them fetched again when something has happened.
const standing = () => document.getElementById("standing");
const canvas = document.getElementById("canvas");
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let viewer, drawn;

async function draw() {
  if (!canvas || !standing()?.dataset.model) return;
  const model = standing().dataset.model;
  if (viewer) viewer.destroy();
  viewer = new BpmnJS({
    container: canvas,
    bpmnRenderer: {
      defaultFillColor: color("--pico-background-color"),
      defaultStrokeColor: color("--calm"),
      defaultLabelColor: color("--pico-color"),
    },
  });
  const xml = await (await fetch("/models/" + encodeURIComponent(model))).text();
  await viewer.importXML(xml);
  viewer.get("zoomScroll").toggle(false);
  const stands = viewer.get("elementRegistry").get(standing().dataset.at.split(" ")[0]);
  // on a phone the whole would be too small to read
  if (canvas.clientWidth < 600 && stands) viewer.get("canvas").zoom(0.5, { x: stands.x + stands.width / 2, y: stands.y + stands.height / 2 });
  else viewer.get("canvas").zoom("fit-viewport", "auto");
  drawn = { model, marks: [] };
  mark();
}

function mark() {
  const known = viewer.get("elementRegistry");
  const paper = viewer.get("canvas");
  drawn.marks.forEach(([id, name]) => paper.removeMarker(id, name));
  const marks = name => standing().dataset[name].split(" ").filter(id => id && known.get(id)).map(id => [id, name]);
  drawn.marks = [...marks("done"), ...marks("at")];
  drawn.marks.forEach(([id, name]) => paper.addMarker(id, name));
  canvas.dataset.drawn = standing().dataset.at;
}

// What somebody is writing in, or has written in and not sent, stays as it is.
const busy = part =>
  [...part.querySelectorAll("input, textarea")].some(field => field === document.activeElement || field.value !== field.defaultValue) ||
  (part.contains(document.activeElement) && document.activeElement.matches("select, button"));

function replace(part, fresh) {
  const open = new Set([...part.querySelectorAll("details[open]")].map(details => details.id));
  const shut = new Set([...part.querySelectorAll("details:not([open])")].map(details => details.id));
  fresh.querySelectorAll("details").forEach(details => {
    if (open.has(details.id)) details.open = true;
    if (shut.has(details.id)) details.open = false;
  });
  const focused = part.contains(document.activeElement) && document.activeElement.closest("[id]")?.id;
  const node = document.importNode(fresh, true);
  part.replaceWith(node);
  htmx.process(node);
  if (focused) (document.getElementById(focused)?.querySelector("summary, a") || document.getElementById(focused))?.focus();
}

let pending = false;
async function refresh() {
  const answer = await fetch(location.pathname + location.search);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  pending = false;
  document.querySelectorAll("[data-fresh]").forEach(part => {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.outerHTML === part.outerHTML) return;
    if (busy(part)) pending = true;
    else replace(part, fresh);
  });
  if (!canvas || !standing()) return;
  if (!drawn || drawn.model !== standing().dataset.model) await draw();
  else mark();
}

let seen = document.getElementById("progress")?.dataset;
document.addEventListener("htmx:afterSwap", () => {
  const now = document.getElementById("progress").dataset;
  if (now.now !== seen.now) {
    document.getElementById("said").textContent = "Now: " + now.now;
    document.querySelector(".said")?.remove();
  }
  if (now.revision !== seen.revision || pending) refresh();
  seen = now;
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
draw();
