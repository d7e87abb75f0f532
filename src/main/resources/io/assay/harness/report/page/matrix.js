// Profiles by workloads: the further a figure is from the best of its column, the warmer its cell.

function heatTable(measure) {
  return dataTable(measure.table, {
    class: "heat",
    cell: (row, column, cell) => {
      const heat = measure.heat[row][column];
      if (heat !== null) {
        cell.style.setProperty("--heat", heat);
      }
      if (measure.best[row][column]) {
        cell.classList.add("best");
      }
    },
  });
}

const strokes = ["ours", "slower", "faster", "warn", "unknown", "ink"];

/** A line a profile, both axes logarithmic. */
function profileCurves(curves) {
  const {title} = curves;
  const below = curves.table ? " The table below has the numbers." : " The table above has the numbers.";
  return card(title,
    curvePlot(`${title}, a line for each of ${curves.lines.map(line => line.name).join(", ")}.${below}`, 320,
      curves.lines.map((line, at) => ({label: line.name, points: line.points, line: true, radius: 4,
        colour: strokes[at % strokes.length], dash: at < strokes.length ? [] : [5, 4]})),
      paint => ({x: logAxis(paint, curves.x), y: logAxis(paint, curves.y)})),
    ...(curves.table ? dataTable(curves.table) : []));
}

function matrixSection(data) {
  return [
    element("p", {class: "lead"}, "Each column is a workload of its own; warmer costs more within it, and a frame marks its best and what cannot be told from that."),
    ...data.runs.filter(run => run.matrix).flatMap(run => [
      data.runs.length > 1 ? element("p", {class: "run"}, run.name) : null,
      ...run.matrix.curves.map(profileCurves),
      ...run.matrix.measures.map((measure, at) => (at === 0
        ? card(measure.table.title, ...heatTable(measure))
        : folded(measure.table.title, "card", () => heatTable(measure)))),
      ...Object.entries(run.matrix.sentences).map(([heading, lines]) => card(heading, sentences(lines, "notes"))),
    ]),
  ];
}
