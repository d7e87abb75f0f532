// Recorded runs, one after the other: levels, and where they changed and stayed changed.

function trend(series) {
  const sets = [{label: "run", points: series.points, colour: "ours", radius: 3}];
  series.levels.forEach((level, at) => sets.push({label: at === 0 ? "level" : "", points: level, line: true, colour: "ink"}));
  if (series.spikes.length) {
    sets.push({label: "spike", points: series.spikes, colour: "warn", radius: 6, style: "crossRot"});
  }
  return curvePlot(
    `History of ${series.name}: ${series.points.length} runs, ${series.changes.length} changes. The table below has the numbers.`,
    320, sets,
    paint => ({
      x: axis(paint, {title: "run", ticks: {maxRotation: 0, autoSkip: true, callback: at => series.ticks[at] ?? null}}),
      y: axis(paint, {title: series.unit + (series.more ? ", more is better" : ", less is better"), grace: "8%", ticks: {callback: figure}}),
    }),
    paint => [
      ...series.changes.map(change => ({at: change.at, colour: paint[change.verdict] ?? paint.unknown})),
      ...series.breaks.map(at => ({at, colour: paint.soft, dash: [3, 4]})),
    ]);
}

function historySection(history) {
  const changed = history.series.filter(series => series.changes.length);
  return [
    element("p", {class: "lead"}, `${history.store}. A coloured line is a change point, a dashed one a change of machine, JDK or flags, across which nothing is compared.`),
    sentences(history.notes, "notes"),
    ...history.series.map(series => {
      const title = element("span", {}, series.name, " ",
        series.changes.length ? element("span", {class: "class"}, `${series.changes.length} changed`) : null, " ",
        element("span", {class: "metric"}, series.newest));
      const made = folded(title, "card", () => [
        trend(series),
        sentences(series.changes.map(change => change.said), "notes"),
        ...dataTable(series.table),
      ]);
      made.open = series === changed[0];
      return made;
    }),
  ];
}
