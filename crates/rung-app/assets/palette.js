// The palette: Ctrl K or / opens it, typing chooses a place or finds a rule. Loaded when it is first asked for.

let dialog, places, found = [];
let waiting, asked;

function make(words) {
  dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", words.title);
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = words.hint;
  field.setAttribute("aria-label", words.title);
  field.setAttribute("aria-controls", "palette-list");
  const list = document.createElement("ul");
  list.id = "palette-list";
  const keys = document.createElement("label");
  keys.className = "tick quiet";
  const on = document.createElement("input");
  on.type = "checkbox";
  on.checked = localStorage.getItem("keys") !== "off";
  // Who speaks to the computer, or has hands that slip, must be able to turn single keys off.
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
  keys.append(on, words.keys);
  dialog.append(field, list, keys);
  document.body.append(dialog);
  field.addEventListener("input", () => show(field.value, list));
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : field).focus();
    else if (event.key === "Enter" && event.target === field) links[0]?.click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}

function line({ name, address, keys, note }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = name;
  item.append(link);
  if (keys || note) {
    const beside = document.createElement(keys ? "kbd" : "span");
    beside.className = "quiet";
    beside.textContent = keys ?? note;
    item.append(beside);
  }
  return item;
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function show(typed, list) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const here = places.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const draw = () => list.replaceChildren(...[...here, ...found].slice(0, 30).map(line));
  found = [];
  draw();
  clearTimeout(waiting);
  asked?.abort();
  if (typed.trim().length < 2) return;
  waiting = setTimeout(async () => {
    asked = new AbortController();
    try {
      const answer = await fetch(`/search?${new URLSearchParams({ q: typed })}`, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const links = [...page.querySelectorAll("#results a")].slice(0, 12);
      found = links.map((link) => ({ name: link.textContent, address: link.getAttribute("href") }));
      draw();
    } catch {
      // Given up for a newer question, or the server is gone: the places are still there.
    }
  }, 150);
}

/** Opens it. */
export async function open() {
  if (!dialog) {
    const answer = await (await fetch("/palette")).json();
    places = answer.places;
    make(answer.words);
  }
  if (dialog.open) return;
  const field = dialog.querySelector("input");
  field.value = "";
  show("", dialog.querySelector("ul"));
  dialog.showModal();
  field.focus();
}
