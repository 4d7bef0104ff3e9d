// The simulator's clock, faults and ledger, by its own administration paths.
const part = document.getElementById("simulator");
const place = name => part.querySelector(`[data-show="${name}"]`);

async function ask(path, method, body) {
  const answer = await fetch("/simulator/" + path, {
    method: method ?? "GET",
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? said.message ?? "the simulator answered " + answer.status);
  return said;
}

// What was done is told, and what was refused; a look that fails leaves the old figures and says so.
async function act(work, done) {
  const says = place("says");
  try {
    await work();
    says.className = "note good";
    says.textContent = done;
    says.hidden = !done;
  } catch (refused) {
    says.className = "note bad";
    says.textContent = "It was not done: " + refused.message + ".";
    says.hidden = false;
  }
}

function time(text) {
  return new Date(text).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }) + " UTC";
}

async function showClock() {
  const clock = await ask("clock");
  place("now").textContent = time(clock.now);
  const speed = part.querySelector("input[name=speed]");
  if (!speed.dataset.touched) speed.value = clock.speed;
  place("speed").textContent = clock.speed === 0 ? "stopped"
    : clock.speed === 1 ? "as real time" : clock.speed.toLocaleString("en-US") + " × real time";
}

function scripted(item) {
  const times = item.for ? "for " + item.for : item.times < 0 ? "always" : item.times === 1 ? "once" : item.times + " times";
  return (item.endpoint === "*" ? "any call" : item.endpoint) + ": " + item.fault + ", " + times + ", from call " + item.nth;
}

async function showFaults() {
  const plan = await ask("faults");
  const lines = plan.script.map(scripted);
  if (plan.rate > 0) lines.unshift("any call: by chance, " + (plan.rate * 100).toLocaleString("en-US") + " of 100, seed " + plan.seed);
  place("faults").replaceChildren(...(lines.length ? lines : ["None: every call is answered as it should be."]).map(line => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
  const words = part.querySelector("select[name=fault]");
  if (words.options.length === 1) plan.words.forEach(word => words.add(new Option(word, word)));
}

async function showLedger() {
  const ledger = await ask("ledger");
  place("purchases").textContent = ledger.counts.purchases.toLocaleString("en-US");
  place("orders").textContent = ledger.counts.orders.toLocaleString("en-US");
  place("charged").textContent = "$" + ledger.charged.total.toLocaleString("en-US", { minimumFractionDigits: 2 });
  const duplicates = place("duplicates");
  duplicates.textContent = ledger.duplicates.length.toLocaleString("en-US");
  duplicates.className = "pill " + (ledger.duplicates.length ? "bad" : "good");
}

async function show() {
  await Promise.all([showClock(), showFaults(), showLedger()]);
}

part.querySelectorAll("button[data-advance]").forEach(button => button.addEventListener("click", () =>
  act(async () => {
    await ask("clock", "POST", { advance: button.dataset.advance });
    await showClock();
  }, "The vendor's time has moved on.")));

part.querySelector("form[data-form=speed]").addEventListener("submit", event => {
  event.preventDefault();
  const speed = Number(new FormData(event.target).get("speed"));
  act(async () => {
    await ask("clock", "POST", { speed });
    await showClock();
  }, "The vendor's time runs at that speed from now on.");
});

part.querySelector("input[name=speed]").addEventListener("input", event => { event.target.dataset.touched = "yes"; });

part.querySelector("form[data-form=faults]").addEventListener("submit", event => {
  event.preventDefault();
  const said = new FormData(event.target);
  const plan = { rate: Number(said.get("rate")) / 100, seed: Number(said.get("seed")) };
  if (said.get("fault")) {
    plan.script = [{ endpoint: said.get("endpoint"), fault: said.get("fault"), nth: Number(said.get("nth")), times: Number(said.get("times")) }];
  }
  act(async () => {
    await ask("faults", "PUT", plan);
    await showFaults();
  }, "These faults hold from the next call on.");
});

part.querySelector("button[data-clear]").addEventListener("click", () =>
  act(async () => {
    await ask("faults", "DELETE");
    part.querySelector("form[data-form=faults]").reset();
    await showFaults();
  }, "No fault is set any more."));

act(show, "");
setInterval(() => { if (!document.hidden) show().catch(() => document.body.classList.add("stale")); }, 5000);
