(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("with-script");
  const review = document.getElementById("review");
  const facts = review.dataset;
  const fields = [...document.querySelectorAll("textarea[data-block]")];
  const name = document.getElementById("name");
  const status = document.getElementById("status");
  const mail = document.getElementById("mail");
  const kept = "pressklar-review-" + facts.hash;
  let isSaved = true;

  const written = () => fields.filter((field) => field.value.trim());
  const chosen = (field) => document.getElementById(field.dataset.choice || "");
  const blockOf = (field) => {
    const block = chosen(field)?.value ?? field.dataset.block;
    return block === "" ? null : Number(block);
  };
  const about = (field) => {
    const choice = chosen(field);
    return choice ? choice.selectedOptions[0].textContent : field.dataset.about;
  };
  const say = (words) => {
    status.textContent = "";
    // A sentence that is already there is not read aloud a second time.
    setTimeout(() => { status.textContent = words; }, 50);
  };

  function reply() {
    return JSON.stringify({
      format: "pressklar-reply",
      schema: 1,
      article: facts.article,
      number: Number(facts.number),
      hash: facts.hash,
      name: name.value.trim(),
      written: new Date().toISOString(),
      comments: written().map((field) => ({ block: blockOf(field), words: field.value.trim() })),
    });
  }

  function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
  }

  function mailText() {
    const bytes = new TextEncoder().encode(reply());
    const packed = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const said = written().map((field) => `${about(field)}\n${field.value.trim()}\n`);
    return [
      facts.heading.replace("{name}", name.value.trim()),
      "",
      ...said,
      facts.keep,
      `[PRESSKLAR-SVAR ${crc32(bytes)}]`,
      ...(packed.match(/.{1,64}/g) || []),
      "[SLUT PRESSKLAR-SVAR]",
      "",
    ].join("\n");
  }

  function isReady() {
    if (!name.value.trim()) {
      name.setAttribute("aria-invalid", "true");
      say(facts.noName);
      name.focus();
      return false;
    }
    if (!written().length) {
      say(facts.noWords);
      return false;
    }
    return true;
  }

  function save() {
    if (!isReady()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([reply()], { type: "application/json" }));
    link.download = facts.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    say(facts.saved.replace("{file}", facts.file));
  }

  async function copy() {
    if (!isReady()) return;
    mail.value = mailText();
    document.getElementById("mail-text").hidden = false;
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(mail.value);
      isCopied = true;
    } catch {
      mail.focus();
      mail.select();
      isCopied = document.execCommand("copy");
    }
    isSaved = isSaved || isCopied;
    say(isCopied ? facts.copied : facts.notCopied);
  }

  function note(field) {
    const summary = field.closest("details")?.querySelector("summary");
    summary?.classList.toggle("written", Boolean(field.value.trim()));
  }

  // What was written is there again when the file is closed by mistake; some browsers allow no memory.
  function remember() {
    try {
      const values = Object.fromEntries(fields.map((field) => [field.id, field.value]));
      localStorage.setItem(kept, JSON.stringify({ name: name.value, values }));
    } catch {
      root.classList.add("without-memory");
    }
  }

  function recall() {
    try {
      const found = JSON.parse(localStorage.getItem(kept) || "null");
      if (!found) return;
      name.value = String(found.name || "");
      for (const field of fields) {
        field.value = String(found.values?.[field.id] ?? "");
        note(field);
        if (field.value && field.closest("details")) field.closest("details").open = true;
      }
    } catch {
      root.classList.add("without-memory");
    }
  }

  recall();
  for (const field of [name, ...fields]) {
    field.addEventListener("input", () => {
      isSaved = false;
      if (field !== name) note(field);
      else if (name.value.trim()) name.removeAttribute("aria-invalid");
      remember();
    });
  }
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("copy").addEventListener("click", copy);
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved && written().length) event.preventDefault();
  });
})();
