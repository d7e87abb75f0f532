// Elements are made by node, never from markup: a name from a result is text wherever it stands.

/** An element with attributes and children; children are elements or text, null is nothing. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== null && value !== false && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null));
  return made;
}

let ids = 0;

/** An id that no other element of the page has. */
function fresh(prefix) {
  return `${prefix}-${++ids}`;
}

/** A list of sentences; null if there is none. */
function sentences(lines, style) {
  return lines.length ? element("ul", {class: style}, lines.map(line => element("li", {}, line))) : null;
}

/** What must not be overlooked, under its own title; null if there is nothing. */
function notice(title, lines) {
  return lines.length
    ? element("div", {class: "notice"}, element("strong", {}, title), sentences(lines, null))
    : null;
}

/** A part of a section with its heading. */
function card(title, ...children) {
  const id = fresh("part");
  return element("section", {class: "card", "aria-labelledby": id}, element("h3", {id}, title), ...children);
}

/** What is shown when somebody opens it, and made then. */
function folded(title, style, make) {
  const made = element("details", {class: style}, element("summary", {}, title));
  made.addEventListener("toggle", () => {
    if (made.open && made.children.length === 1) {
      made.append(...[make()].flat().filter(child => child !== null));
    }
  });
  return made;
}

/** Three digits, as in the tables; thousands are set apart. */
function figure(value) {
  if (value === null || !Number.isFinite(value)) {
    return "?";
  }
  const size = Math.abs(value);
  if (size >= 1e10) {
    return value.toExponential(2);
  }
  if (size >= 100) {
    return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, " ");
  }
  return String(Number(value.toPrecision(3)));
}
