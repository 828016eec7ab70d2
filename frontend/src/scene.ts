// A figure for given settings, as numbers: the same lines, points, read-outs and rows that the server computes.
import { run, type Column, type Program, type Value } from './stack.ts';

export interface Parameter { name: string; label: string; low: number; high: number; step: number; start: number; sign: string; places: number }
export interface Panel { id: string; title: string; variable: string; x: [string, string]; y: [string, string]; across: string; up: string }
export interface Handle { panel: string; parameter: string; x: string; y: string; value: string }
interface Orbit { name: string; first: string; next: string; count: number }
interface Named { panel: string; role: string; name: string }
type Mark =
  | (Named & { kind: 'curve'; y: string; bounds: [string, string] | null })
  | (Named & { kind: 'segment'; start: [string, string]; end: [string, string] })
  | (Named & { kind: 'dots'; x: string; y: string; orbit: string; joined: boolean; open: boolean })
  | (Named & { kind: 'stairs'; orbit: string })
  | { kind: 'label'; panel: string; role: string; x: string; y: string; text: string };

/** What the server sends: see figures/document.py. */
export interface Figure {
  id: string;
  label: string;
  samples: number;
  parameters: Parameter[];
  panels: Panel[];
  orbits: Orbit[];
  marks: Mark[];
  handles: Handle[];
  readings: string[];
  said: { index: string; sentences: string[]; otherwise: string };
  table: { variable: string; columns: { value: string }[]; values: number[]; orbit: string };
  programs: Record<string, Record<string, Program>>;
  functions: Record<string, string>;
}

export interface Settings { choice: string; values: Record<string, number> }
export interface Drawn { panel: string; kind: 'line' | 'dots' | 'label'; role: string; name: string; x: ArrayLike<number>; y: ArrayLike<number>; open: boolean; path: boolean }
export interface Bounds { lowX: number; highX: number; lowY: number; highY: number }
export interface Scene { bounds: Record<string, Bounds>; marks: Drawn[]; handles: { x: number; y: number }[]; readings: number[]; said: string; rows: number[][] }

/** Computes formulas of a figure for one choice; a formula is looked up by its text. */
export class Formulas {
  readonly #programs: Record<string, Program>;

  constructor(figure: Figure, choice: string) {
    this.#programs = figure.programs[choice] ?? {};
  }

  value(formula: string, at: Record<string, Value>): Value {
    const program = this.#programs[formula];
    if (!program) throw new Error(`no program for ${formula}`);
    return run(program, at);
  }

  number(formula: string, at: Record<string, number>): number {
    return this.value(formula, at) as number;
  }

  column(formula: string, at: Record<string, Value>, length: number): Column {
    const found = this.value(formula, at);
    return typeof found === 'number' ? new Float64Array(length).fill(found) : found;
  }
}

export function sceneOf(figure: Figure, { choice, values }: Settings): Scene {
  const formulas = new Formulas(figure, choice);
  const one = (formula: string): number => formulas.number(formula, values);
  const orbits = new Map(figure.orbits.map((each) => [each.name, followed(each, formulas, values)]));
  const bounds = Object.fromEntries(
    figure.panels.map(({ id, x, y }) => [id, { lowX: one(x[0]), highX: one(x[1]), lowY: one(y[0]), highY: one(y[1]) }]),
  );
  const panels = new Map(figure.panels.map((each) => [each.id, each]));
  const marks = figure.marks.map((mark) =>
    drawn(mark, panels.get(mark.panel)?.variable ?? '', bounds[mark.panel] as Bounds, figure.samples, formulas, values, orbits),
  );
  const index = one(figure.said.index);
  return {
    bounds,
    marks,
    handles: figure.handles.map(({ x, y }) => ({ x: one(x), y: one(y) })),
    readings: figure.readings.map(one),
    said: Number.isNaN(index) ? figure.said.otherwise : (figure.said.sentences[Math.round(index)] ?? ''),
    rows: rowsOf(figure, formulas, values, orbits),
  };
}

/** The values of an orbit, until one is missing. */
function followed(orbit: Orbit, formulas: Formulas, values: Record<string, number>): Column {
  const found = [formulas.number(orbit.first, values)];
  while (found.length <= orbit.count && Number.isFinite(found.at(-1))) {
    found.push(formulas.number(orbit.next, { ...values, [orbit.name]: found.at(-1) ?? NaN }));
  }
  return Float64Array.from(found.filter(Number.isFinite));
}

function drawn(
  mark: Mark, variable: string, bounds: Bounds, samples: number, formulas: Formulas, values: Record<string, number>, orbits: Map<string, Column>,
): Drawn {
  const one = (formula: string): number => formulas.number(formula, values);
  const made = { panel: mark.panel, role: mark.role, name: mark.kind === 'label' ? mark.text : mark.name, open: false, path: false };
  switch (mark.kind) {
    case 'curve': {
      const [low, high] = mark.bounds ? mark.bounds.map(one) as [number, number] : [bounds.lowX, bounds.highX];
      const x = Float64Array.from({ length: samples }, (_, place) => low + ((high - low) * place) / (samples - 1));
      return { ...made, kind: 'line', x, y: formulas.column(mark.y, { ...values, [variable]: x }, samples) };
    }
    case 'segment':
      return { ...made, kind: 'line', x: [one(mark.start[0]), one(mark.end[0])], y: [one(mark.start[1]), one(mark.end[1])] };
    case 'stairs': {
      const twice = [...(orbits.get(mark.orbit) ?? [])].flatMap((each) => [each, each]);
      return { ...made, kind: 'line', x: twice.slice(0, -1), y: twice.slice(1) };
    }
    case 'dots': {
      const column = orbits.get(mark.orbit);
      const at = column ? { ...values, [mark.orbit]: column } : values;
      const [x, y] = [mark.x, mark.y].map((each) => formulas.column(each, at, column?.length ?? 1)) as [Column, Column];
      return { ...made, kind: 'dots', x, y, open: mark.open, path: mark.joined };
    }
    case 'label':
      return { ...made, kind: 'label', x: [one(mark.x)], y: [one(mark.y)] };
  }
}

function rowsOf(figure: Figure, formulas: Formulas, values: Record<string, number>, orbits: Map<string, Column>): number[][] {
  const { table } = figure;
  const column = table.orbit ? (orbits.get(table.orbit) ?? new Float64Array()) : Float64Array.from(table.values);
  const found = table.columns.map(({ value }) => formulas.column(value, { ...values, [table.variable]: column }, column.length));
  return Array.from(column, (_, place) => found.map((each) => each[place] ?? NaN));
}

/** The value on a parameter's ladder of steps that lies nearest, within its range. */
export function nearest({ low, high, step, places }: Parameter, value: number): number {
  const steps = Math.round((Math.min(Math.max(value, low), high) - low) / step);
  return Number(Math.min(low + steps * step, high).toFixed(places)) + 0;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as the server writes it: a true minus, "none" where there is no value, a power of ten where it is far out. */
export function shown(value: number, places: number): string {
  if (!Number.isFinite(value)) return 'none';
  const size = Math.abs(value);
  if (value !== 0 && !(size >= 5e-5 && size < 1e5)) {
    const [digits = '', power = ''] = value.toExponential(2).split('e');
    const raised = power.replace('+', '').replace('-', '⁻').replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');
    return `${digits.replace('-', '−')} · 10${raised}`;
  }
  return plain(value, places);
}

export function plain(value: number, places: number): string {
  const text = value.toFixed(places);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}
