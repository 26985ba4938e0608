// Makes the pages quicker to use. They are whole without it.

// A file that is dropped anywhere, or pasted, is sent as if it had been chosen in the form that takes files.
const LARGEST = 32 * 1024 * 1024;
const form = document.querySelector("form[data-drop]");
if (form) {
  const { drop, hint, one, large } = form.dataset;
  const input = form.querySelector("input[type=file]");
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  note.textContent = hint;
  input.after(note);
  document.body.dataset.drop = drop;
  const take = (files) => {
    if (files.length !== 1) return (note.textContent = one);
    if (files[0].size > LARGEST) return (note.textContent = large);
    input.files = files;
    note.textContent = files[0].name;
    form.requestSubmit();
  };
  const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  // The pointer enters and leaves each element under way: the page is left when it has left them all.
  let depth = 0;
  const dropping = (by) => {
    depth = by === 0 ? 0 : Math.max(0, depth + by);
    document.body.classList.toggle("dropping", depth > 0);
  };
  addEventListener("dragenter", (event) => hasFile(event) && dropping(1));
  addEventListener("dragleave", (event) => hasFile(event) && dropping(-1));
  addEventListener("dragover", (event) => hasFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    dropping(0);
    take(event.dataTransfer.files);
  });
  addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea, select")) return;
    if (event.clipboardData.files.length > 0) return take(event.clipboardData.files);
    const pasted = event.clipboardData.getData("text/plain");
    if (!pasted.trim()) return;
    form.querySelector("textarea").value = pasted;
    input.value = "";
    form.requestSubmit();
  });
}

// The credentials of the states that are chosen come first in the lists of what can be held.
const chosen = [...document.querySelectorAll("select[name^=state-]")];
const nearFirst = () => {
  const near = chosen.map((state) => state.value).filter(Boolean);
  for (const list of document.querySelectorAll("select[name^=holds-]")) {
    for (const state of near.toReversed()) {
      const own = list.querySelector(`optgroup[data-state="${CSS.escape(state)}"]`);
      if (own) list.querySelector("option").after(own);
    }
  }
};
for (const state of chosen) state.addEventListener("change", nearFirst);
nearFirst();

// An open page notices what was changed elsewhere, and says so; what is typed stays.
const asOf = document.body.dataset.stamp;
const changed = document.querySelector("#changed");
if (asOf && changed) {
  const look = async () => {
    if (document.hidden || !changed.hidden) return;
    try {
      const answer = await fetch("/api/stamp", { cache: "no-store" });
      if (answer.ok && (await answer.json()).stamp !== asOf) changed.hidden = false;
    } catch {
      // The server is gone: there is nothing newer to be seen.
    }
  };
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  setInterval(look, 60_000);
}

// Paper cannot be opened: what is closed is opened for the print, and closed again.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// What is typed into the search is looked for at once, on the page that the form would open.
const search = document.querySelector("form[data-search]");
if (search) {
  const field = search.querySelector("input");
  const place = document.querySelector("#results");
  const told = document.querySelector("#told");
  const home = location.pathname === "/search";
  const before = place.innerHTML;
  let waiting, asked;
  const look = async () => {
    const words = field.value;
    asked?.abort();
    asked = new AbortController();
    if (!home && words.trim() === "") {
      place.innerHTML = before;
      told.textContent = "";
      return;
    }
    const address = `${search.action}?${new URLSearchParams({ q: words })}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...page.querySelector("#results").childNodes);
      told.textContent = place.querySelector(".count, .card p")?.textContent ?? "";
      if (home) history.replaceState(null, "", address);
    } catch {
      // Given up for a newer question, or the server is gone: the button still works.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
  });
}

// On the map the arrow keys go to the next tile that way.
const tiles = document.querySelector(".tiles");
tiles?.addEventListener("keydown", (event) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target.closest(".tile")?.getBoundingClientRect();
  if (!way || !from || event.ctrlKey || event.altKey || event.metaKey) return;
  let best = null;
  for (const tile of tiles.querySelectorAll(".tile")) {
    const to = tile.getBoundingClientRect();
    const [x, y] = [to.left - from.left, to.top - from.top];
    const along = x * way[0] + y * way[1];
    const aside = Math.abs(x * way[1]) + Math.abs(y * way[0]);
    if (along < 1 || aside > along) continue;
    const far = along + 2 * aside;
    if (!best || far < best.far) best = { far, tile };
  }
  event.preventDefault();
  best?.tile.focus();
});

// A form of choices shows its list anew at each change, on the page that its button would open.
const filter = document.querySelector("form[data-live]");
if (filter) {
  const id = filter.dataset.live;
  let waiting, asked;
  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const chosen = [...new FormData(filter)].filter(([, value]) => value !== "");
    const address = `${filter.action}?${new URLSearchParams(chosen)}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
      history.replaceState(null, "", address);
    } catch {
      // Given up for a newer question, or the server is gone: the button still works.
    }
  };
  filter.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(look, event.target.type === "search" ? 150 : 0);
  });
}

// An activity number that is pasted fills the form in, as its button would.
const credit = document.getElementById("credit-form");
credit?.addEventListener("input", async (event) => {
  if (!event.target.matches("[data-fill]") || !/\w{4}-\d{4}-\d{2}-\d{3}-\w\d{2}-[TP]\b/i.test(event.target.value)) return;
  const form = event.target.form;
  const sent = new FormData(form);
  // The document stays where it is chosen; it is sent when the credit is saved.
  const chosen = form.querySelector("input[type=file]");
  sent.delete("file");
  sent.set("do", "fill");
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const filled = page.getElementById("credit-form");
    if (!filled || event.target.value !== sent.get("paste")) return;
    credit.replaceChildren(...filled.childNodes);
    if (chosen) credit.querySelector("input[type=file]")?.replaceWith(chosen);
    credit.querySelector(".to-tell input, .to-tell select")?.focus();
  } catch {
    // The button still works.
  }
});

// What an address points to within something closed is opened.
const openTarget = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let outer = target && target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

// Rows of a form of which one more is always bare: another one without sending the form.
for (const rows of document.querySelectorAll("[data-another]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.textContent = rows.dataset.another;
  button.addEventListener("click", () => {
    const last = rows.querySelector(".row:last-of-type");
    const next = last.cloneNode(true);
    for (const part of next.querySelectorAll("[id], [name], [for]")) {
      for (const name of ["id", "name", "for"]) {
        const old = part.getAttribute(name);
        if (old) part.setAttribute(name, old.replace(/\d+/, (n) => Number(n) + 1));
      }
      if (part.type === "checkbox") part.checked = false;
      else if ("value" in part) part.value = "";
    }
    last.after(next);
    next.querySelector("select, input").focus();
  });
  rows.append(button);
}

// The palette, and keys: Ctrl K or / opens it; g and a letter goes to a room.
const palette = document.querySelector("[data-palette]");
const openPalette = async () => (await import(palette.dataset.palette)).open();
let going = 0;
palette?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openPalette().catch(() => location.assign(palette.href));
});
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
  if (event.key === "/") {
    event.preventDefault();
    openPalette();
  }
  const wasGoing = event.timeStamp - going < 1500;
  going = event.key === "g" ? event.timeStamp : 0;
  if (wasGoing) document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

// The pages one may need when Rung is not running are kept to be read.
navigator.serviceWorker?.register("/worker.js").catch(() => {});
