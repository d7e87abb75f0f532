// The rows of one family: bars and intervals, the ratio to peers, and the forks behind each.

function legend(rows) {
  const keys = [
    ["ours", "ours", rows.some(row => row.ours)],
    ["peer", "peers", rows.some(row => !row.ours && !row.bound)],
    ["bound", "lower bounds, which do less work", rows.some(row => row.bound)],
  ].filter(([, , there]) => there);
  return keys.length < 2 ? null : element("ul", {class: "legend", "aria-hidden": "true"}, keys.map(([key, said]) =>
    element("li", {}, element("i", {class: `key-${key}`}), said)));
}

function part(run, {table, rows}, several) {
  const bars = rows.map((row, at) => ({...row, name: table.rows[at][0], at})).filter(row => row.value > 0);
  const comparable = bars.length > 1 && bars.every(row => row.unit === bars[0].unit);
  const shown = dataTable(table, {
    style: at => (rows[at]?.ours ? "ours" : null),
    open: at => (rows[at]?.forks.length ? () => forkDetail(table.rows[at][0], rows[at]) : null),
  });
  const press = at => shown[0].querySelectorAll("tbody > tr:not(.detail)")[bars[at].at].querySelector("button")?.click();
  return card(table.title,
    several ? element("p", {class: "run"}, run.name) : null,
    comparable ? barPlot(table.title, bars, bars[0].unit, press) : null,
    comparable ? legend(bars) : null,
    ...shown);
}

function familySection(data, family) {
  return [
    element("p", {class: "lead"}, "Whiskers are 95% intervals over forks. A name, or its bar, opens the distribution of its forks."),
    ...data.runs.flatMap(run => run.parts
      .filter(one => one.family === family)
      .map(one => part(run, one, data.runs.length > 1))),
  ];
}

/** All families in the order of the runs, each with the number of its rows. */
function families(data) {
  const found = new Map();
  data.runs.flatMap(run => run.parts).forEach(one =>
    found.set(one.family, (found.get(one.family) ?? 0) + one.table.rows.length));
  return found;
}
