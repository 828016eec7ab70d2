// A scene as SVG: panels with axes, marks and names, drawn for the width there is.
import { plain, type Bounds, type Drawn, type Figure, type Panel, type Scene } from './scene.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SIDE_BY_SIDE = 480;
const LEFT = 36;
const RIGHT = 16;
const TOP = 30;
const BOTTOM = 28;
const FAR = 4000;

/** The square that a panel fills, and how its places are found. */
export class Frame {
  readonly panel: Panel;
  readonly bounds: Bounds;
  readonly left: number;
  readonly top: number;
  readonly side: number;

  constructor(panel: Panel, bounds: Bounds, left: number, top: number, side: number) {
    this.panel = panel;
    this.bounds = bounds;
    this.left = left;
    this.top = top;
    this.side = side;
  }

  at(x: number, y: number): [number, number] {
    const { lowX, highX, lowY, highY } = this.bounds;
    const near = (value: number): number => Math.min(Math.max(value, -FAR), FAR);
    return [this.left + near(((x - lowX) / (highX - lowX)) * this.side), this.top + this.side - near(((y - lowY) / (highY - lowY)) * this.side)];
  }

  /** The point of the plane that is drawn here. */
  point(across: number, down: number): [number, number] {
    const { lowX, highX, lowY, highY } = this.bounds;
    return [lowX + ((across - this.left) / this.side) * (highX - lowX), lowY + ((this.top + this.side - down) / this.side) * (highY - lowY)];
  }
}

export function framesOf(figure: Figure, scene: Scene, width: number): Frame[] {
  const count = width >= SIDE_BY_SIDE ? figure.panels.length : 1;
  const cell = width / count;
  const side = cell - LEFT - RIGHT;
  return figure.panels.map((panel, place) => {
    const top = Math.floor(place / count) * (side + TOP + BOTTOM) + TOP;
    return new Frame(panel, scene.bounds[panel.id] as Bounds, (place % count) * cell + LEFT, top, side);
  });
}

/** The whole picture, to be put in place of the last one. */
export function picture(figure: Figure, scene: Scene, frames: Frame[], width: number): SVGElement[] {
  return frames.flatMap((frame) => {
    const id = `clip-${figure.id}-${frame.panel.id}`;
    const marks = scene.marks.filter((each) => each.panel === frame.panel.id);
    const clip = make('clipPath', { id }, make('rect', { x: frame.left, y: frame.top, width: frame.side, height: frame.side }));
    const body = make('g', { 'clip-path': `url(#${id})` }, ...marks.filter(({ kind }) => kind !== 'label').flatMap((each) => shape(each, frame)));
    const title = text(frame.panel.title, { class: 'head', x: frame.left, y: frame.top - 14 });
    return [clip, title, ...axes(frame, width >= SIDE_BY_SIDE ? 5 : 4), body, ...names(marks, frame)];
  });
}

export function heightOf(frames: Frame[]): number {
  return Math.max(...frames.map(({ top, side }) => top + side)) + BOTTOM;
}

export function make(name: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

function text(words: string, attributes: Record<string, string | number>): SVGElement {
  return make('text', attributes, document.createTextNode(words));
}

function axes(frame: Frame, most: number): SVGElement[] {
  const { bounds, left, top, side, panel } = frame;
  const foot = top + side;
  const rows = ticks(bounds.lowY, bounds.highY, most).flatMap(([value, words]) => {
    const y = frame.at(bounds.lowX, value)[1].toFixed(1);
    const line = make('path', { class: value === 0 ? 'c-axis' : 'c-grid', d: `M${left} ${y}H${left + side}` });
    return [line, text(words, { x: left - 6, y: Number(y) + 4, 'text-anchor': 'end' })];
  });
  const columns = ticks(bounds.lowX, bounds.highX, most).flatMap(([value, words]) => {
    const x = frame.at(value, bounds.lowY)[0].toFixed(1);
    return [make('path', { class: 'c-axis', d: `M${x} ${foot}v4` }), text(words, { x, y: foot + 18, 'text-anchor': 'middle' })];
  });
  const across = text(panel.across || panel.variable, { class: 'm', x: left + side + 4, y: foot + 5 });
  const up = panel.up ? [text(panel.up, { class: 'm', x: left - 6, y: top - 14, 'text-anchor': 'end' })] : [];
  return [...rows, ...columns, across, ...up];
}

/** At most `most` round numbers between two bounds, with their texts. */
export function ticks(low: number, high: number, most: number): [number, string][] {
  if (!(Number.isFinite(low) && Number.isFinite(high) && high > low)) return [];
  for (let exponent = Math.floor(Math.log10((high - low) / most)); exponent < 400; exponent++) {
    for (const lead of [1, 2, 5]) {
      const step = lead * 10 ** exponent;
      const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
      if (last - first >= most) continue;
      return Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step).map((each) => [each, plain(each, Math.max(0, -exponent))]);
    }
  }
  return [];
}

function shape(mark: Drawn, frame: Frame): SVGElement[] {
  const line = make('path', { class: `f-${mark.role}`, d: path(mark, frame) });
  if (mark.kind === 'line') return [line];
  const dots = Array.from(mark.x, (x, place) => [x, mark.y[place] ?? NaN] as const)
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map(([x, y]) => {
      const [cx, cy] = frame.at(x, y);
      return make('circle', { class: `d-${mark.role}${mark.open ? ' open' : ''}`, cx: cx.toFixed(1), cy: cy.toFixed(1), r: mark.path ? 3 : 5 });
    });
  return mark.path ? [line, ...dots] : dots;
}

function path({ x, y }: Drawn, frame: Frame): string {
  let [made, pen] = ['', 'M'];
  for (let place = 0; place < x.length; place++) {
    const [across = NaN, up = NaN] = [x[place], y[place]];
    if (!Number.isFinite(across) || !Number.isFinite(up)) {
      pen = 'M';
      continue;
    }
    const [left, top] = frame.at(across, up);
    made += `${pen}${left.toFixed(1)} ${top.toFixed(1)}`;
    pen = 'L';
  }
  return made;
}

/** The names of lines where they leave the panel, moved apart; and the labels. */
function names(marks: Drawn[], frame: Frame): SVGElement[] {
  const taken: number[] = [];
  return marks.filter(({ name }) => name).flatMap((mark) => {
    const place = lastInside(mark, frame.bounds);
    if (place < 0) return [];
    const [x, end] = frame.at(mark.x[place] ?? NaN, mark.y[place] ?? NaN);
    let y = Math.min(Math.max(end - 6, frame.top + 12), frame.top + frame.side - 6);
    while (taken.some((each) => Math.abs(y - each) < 15)) y += 15;
    taken.push(y);
    const left = Math.min(x, frame.left + frame.side) - 4;
    return [text(mark.name, { class: `n-${mark.role}`, x: left.toFixed(1), y: y.toFixed(1), 'text-anchor': 'end' })];
  });
}

function lastInside({ x, y }: Drawn, { lowX, highX, lowY, highY }: Bounds): number {
  for (let place = x.length - 1; place >= 0; place--) {
    const [across = NaN, up = NaN] = [x[place], y[place]];
    if (across >= lowX && across <= highX && up >= lowY && up <= highY) return place;
  }
  return -1;
}
