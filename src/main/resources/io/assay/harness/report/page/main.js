// One section is shown at a time, the one that the address names: links, Back and bookmarks work as on any site.

const data = JSON.parse(document.getElementById("data").textContent);
const content = document.getElementById("content");
const bar = document.getElementById("sections");

/** Sections by address: title, number for the menu, and what makes them when they are first asked for. */
const sections = new Map();
/** A matrix by itself is a page without a run. */
const alone = data.runs.every(run => run.parts === undefined);
if (alone) {
  sections.set("matrix", {title: "Matrix", make: () => matrixSection(data)});
} else {
  addSections();
}

function addSections() {
  sections.set("summary", {title: "Summary", make: () => summarySection(data)});
  for (const [family, rows] of families(data)) {
    sections.set(`family/${encodeURIComponent(family)}`, {title: family, count: rows, make: () => familySection(data, family)});
  }
  const scalings = data.runs.flatMap(run => run.scaling?.series ?? []).length;
  if (data.runs.some(run => run.scaling)) {
    sections.set("scaling", {title: "Scaling", count: scalings, make: () => scalingSection(data)});
  }
  if (data.runs.some(run => run.matrix)) {
    sections.set("matrix", {title: "Matrix", make: () => matrixSection(data)});
  }
  if (data.history) {
    sections.set("history", {title: "History", count: data.history.series.length, make: () => historySection(data.history)});
  }
  const graphs = data.runs.flatMap(run => run.graphs).length;
  if (graphs) {
    sections.set("flame", {title: "Flame graphs", count: graphs, make: () => graphSection(data)});
  }
  sections.set("method", {title: "Environment and method", make: () => methodSection(data)});
}

for (const [address, section] of sections) {
  section.link = element("a", {href: `#${address}`}, section.title,
    section.count ? element("span", {class: "count"}, String(section.count)) : null);
  bar.append(element("li", {}, section.link));
}

function show(move) {
  const address = sections.has(location.hash.slice(1)) ? location.hash.slice(1) : sections.keys().next().value;
  for (const [other, section] of sections) {
    if (other === address) {
      section.link.setAttribute("aria-current", "page");
    } else {
      section.link.removeAttribute("aria-current");
    }
    if (section.body) {
      section.body.hidden = other !== address;
    }
  }
  const section = sections.get(address);
  if (!section.body) {
    const id = fresh("section");
    const heading = element("h2", {id, tabindex: "-1"}, section.title);
    section.body = element("section", {"aria-labelledby": id}, heading, section.make());
    content.append(section.body);
  }
  document.title = `${section.title} · ${data.title}`;
  if (move) {
    scrollTo(0, 0);
    section.body.querySelector("h2").focus({preventScroll: true});
  }
}

const subtitle = document.getElementById("subtitle");
subtitle.textContent = data.runs.length === 1 ? data.runs[0].name ?? "" : `${data.runs.length} runs`;
document.getElementById("skip").addEventListener("click", event => {
  event.preventDefault();
  content.focus();
});
addEventListener("hashchange", () => show(true));
startTheme();
show(false);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
