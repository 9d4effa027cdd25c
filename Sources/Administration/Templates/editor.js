// What makes writing quick where scripts run: a preview beside the text, a toolbar with keys, a text that is kept before it
// is saved, pictures by drop or paste. Nothing here is needed to write.
"use strict";
(() => {
  const form = document.querySelector(".editor");
  if (!form) return;
  const source = form.elements.source;
  const isMarkdown = "markdown" in source.dataset;
  const preview = form.querySelector(".preview");
  const measure = form.querySelector(".measure");
  const state = form.querySelector(".autosave");
  const send = (url, fields) => fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { accept: "application/json" } });

  // The browser's own undo knows of what is put in by this alone.
  const put = (text, start = source.selectionStart, end = source.selectionEnd) => {
    source.focus();
    source.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) source.setRangeText(text, start, end, "end");
    source.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const wrap = (before, after, word) => {
    const { selectionStart: start, selectionEnd: end, value } = source;
    const chosen = value.slice(start, end) || word;
    put(before + chosen + after);
    source.setSelectionRange(start + before.length, start + before.length + chosen.length);
  };
  const prefix = (mark) => {
    const start = source.value.lastIndexOf("\n", source.selectionStart - 1) + 1;
    const end = source.selectionEnd;
    put(source.value.slice(start, end).replace(/^/gm, mark), start, end);
  };
  const link = () => {
    const picker = document.getElementById("own-link");
    if (picker.value) return pick(picker);
    wrap(isMarkdown ? "[" : '<a href="https://">', isMarkdown ? "](https://)" : "</a>", "words");
  };
  const pick = (picker) => {
    const path = picker.value;
    const title = [...picker.list.options].find((option) => option.value === path)?.textContent;
    if (!title) return;
    picker.value = "";
    wrap(isMarkdown ? "[" : `<a href="${path}">`, isMarkdown ? `](${path})` : "</a>", title);
  };
  document.getElementById("own-link").addEventListener("change", (event) => pick(event.target));
  document.getElementById("own-source")?.addEventListener("change", ({ target: picker }) => {
    if (![...picker.list.options].some((option) => option.value === picker.value)) return;
    put(picker.value, source.selectionEnd, source.selectionEnd);
    picker.value = "";
  });

  const tools = [
    ["Bold", "b", () => isMarkdown ? wrap("**", "**", "bold") : wrap("<strong>", "</strong>", "bold")],
    ["Italic", "i", () => isMarkdown ? wrap("*", "*", "italic") : wrap("<em>", "</em>", "italic")],
    ["Link", "k", link],
    ["Heading", null, () => isMarkdown ? prefix("## ") : wrap("<h2>", "</h2>", "Heading")],
    ["Quotation", null, () => isMarkdown ? prefix("> ") : wrap("<blockquote>", "</blockquote>", "words")],
    ["List", null, () => isMarkdown ? prefix("- ") : wrap("<ul>\n<li>", "</li>\n</ul>", "item")],
    ["Code", null, () => isMarkdown ? wrap("`", "`", "code") : wrap("<code>", "</code>", "code")],
    ["Read more", null, () => put("\n\n<!--more-->\n\n")],
  ];
  if (isMarkdown) tools.splice(6, 0, ["Footnote", null, () => {
    const number = (source.value.match(/^\[\^\d+\]:/gm)?.length ?? 0) + 1;
    const at = source.selectionEnd;
    put(`\n\n[^${number}]: `, source.value.length, source.value.length);
    put(`[^${number}]`, at, at);
    source.setSelectionRange(source.value.length, source.value.length);
  }]);
  const bar = form.querySelector(".toolbar");
  bar.hidden = false;
  form.querySelectorAll(".link-picker").forEach((picker) => { picker.hidden = false });
  tools.forEach(([name, key, use], index) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: name, className: "quiet", tabIndex: index ? -1 : 0 });
    if (key) Object.assign(button, { title: `Ctrl+${key.toUpperCase()}` });
    button.addEventListener("click", use);
    bar.append(button);
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const buttons = [...bar.children];
    const next = buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length];
    buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1 });
    next.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "s") form.requestSubmit(form.querySelector("button[value=save]"));
    else {
      const tool = event.target === source && tools.find(([, key]) => key === event.key);
      if (!tool) return;
      tool[2]();
    }
    event.preventDefault();
  });

  // One question at a time; what was typed meanwhile asks once more.
  const steadily = (wait, work) => {
    let timer, isBusy = false, isDue = false;
    const run = async () => {
      if (isBusy) { isDue = true; return }
      isBusy = true;
      try { await work() } finally { isBusy = false }
      if (isDue) { isDue = false; run() }
    };
    return () => { clearTimeout(timer); timer = setTimeout(run, wait) };
  };

  // What the post tells of is said back as it was understood.
  const understood = form.querySelector(".understood");
  const eventFields = [...form.querySelectorAll("[name^=event-]:not([type=checkbox])")];
  const show = steadily(300, async () => {
    const fields = { source: source.value, format: isMarkdown ? "markdown" : "wordpress" };
    for (const field of eventFields) fields[field.name] = field.value;
    const answer = await send(form.dataset.preview, fields).catch(() => null);
    if (!answer) return;
    const told = await answer.json();
    if (told.html !== undefined) preview.innerHTML = told.html;
    measure.textContent = told.fault ?? told.measure;
    if (told.sources !== undefined) form.querySelector(".sources-warning").textContent = told.sources;
    if (understood && told.event !== undefined) {
      understood.textContent = told.eventFault || told.event;
      understood.classList.toggle("fault", told.eventFault !== "");
    }
  });

  let isStopped = !form.dataset.autosave;
  let typed = null;
  const text = () => JSON.stringify([form.elements.title.value, source.value, form.elements.excerpt.value]);
  let kept = text();
  const keep = steadily(2000, async () => {
    if (isStopped || text() === kept) return;
    typed = text();
    const fields = Object.fromEntries(["title", "source", "excerpt", "version", "serial"].map((name) => [name, form.elements[name].value]));
    const answer = await send(form.dataset.autosave, fields).catch(() => null);
    if (!answer) { state.textContent = "Not kept: the server does not answer." ; return }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      form.elements.serial.value = told.serial;
      kept = typed;
      state.textContent = "Kept.";
    } else {
      isStopped = answer.status === 409;
      state.textContent = told.fault ?? "Not kept.";
      state.classList.toggle("fault", isStopped);
    }
  });
  form.addEventListener("input", (event) => {
    if (event.target === source || eventFields.includes(event.target)) show();
    keep();
  });
  // A post that is not saved yet has no place on the server: this browser keeps it.
  const stored = (use) => { try { return use() } catch { return null } };
  const key = `thaw ${location.pathname}`;
  if (form.dataset.autosave) {
    const sent = stored(() => sessionStorage.getItem("thaw sent"));
    if (sent) stored(() => { localStorage.removeItem(sent); sessionStorage.removeItem("thaw sent") });
  } else {
    const [title, words, excerpt] = JSON.parse(stored(() => localStorage.getItem(key)) ?? "[]");
    if (words !== undefined && text() === JSON.stringify(["", "", ""])) {
      form.elements.title.value = title;
      source.value = words;
      form.elements.excerpt.value = excerpt;
      state.textContent = "This was typed here before, and not saved.";
    }
    form.addEventListener("input", () => stored(() => {
      localStorage.setItem(key, text());
      kept = text();
    }));
    form.addEventListener("submit", () => stored(() => sessionStorage.setItem("thaw sent", key)));
  }
  let isLeaving = false;
  form.addEventListener("submit", () => { isLeaving = true });
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && text() !== kept) event.preventDefault();
  });

  // Pictures: what each shows and its caption are asked for at once.
  const ask = (file) => new Promise((resolve) => {
    const dialog = document.getElementById("picture-words");
    const words = dialog.querySelector("form");
    dialog.querySelector(".name").textContent = file.name;
    words.reset();
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send" && {
      alternative: words.elements.alternative.value, caption: words.elements.caption.value,
    }), { once: true });
    dialog.returnValue = "";
    dialog.showModal();
  });
  const upload = async (file) => {
    const words = await ask(file);
    if (!words) return;
    const { alternative, caption } = words;
    const fields = new FormData();
    fields.append("alternative", alternative);
    fields.append("caption", caption);
    fields.append("file", file);
    state.textContent = `Sending ${file.name} …`;
    const answer = await fetch(form.dataset.upload, { method: "POST", body: fields, headers: { accept: "application/json" } }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    state.textContent = told?.fault ?? (told ? "Sent." : "The picture did not arrive.");
    if (told?.markdown) put(`\n\n${isMarkdown ? told.markdown : told.html}\n\n`);
  };
  if (form.dataset.upload) {
    source.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault() });
    const take = (event, files) => {
      if (!files.length) return;
      event.preventDefault();
      [...files].reduce((before, file) => before.then(() => upload(file)), Promise.resolve());
    };
    source.addEventListener("drop", (event) => take(event, event.dataTransfer.files));
    source.addEventListener("paste", (event) => take(event, event.clipboardData.files));
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: "Picture", className: "quiet", tabIndex: -1 });
    const field = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    field.addEventListener("change", (event) => { take(event, field.files); field.value = "" });
    button.addEventListener("click", () => field.click());
    bar.append(button);
  }
  show();
})();

// How far a file has come.
(() => {
  const form = document.querySelector(".upload");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const progress = form.querySelector("progress");
    const button = form.querySelector("button");
    const fault = form.querySelector(".fault:last-child");
    const request = new XMLHttpRequest();
    progress.hidden = false;
    button.disabled = true;
    request.upload.addEventListener("progress", ({ loaded, total }) => { progress.value = loaded / total });
    request.addEventListener("loadend", () => {
      if (request.getResponseHeader("content-type")?.startsWith("text/html")) {
        // A page, as without scripts.
        const page = new DOMParser().parseFromString(request.response, "text/html");
        document.body.replaceWith(page.body);
        return document.querySelector("h1")?.scrollIntoView();
      }
      let told = null;
      try { told = JSON.parse(request.response); } catch { /* Nothing came. */ }
      if (told?.number) return location.assign(`${form.action}${told.number}/`);
      progress.hidden = true;
      button.disabled = false;
      fault.textContent = told?.fault ?? "The file did not arrive.";
    });
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.send(new FormData(form));
  });
})();
