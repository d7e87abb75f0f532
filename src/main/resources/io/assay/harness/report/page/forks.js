// The distribution of a row, fork by fork: what its one figure was made of.

function forkTable(name, row) {
  return {
    title: `${name}, forks`,
    caption: `each fork of ${name}, in ${row.unit}`,
    header: ["fork", "iterations", "mean", "least", "most"],
    rows: row.forks.map((fork, at) => [String(at + 1), String(fork.count), figure(fork.mean), figure(fork.min), figure(fork.max)]),
    notes: row.forks.some(fork => fork.values.length < fork.count)
      ? ["of many iterations some are drawn, in even steps of their rank, both ends among them"] : [],
  };
}

/** What is shown beneath a row. */
function forkDetail(name, row) {
  const points = row.forks.flatMap((fork, at) => fork.values.filter(value => value !== null).map(value => [value, at + 1]));
  const means = row.forks.map((fork, at) => [fork.mean, at + 1]).filter(([mean]) => mean !== null);
  const picture = points.length === 0 ? null : curvePlot(
    `Distribution of ${name} over ${row.forks.length} forks: each iteration a dot, the mean of a fork a diamond. The table below has the numbers.`,
    Math.min(420, 90 + row.forks.length * 26),
    [
      {label: "mean of a fork", points: means, colour: "ink", radius: 6, style: "rectRot"},
      {label: "iteration", points, colour: "ours", radius: 3},
    ],
    paint => ({
      x: axis(paint, {title: row.unit, grace: "4%", ticks: {callback: figure, maxRotation: 0}}),
      y: axis(paint, {title: "fork", reverse: true, min: 0, max: row.forks.length + 1, grid: {display: false},
        ticks: {stepSize: 1, autoSkip: row.forks.length > 15, callback: at => (at > 0 && at <= row.forks.length ? at : null)}}),
    }));
  return [picture, ...dataTable(forkTable(name, row))].filter(part => part !== null);
}
