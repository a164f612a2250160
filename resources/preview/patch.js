// Runs in a world of its own inside the previewed page, whose own scripts are off.
window.pressklar = (() => {
  function parse(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    // The renderer escapes everything; should it ever fail to, nothing here may act all the same.
    for (const element of template.content.querySelectorAll("script, iframe, object, embed")) {
      element.remove();
    }
    for (const element of template.content.querySelectorAll("*")) {
      for (const attribute of [...element.attributes]) {
        if (attribute.name.startsWith("on")) element.removeAttribute(attribute.name);
      }
    }
    return template.content;
  }

  // Scrolls no more than it takes to see what is written just now.
  function bringIntoSight(element) {
    const gap = 24;
    const above = element.getBoundingClientRect().top - gap;
    const below = element.getBoundingClientRect().bottom + gap - window.innerHeight;
    if (above > 0 && below > 0) window.scrollBy({ top: Math.min(above, below), behavior: "instant" });
    if (above < 0 && below < 0) window.scrollBy({ top: Math.max(above, below), behavior: "instant" });
  }

  function replaceBlocks(first, removed, fragments) {
    const body = document.getElementById("body");
    if (!body || body.children.length < first + removed) return false;
    for (let count = 0; count < removed; count += 1) body.children[first].remove();
    const follower = body.children[first] ?? null;
    body.insertBefore(parse(fragments.join("")), follower);
    const newest = follower ? follower.previousElementSibling : body.lastElementChild;
    if (fragments.length && newest) bringIntoSight(newest);
    return true;
  }

  function replaceMain(html) {
    const main = document.getElementById("main");
    if (!main) return false;
    const { scrollX, scrollY } = window;
    main.replaceChildren(parse(html));
    window.scrollTo(scrollX, scrollY);
    return true;
  }

  return { replaceBlocks, replaceMain };
})();
