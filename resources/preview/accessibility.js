// Lets axe-core look at the page, and says where in the article what it finds is; in the world of patch.js.
window.pressklarAccessibility = (() => {
  const OPTIONS = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
    // The stylesheet is there already; to fetch it anew is against the policy of the page.
    preload: false,
  };
  const UNITS = "p, li, h2, h3, h4, h5, h6, figure, table";
  const MOST_SHOWN = 80;
  let answer = null;

  function words(element) {
    const copy = element.cloneNode(true);
    for (const nested of copy.querySelectorAll("ul, ol")) nested.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function kind(element) {
    return { FIGURE: "figure", TABLE: "table" }[element.tagName] ?? "text";
  }

  // The unit of the body that the element is in, and how many like it come before.
  function unitOf(element, body) {
    const whole = element.closest("figure, table") ?? element.closest(UNITS) ?? element.querySelector(UNITS);
    if (!whole || !body.contains(whole)) return { kind: "", text: "", number: 0 };
    const isLike = (other) => kind(other) === kind(whole) && (kind(whole) !== "text" || words(other) === words(whole));
    const units = [...body.querySelectorAll(UNITS)].filter((one) => !one.parentElement.closest("figure, table"));
    return { kind: kind(whole), text: words(whole), number: units.slice(0, units.indexOf(whole)).filter(isLike).length };
  }

  function partOf(element, body) {
    if (body?.contains(element)) return "body";
    if (element.closest("h1")) return "title";
    if (element.closest(".lead")) return "lead";
    if (element.closest("figure.hero")) return "hero";
    return "";
  }

  function fault(violation, node) {
    const target = String(node.target[0]);
    const element = document.querySelector(target) ?? document.documentElement;
    const body = document.getElementById("body");
    const part = partOf(element, body);
    return {
      rule: violation.id,
      impact: violation.impact ?? "minor",
      help: violation.help,
      // Any one of the last would do, and the first of them is the usual way.
      reasons: [...node.all, ...node.none, ...node.any.slice(0, 1)].map((check) => check.message),
      tags: violation.tags,
      target,
      part,
      unit: part === "body" ? unitOf(element, body) : { kind: "", text: "", number: 0 },
      words: element === document.documentElement ? "" : words(element).slice(0, MOST_SHOWN),
    };
  }

  // `locale` is one of axe's own, null for its English; `answer` tells later what was found, or what failed.
  function run(locale) {
    if (locale) axe.configure({ locale });
    axe.run(document, OPTIONS).then(
      ({ violations }) => {
        const faults = violations.flatMap((one) => one.nodes.map((node) => fault(one, node)));
        answer = JSON.stringify(faults);
      },
      (error) => { answer = JSON.stringify({ failed: String(error) }); },
    );
  }

  return { run, answer: () => answer };
})();
