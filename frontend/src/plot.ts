// The figure template: what Plotly is asked to draw for curves, a witness and a width.

export interface Series {
  name: string;
  role?: 'true' | 'mine';
  x: number[];
  y: (number | null)[];
}

export interface Plot {
  series: Series[];
  witness?: { x: number; yours: number; true: number } | null;
  xlabel?: string;
}

export interface Palette {
  ground: string;
  ink: string;
  quiet: string;
  axis: string;
  grid: string;
  mine: string;
  paper: string;
  others: string[];
  sans: string;
  serif: string;
}

type Json = Record<string, unknown>;

const NARROW = 480;
const DASHES = ['dot', 'dashdot', '10px 3px', 'longdash', '2px 2px', 'longdashdot'];

export function plotted(plot: Plot, palette: Palette, width: number): { data: Json[]; layout: Json } {
  const colours = coloursOf(plot, palette);
  const data: Json[] = plot.series.map((series, place) => curve(series, colours[place] ?? palette.ink, place));
  const annotations = [...ends(plot, colours, palette, width), xTitle(plot, palette)];
  if (plot.witness) {
    data.push(...dots(plot.witness, palette));
    annotations.push(gap(plot.witness, palette));
  }
  return { data, layout: { ...frame(plot, palette, width), annotations } };
}

function coloursOf(plot: Plot, palette: Palette): string[] {
  const others = [...palette.others];
  return plot.series.map(({ role }) => {
    if (role === 'true') return palette.ink;
    return (role === 'mine' ? palette.mine : others.shift()) ?? palette.quiet;
  });
}

function curve(series: Series, colour: string, place: number): Json {
  const dash = series.role === 'true' ? 'solid' : series.role === 'mine' ? '7px 4px' : DASHES[place % DASHES.length];
  return {
    type: 'scatter', mode: 'lines', name: series.name, x: series.x, y: series.y, connectgaps: false,
    line: { color: colour, width: 2, dash, simplify: false }, hovertemplate: `${series.name} %{y:.4~g}<extra></extra>`,
  };
}

/** A name at the end of each curve instead of a legend, moved apart where two ends meet. */
function ends(plot: Plot, colours: string[], palette: Palette, width: number): Json[] {
  const last = plot.series.map(({ x, y }) => {
    const place = y.findLastIndex((value) => value !== null);
    return { x: x[place] ?? 0, y: y[place] ?? 0 };
  });
  const values = plot.series.flatMap(({ y }) => y.filter((value) => value !== null));
  const unit = (Math.max(...values) - Math.min(...values) || 1) / (heightFor(width) - 60);
  const order = last.map((_, place) => place).sort((a, b) => (last[a]?.y ?? 0) - (last[b]?.y ?? 0));
  const shifts = new Map<number, number>();
  let below = -Infinity;
  for (const place of order) {
    const wanted = (last[place]?.y ?? 0) / unit;
    const put = Math.max(wanted, below + 16);
    shifts.set(place, put - wanted);
    below = put;
  }
  return plot.series.map((series, place) => ({
    x: last[place]?.x, y: last[place]?.y, text: series.name, showarrow: false, xanchor: 'left', xshift: 6,
    yshift: shifts.get(place) ?? 0, font: { family: palette.sans, size: 13, color: colours[place] },
  }));
}

function dots(witness: NonNullable<Plot['witness']>, palette: Palette): Json[] {
  const { x } = witness;
  return [
    {
      type: 'scatter', mode: 'lines', x: [x, x], y: [witness.true, witness.yours], hoverinfo: 'skip',
      line: { color: palette.quiet, width: 1 },
    },
    {
      type: 'scatter', mode: 'markers', x: [x], y: [witness.true], hoverinfo: 'skip',
      marker: { size: 9, color: palette.ink },
    },
    {
      type: 'scatter', mode: 'markers', x: [x], y: [witness.yours], hoverinfo: 'skip',
      marker: { size: 9, color: palette.ground, line: { color: palette.mine, width: 2 } },
    },
  ];
}

function gap(witness: NonNullable<Plot['witness']>, palette: Palette): Json {
  const apart = Number(Math.abs(witness.yours - witness.true).toPrecision(3));
  return {
    x: witness.x, y: (witness.yours + witness.true) / 2, text: `${apart} apart`, showarrow: false, xanchor: 'left', xshift: 10,
    bgcolor: palette.ground, borderpad: 1, font: { family: palette.sans, size: 12, color: palette.quiet },
  };
}

function xTitle(plot: Plot, palette: Palette): Json {
  return {
    xref: 'paper', yref: 'paper', x: 1, y: 0, text: `<i>${plot.xlabel ?? 'x'}</i>`, showarrow: false, xanchor: 'left', xshift: 6,
    yanchor: 'top', yshift: -4, font: { family: palette.serif, size: 15, color: palette.quiet },
  };
}

function heightFor(width: number): number {
  return width < NARROW ? 260 : Math.min(380, Math.round(0.68 * width));
}

function frame(plot: Plot, palette: Palette, width: number): Json {
  const longest = Math.max(0, ...plot.series.map(({ name }) => name.length));
  const axis = {
    fixedrange: true, showline: false, nticks: width < NARROW ? 4 : 5, zerolinecolor: palette.axis, zerolinewidth: 1,
    tickfont: { family: palette.sans, size: 12, color: palette.quiet }, automargin: true,
  };
  return {
    width, height: heightFor(width), margin: { l: 32, r: 14 + 7 * longest, t: 12, b: 28 }, showlegend: false,
    paper_bgcolor: palette.ground, plot_bgcolor: palette.ground, hovermode: 'x', dragmode: false,
    hoverlabel: { bgcolor: palette.paper, bordercolor: palette.axis, font: { family: palette.sans, size: 12, color: palette.ink } },
    xaxis: { ...axis, showgrid: false, zeroline: false, ticks: 'outside', ticklen: 4, tickcolor: palette.grid },
    yaxis: { ...axis, gridcolor: palette.grid, gridwidth: 1, zeroline: true },
  };
}
