// The search of the site: it looks through titles and introductions, one file for each month.
"use strict";

(() => {
  const MOST_SHOWN = 50;
  const root = document.getElementById("search");
  const newest = document.getElementById("newest-list");
  const place = (template) => newest.before(document.getElementById(template).content.cloneNode(true));

  if (location.protocol === "file:") {
    // Browsers let no page read files beside it on a disk.
    place("search-from-disk");
    return;
  }
  place("search-form");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const months = root.dataset.months.split(" ").filter(Boolean);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const dates = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  const articles = [];
  let read = 0;
  let reading = null;
  let wanted = 1;

  // As the archive folds: in Swedish å, ä and ö are letters of their own, and é is found by e.
  const fold = (text) =>
    text
      .toLowerCase()
      .replaceAll("ß", "ss")
      .normalize("NFC")
      .replaceAll("\u00ad", "")
      .replace(/[^\x00-\x7fåäö]/g, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const take = ([title, path, day, kind, lead, language, direction]) =>
    articles.push({ title, path, day, kind, lead, language, direction, words: ` ${wordsOf(`${title} ${lead}`).join(" ")}` });

  const say = (name, count = 0) => {
    const sentence = found.dataset[name].replace("{n}", count).replace("{shown}", MOST_SHOWN);
    if (found.textContent !== sentence) found.textContent = sentence;
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    return made;
  };

  const line = (article) => {
    const spoken = { lang: article.language, dir: article.direction };
    const item = element("li", "", { class: "line" });
    const heading = element("h2", "");
    heading.append(element("a", article.title, { href: `../${article.path}`, ...spoken }));
    const about = element("p", "", { class: "about" });
    const day = element("time", dates.format(new Date(article.day)), { datetime: article.day });
    about.append(element("span", article.kind, { class: "kind" }), " ", day);
    item.append(heading, about);
    if (article.lead) item.append(element("p", article.lead, spoken));
    return item;
  };

  const show = () => {
    const typed = wordsOf(words.value);
    newest.hidden = typed.length > 0;
    if (!typed.length) {
      results.replaceChildren();
      found.textContent = "";
      more.hidden = true;
      return [];
    }
    const hits = articles.filter((article) => typed.every((word) => article.words.includes(` ${word}`)));
    results.replaceChildren(...hits.slice(0, MOST_SHOWN).map(line));
    more.hidden = reading !== null || read >= years.length;
    if (hits.length > MOST_SHOWN) say("most", hits.length);
    else if (hits.length) say(hits.length === 1 ? "one" : "many", hits.length);
    else say(reading ? "reading" : "none");
    return hits;
  };

  const readMonth = async (month) => {
    const answer = await fetch(`${month}.json`);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };

  // The months of a year are asked for at once, and none is taken until all are there.
  const readYear = async () => {
    const wantedMonths = months.filter((month) => month.startsWith(years[read]));
    (await Promise.all(wantedMonths.map(readMonth))).flat().forEach(take);
    read += 1;
  };

  // Newer years first, and older ones only as long as there is little to show.
  const search = async () => {
    if (reading || (!show().length && !wordsOf(words.value).length)) return;
    reading = true;
    try {
      while (read < years.length && wordsOf(words.value).length && (read < wanted || show().length < MOST_SHOWN)) {
        await readYear();
        show();
      }
    } catch {
      reading = null;
      say("failed");
      return;
    }
    reading = null;
    show();
  };

  let waiting = 0;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const query = words.value.trim() ? `?q=${encodeURIComponent(words.value.trim())}` : location.pathname;
      history.replaceState(null, "", query);
      search();
    }, 120);
  });
  words.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  more.querySelector("button").addEventListener("click", () => {
    wanted = read + 1;
    search();
    words.focus();
  });
  more.hidden = true;
  words.value = new URLSearchParams(location.search).get("q") ?? "";
  if (words.value) search();
})();
