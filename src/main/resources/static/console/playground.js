// The playground's editor over its textarea: the form, the check and the price know the textarea only.
const file = document.getElementById("file");
const form = file.form;
const told = document.getElementById("told");
const DRAFT = "mailwright.playground";

// A text survives a reload, and a look at another page, in this tab.
function draft() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT));
  } catch {
    return null;
  }
}
function keep() {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ at: location.search, text: file.value }));
  } catch {
    // a browser that stores nothing still edits
  }
}
function remembered() {
  const kept = draft();
  if (!kept || form.dataset.kept === "true" || !kept.text) return null;
  const [entry] = performance.getEntriesByType("navigation");
  const again = entry && entry.type !== "navigate" && kept.at === location.search;
  return again || location.search === "" ? kept.text : null;
}

// Ace's colours are those of the page, in console.css, so that they follow it into the dark.
const THEME = { cssClass: "ace-page", cssText: "" };
const editor = window.ace ? edit() : null;

function edit() {
  const place = document.createElement("div");
  place.id = "editor";
  file.before(place);
  file.hidden = true;
  const made = ace.edit(place, {
    mode: "ace/mode/groovy",
    useWorker: false,
    value: file.value,
    enableBasicAutocompletion: true,
    enableLiveAutocompletion: true,
    enableKeyboardAccessibility: true,
    textInputAriaLabel: "Campaign file",
    showPrintMargin: false,
    scrollPastEnd: 0.2,
    fontSize: "0.9rem",
    tabSize: 4,
    useSoftTabs: true,
  });
  made.setTheme(THEME);
  made.session.setUseWrapMode(matchMedia("(max-width: 46rem)").matches);
  made.commands.removeCommands(["find", "showSettingsMenu", "openCommandPalette"]);
  document.getElementById("keys").hidden = false;
  document.querySelector("label[for=file]").addEventListener("click", () => made.focus());
  return made;
}

function put(text) {
  if (!editor) {
    file.value = text;
    file.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  // replaced, not set: Ctrl+Z brings back what stood there
  const whole = editor.session.doc;
  const last = whole.getLength() - 1;
  editor.session.replace(new ace.Range(0, 0, last, whole.getLine(last).length), text);
  editor.gotoLine(1, 0);
}

function typed() {
  keep();
  for (const note of document.querySelectorAll("#price .changed")) note.hidden = file.value === priced;
}
let priced = null;

if (editor) {
  editor.on("change", () => {
    file.value = editor.getValue();
    file.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
file.addEventListener("input", typed);
form.addEventListener("submit", keep);
document.addEventListener("htmx:afterRequest", event => {
  if (event.detail.pathInfo?.requestPath === "/playground/price" && event.detail.successful) priced = asked;
});
let asked = null;
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.pathInfo?.requestPath === "/playground/price") asked = file.value;
});

// Errors at their place: a mark at the line, the word underlined, and the list's links lead there.
let marks = [];
function place(link) {
  const row = Math.min(Number(link.dataset.line), editor.session.getLength()) - 1;
  // columns count characters, the editor counts halves of some
  const line = editor.session.getLine(row);
  return { row, column: Array.from(line).slice(0, Number(link.dataset.column) - 1).join("").length };
}
function mark() {
  if (!editor) return;
  marks.forEach(id => editor.session.removeMarker(id));
  const links = [...document.querySelectorAll("#found [data-line]")];
  editor.session.setAnnotations(links.map(link => ({
    ...place(link), type: "error", text: link.nextElementSibling.textContent,
  })));
  marks = links.map(link => {
    const { row, column } = place(link);
    const word = /^([\w-]+|.)/u.exec(editor.session.getLine(row).slice(column));
    const end = column + (word ? word[0].length : 1);
    return editor.session.addMarker(new ace.Range(row, column, row, end), "wrong", "text");
  });
}
document.getElementById("errors").addEventListener("click", event => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  if (editor) {
    const { row, column } = place(link);
    editor.gotoLine(row + 1, column, true);
    editor.focus();
  } else {
    const before = file.value.split("\n").slice(0, Number(link.dataset.line) - 1).join("\n").length;
    file.focus();
    file.setSelectionRange(before, before);
  }
});
// what is the same as before is not read out again
document.addEventListener("htmx:oobBeforeSwap", event => {
  const now = event.detail.target, next = event.detail.fragment.querySelector("#found");
  if (now?.id === "found" && next?.textContent === now.textContent) event.detail.shouldSwap = false;
});
document.addEventListener("htmx:afterSettle", event => {
  if (event.detail.target.id === "side") mark();
  if (event.detail.target.id === "price") typed();
});

// A server that was away is asked again; console.js says meanwhile that what stands here is old.
setInterval(() => {
  if (document.body.classList.contains("stale")) htmx.trigger(file, "input");
}, 2000);

document.querySelector(".examples")?.addEventListener("click", async event => {
  const link = event.target.closest("[data-example]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const had = file.value.trim() !== "";
  try {
    const answer = await fetch("/playground/examples/" + link.dataset.example);
    if (!answer.ok) throw new Error(answer.statusText);
    put(await answer.text());
    told.textContent = link.textContent + " is in the editor."
      + (had && editor ? " Ctrl+Z brings back what stood there." : "");
    editor?.focus();
  } catch {
    told.textContent = "The example could not be fetched: Mailwright does not answer. Try again.";
  }
});

// not before htmx listens, or nobody would read what is put back
document.addEventListener("DOMContentLoaded", () => {
  const back = remembered();
  if (back !== null && back !== file.value) put(back);
  else mark();
});

// ---- completion

/** Where the end of a text stands: {in: "word"|"value"|"rule"|"text"|"none", word, block}. */
function standing(text) {
  let word = "", quote = null, comment = false, depth = 0;
  const blocks = [];
  const top = () => blocks[blocks.length - 1];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (comment) {
      comment = c !== "\n";
      if (comment) continue;
    }
    if (quote) {
      if (c === "\\") i++;
      else if (text.startsWith(quote, i)) {
        i += quote.length - 1;
        quote = null;
      } else if (c === "\n" && quote.length === 1) quote = null;
      continue;
    }
    if (text.startsWith("//", i)) comment = true;
    else if (text.startsWith("'''", i)) {
      quote = "'''";
      i += 2;
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth--;
    else if (c === "{") {
      blocks.push(word.trim().split(/\W/)[0]);
      word = "";
    } else if (c === "}") {
      blocks.pop();
      word = "";
    } else if (c === "\n" && depth <= 0 && !/,\s*$/.test(word)) word = "";
    if (c !== "{" && c !== "}") word += c === "\n" ? " " : c;
  }
  const first = word.trim().split(/\W/)[0];
  if (comment) return { in: "none" };
  if (quote) return { in: quote.length === 1 ? "text" : "none", word: first, block: top() };
  if (["only", "prefer", "approve"].includes(top())) return { in: "rule", word: top() };
  return { in: /^\s*\w*$/.test(word) ? "word" : "value", word: first, block: top() };
}

/** What a snippet leaves when nothing is filled in. */
const plain = snippet => snippet.replace(/\$\{\d:((?:\\.|[^}\\])*)\}/g, (whole, said) => said.replaceAll("\\", ""));

function explained(caption, meta, says, snippet) {
  const box = document.createElement("div");
  box.append(Object.assign(document.createElement("p"), { textContent: says }));
  if (snippet) box.append(Object.assign(document.createElement("pre"), { textContent: plain(snippet) }));
  return { caption, meta, docHTML: box.innerHTML, ...(snippet ? { snippet } : { value: caption }) };
}

function offers(table, at) {
  const said = (list, meta) => Object.entries(list ?? {}).map(([name, says]) => explained(name, meta, says));
  const told = (list, meta) => Object.entries(list ?? {}).map(([name, [says, snippet]]) => explained(name, meta, says, snippet));
  switch (at.in) {
    case "word": {
      const inDomain = at.block === "domain";
      return told(table.words, "word").filter(item => !inDomain || table.inDomains.includes(item.caption));
    }
    case "value":
      return [...told(table.named[at.word], at.word), ...said(table.bare[at.word], at.word)];
    case "rule":
      return said(at.word === "approve" ? table.facts.plans : table.facts.names, "fact");
    case "text":
      return said(table.texts[at.word], at.word).map(item => ({ ...item, completer: inText }));
    default:
      return [];
  }
}

/** A placeholder is offered with its braces, whether or not the first of them is typed. */
const inText = {
  insertMatch(target, item) {
    const { row, column } = target.getCursorPosition();
    const line = target.session.getLine(row);
    const begun = /\{?[\w:]*$/.exec(line.slice(0, column))[0].length;
    const closed = item.value.endsWith("}") && line[column] === "}" ? 1 : 0;
    target.session.replace(new ace.Range(row, column - begun, row, column + closed), item.value);
  },
};

if (editor) {
  fetch("/console/playground-words.json").then(answer => answer.json()).then(table => {
    editor.completers = [{
      triggerCharacters: ["{"],
      getCompletions(target, session, at, prefix, callback) {
        const before = session.getLines(0, at.row);
        before[at.row] = before[at.row].slice(0, at.column);
        const found = offers(table, standing(before.join("\n")));
        // of those that fit as well, in the table's order
        callback(null, found.map((item, i) => ({ ...item, score: found.length - i })));
      },
    }];
  }).catch(() => { told.textContent = "The words for completion could not be fetched; reload the page."; });
}
