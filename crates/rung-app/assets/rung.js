// Makes the pages quicker to use. They are whole without it.

const LARGEST = 32 * 1024 * 1024;
const form = document.querySelector("form[data-drop]");
const input = form?.querySelector("input[type=file]");
const text = form?.querySelector("textarea");

/** Says beside the file field what happened. */
function say(words) {
  let note = form.querySelector(".drop-note");
  if (!note) {
    note = document.createElement("p");
    note.className = "drop-note";
    note.setAttribute("role", "status");
    input.after(note);
  }
  note.textContent = words;
}

function open(files) {
  if (files.length !== 1) return say("Open one record at a time.");
  if (files[0].size > LARGEST) return say("This file is larger than 32 MB. Is it the right one?");
  input.files = files;
  say(`Opening ${files[0].name} …`);
  form.requestSubmit();
}

if (form) {
  say("Or drop the file anywhere on this page, or paste its text.");
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
    open(event.dataTransfer.files);
  });
  addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea")) return;
    if (event.clipboardData.files.length > 0) return open(event.clipboardData.files);
    const pasted = event.clipboardData.getData("text/plain");
    if (!pasted.trim()) return;
    text.value = pasted;
    input.value = "";
    form.requestSubmit();
  });
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
