// RFC 4180, with the cells as the table shows them.

function csvCell(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would compute what begins like a formula, and names in results are not ours. */
function inert(text) {
  return /^[=@\t]|^[+-](?![\d.]|$)/.test(text) ? `'${text}` : text;
}

function csv(table) {
  return [table.header, ...table.rows.map(row => row.map(inert))].map(row => row.map(csvCell).join(",") + "\r\n").join("");
}

/** A button that saves the table. The file is made in the page: nothing is fetched. */
function csvButton(table) {
  const button = element("button", {type: "button", class: "csv", "aria-label": `CSV of ${table.title}`}, "CSV");
  button.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([csv(table)], {type: "text/csv"}));
    element("a", {href: url, download: `${table.title.replace(/[^\w.-]+/g, "_").slice(0, 80)}.csv`}).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  return element("div", {class: "under"}, button);
}
