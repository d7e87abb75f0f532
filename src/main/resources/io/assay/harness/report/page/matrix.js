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
        cell.append(" ★");
        cell.title = "best of its column, or not to be told from it";
      }
    },
  });
}

function matrixSection(data) {
  return [
    element("p", {class: "lead"}, "Each column is a workload of its own; warmer is worse within it, a star marks its best and what cannot be told from that."),
    ...data.runs.filter(run => run.matrix).flatMap(run => [
      data.runs.length > 1 ? element("p", {class: "run"}, run.name) : null,
      ...run.matrix.measures.map((measure, at) => (at === 0
        ? card(measure.table.title, ...heatTable(measure))
        : folded(measure.table.title, "card", () => heatTable(measure)))),
      run.matrix.effects.length ? card("What the choices bring", sentences(run.matrix.effects, "notes")) : null,
      run.matrix.untold.length ? card("What cannot be told", sentences(run.matrix.untold, "notes")) : null,
      sentences(run.matrix.notes, "notes"),
    ]),
  ];
}
