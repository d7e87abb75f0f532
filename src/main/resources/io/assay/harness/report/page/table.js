// Tables as Java made them: cells are text, the first names the row.

const words = new Set(["fastest", "ours", "ours is", "workload", "verdict", "value", "class", "what happened", "commit", "candidates", "metric", "expected", "forks"]);

/**
 * A table that scrolls by itself where the page is narrow.
 *
 * options.style of a row by its number; options.open a function that makes what is shown beneath a row, or null;
 * options.cell is given each cell with its row and its column, the first behind the name being 0
 */
function dataTable(table, options = {}) {
  const head = element("tr", {}, table.header.map(name =>
    element("th", {scope: "col", class: words.has(name) ? "text" : null}, name)));
  const body = element("tbody");
  table.rows.forEach((cells, number) => body.append(tableRow(table, cells, number, options)));
  return [
    element("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": `Table: ${table.title}`},
      element("table", {class: options.class ?? null},
        element("caption", {}, element("span", {}, table.caption)), element("thead", {}, head), body)),
    csvButton(table),
    sentences(table.notes, "notes"),
  ].filter(part => part !== null);
}

function tableRow(table, cells, number, options) {
  const make = options.open?.(number) ?? null;
  const row = element("tr", {class: options.style?.(number) ?? null});
  row.append(element("th", {scope: "row"}, make ? opener(cells[0], make, row, table.header.length) : cells[0]));
  cells.slice(1).forEach((cell, column) => {
    const name = table.header[column + 1];
    const said = ["verdict", "ours is"].includes(name) ? `text said ${cell.split(" ")[0]}` : null;
    const made = element("td", {class: said ?? (words.has(name) ? "text" : null)}, cell);
    options.cell?.(number, column, made);
    row.append(made);
  });
  return row;
}

/** A name that opens a row beneath its own. */
function opener(name, make, row, columns) {
  const id = fresh("forks");
  const button = element("button", {type: "button", class: "row", "aria-expanded": "false", "aria-controls": id}, name);
  const detail = element("tr", {class: "detail", id, hidden: true}, element("td", {colspan: columns}));
  button.addEventListener("click", () => {
    if (!detail.isConnected) {
      row.after(detail);
    }
    detail.hidden = !detail.hidden;
    button.setAttribute("aria-expanded", String(!detail.hidden));
    if (!detail.hidden && !detail.firstChild.hasChildNodes()) {
      detail.firstChild.append(...make());
    }
  });
  return button;
}
