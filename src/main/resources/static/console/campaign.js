// The pages of a campaign and of a request: their diagram, and the rest of them fetched again when something has happened.
const standing = () => document.getElementById("standing");
const canvas = document.getElementById("canvas");
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let viewer, drawn;

async function draw() {
  if (!canvas || !standing()?.dataset.model) return;
  const model = standing().dataset.model;
  if (viewer) viewer.destroy();
  drawn = undefined;
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
  show();
  drawn = { model, marks: [] };
  mark();
}

const narrow = () => canvas.clientWidth < 600;

// The whole; where that would be too small to read, what it stands at in the middle, at half its size.
function show() {
  const paper = viewer.get("canvas");
  const stands = viewer.get("elementRegistry").get(standing().dataset.at.split(" ")[0]);
  if (!narrow() || !stands) return paper.zoom("fit-viewport", "auto");
  const [width, height] = [2 * canvas.clientWidth, 2 * canvas.clientHeight];
  paper.viewbox({ x: stands.x + stands.width / 2 - width / 2, y: stands.y + stands.height / 2 - height / 2, width, height });
}

function mark() {
  const known = viewer.get("elementRegistry");
  const paper = viewer.get("canvas");
  drawn.marks.forEach(([id, name]) => paper.removeMarker(id, name));
  const marks = name => standing().dataset[name].split(" ").filter(id => id && known.get(id)).map(id => [id, name]);
  drawn.marks = [...marks("done"), ...marks("at")];
  drawn.marks.forEach(([id, name]) => paper.addMarker(id, name));
  if (narrow() && canvas.dataset.drawn !== standing().dataset.at) show();
  canvas.dataset.drawn = standing().dataset.at;
}

// What somebody is writing in, or has written in and not sent, stays as it is.
const busy = part =>
  [...part.querySelectorAll("input, textarea")].some(field => field === document.activeElement || field.value !== field.defaultValue) ||
  (part.contains(document.activeElement) && document.activeElement.matches("select, button"));

function replace(part, fresh) {
  const restore = keep(part);
  const node = document.importNode(fresh, true);
  part.replaceWith(node);
  htmx.process(node);
  restore();
}

// What could not be fetched is due still.
let pending = false;
async function refresh() {
  pending = true;
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
    // long enough to be read
    if (performance.now() > 10_000) document.querySelector(".said")?.remove();
  }
  if (now.revision !== seen.revision || pending) refresh();
  seen = now;
});
if (canvas) new ResizeObserver(() => {
  if (!drawn) return;
  viewer.get("canvas").resized();
  show();
}).observe(canvas);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
draw();
