// Tries the previewed page out as readers meet it; runs in the same world of its own as patch.js.
window.pressklarTrials = (() => {
  const ORDER = "pressklar-order";
  const TEXTS = "h1, h2, h3, h4, p, li, dt, dd, blockquote, figure, table, address, summary";
  // A link that stands by itself is read too, such as the name of the publisher.
  const READ = `${TEXTS}, a:not(.skip, :is(${TEXTS}) a)`;
  const RULES = {
    text: "html { font-size: 200% !important }",
    // WCAG 2.2, 1.4.12: nothing may be lost with this much room.
    spacing:
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } " +
      "p { margin-bottom: 2em !important }",
    grey: "html { filter: grayscale(1) !important }",
  };
  const sheet = new CSSStyleSheet();
  const turned = new Map();
  let outlined = [];
  let pointed = null;

  function darken(on) {
    for (const [media, text] of turned) media.mediaText = text;
    turned.clear();
    document.documentElement.style.colorScheme = on ? "dark" : "";
    if (!on) return;
    for (const one of document.styleSheets) {
      for (const rule of one.cssRules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme: dark")) {
          turned.set(rule.media, rule.media.mediaText);
          rule.media.mediaText = "all";
        }
      }
    }
  }

  function number(on) {
    document.getElementById(ORDER)?.remove();
    if (!on) return;
    const layer = document.createElement("div");
    layer.id = ORDER;
    layer.setAttribute("aria-hidden", "true");
    Object.assign(layer.style, { position: "absolute", top: "0", left: "0", zIndex: "9999" });
    const seen = [...document.querySelectorAll(READ)].filter(
      (element) => element.checkVisibility() && !element.querySelector(READ),
    );
    seen.forEach((element, place) => {
      const box = element.getBoundingClientRect();
      const badge = document.createElement("span");
      badge.textContent = String(place + 1);
      Object.assign(badge.style, {
        position: "absolute",
        top: `${box.top + window.scrollY}px`,
        left: `${Math.max(0, box.left + window.scrollX - 14)}px`,
        font: "bold 11px sans-serif",
        padding: "0 3px",
        borderRadius: "3px",
        color: "#ffffff",
        background: "#7a1fa2",
      });
      layer.append(badge);
    });
    document.documentElement.append(layer);
  }

  function scrolls(element) {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(one).overflowX)) return true;
    }
    return false;
  }

  // Outlines the innermost parts that go beyond the screen, and those that cut their own words off.
  function outline(on) {
    for (const element of outlined) element.style.outline = "";
    outlined = [];
    if (!on) return;
    const width = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      const isCut =
        ["hidden", "clip"].includes(getComputedStyle(element).overflowX) &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1;
      return isCut || (box.width > 0 && box.right > width + 1 && !scrolls(element));
    });
    outlined = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
    for (const element of outlined) element.style.outline = "3px dashed #d01884";
  }

  // Answers with how many parts go beyond the screen, where that is asked for.
  function show(names) {
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    sheet.replaceSync(Object.keys(RULES).filter((name) => names.includes(name)).map((name) => RULES[name]).join("\n"));
    darken(names.includes("dark"));
    outline(names.includes("overflow"));
    number(names.includes("order"));
    return outlined.length;
  }

  // Outlines one element and brings it into sight; an empty target takes the outline away.
  function pointAt(target) {
    if (pointed) pointed.style.outline = pointed.style.outlineOffset = "";
    pointed = target ? document.querySelector(target) : null;
    if (!pointed) return;
    pointed.style.outline = "3px solid #d01884";
    pointed.style.outlineOffset = "2px";
    pointed.scrollIntoView({ block: "center", behavior: "instant" });
  }

  return { show, pointAt };
})();
