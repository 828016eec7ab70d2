import { framesOf, heightOf, make, picture, type Frame } from '../picture.ts';
import { Formulas, nearest, sceneOf, shown, type Figure, type Handle, type Parameter, type Scene, type Settings } from '../scene.ts';

const READ_PLACES = 3;
const TABLE_PLACES = 4;
const LEAP = 10; // steps of Page Up and Page Down

/**
 * `<drag-figure>` around a figure's JSON, its static picture, its form, read-outs, table and sources: points are dragged or moved
 * by keys, and everything computed follows. `released` once the prediction is made; before, the picture only fits its width.
 */
class DragFigure extends HTMLElement {
  #figure: Figure | null = null;
  #svg: SVGElement | null = null;
  #handles: SVGElement[] = [];
  #frames: Frame[] = [];
  #form: HTMLFormElement | null = null;
  #width = 0;
  readonly #resized = new ResizeObserver(() => this.#fit());

  connectedCallback(): void {
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    const place = this.querySelector('[data-drawing]');
    this.#form ??= this.querySelector('form');
    if (!data || !place || !this.#form || this.#figure) return;
    this.#figure = JSON.parse(data) as Figure;
    this.#svg = make('svg', { role: 'group', 'aria-label': this.#figure.label });
    place.replaceChildren(this.#svg);
    if (this.hasAttribute('released')) this.#release(this.#figure, this.#form);
    this.#fit();
    this.#resized.observe(place);
  }

  disconnectedCallback(): void {
    this.#resized.disconnect();
  }

  #release(figure: Figure, form: HTMLFormElement): void {
    this.#handles = figure.handles.map((each) => this.#handle(figure, each));
    form.addEventListener('input', () => this.#draw());
    for (const each of form.querySelectorAll<HTMLElement>('[data-plain]')) each.hidden = true;
  }

  #fit(): void {
    const width = Math.round(this.querySelector('[data-drawing]')?.clientWidth ?? 0);
    if (!width || width === this.#width) return;
    this.#width = width;
    this.#draw();
  }

  /** What the controls say. */
  #settings(figure: Figure): Settings {
    const set = new FormData(this.#form ?? undefined);
    const fixed = this.#form?.querySelector<HTMLInputElement>('[name=choice]:checked')?.value ?? '';
    const value = ({ name, start }: Parameter): number => Number(set.get(name) ?? this.#input(name)?.value ?? start);
    return {
      choice: String(set.get('choice') ?? fixed),
      values: Object.fromEntries(figure.parameters.map((each) => [each.name, nearest(each, value(each))])),
    };
  }

  #input(name: string): HTMLInputElement | null {
    return this.#form?.querySelector<HTMLInputElement>(`input[type=range][name="${CSS.escape(name)}"]`) ?? null;
  }

  #draw(): void {
    const figure = this.#figure;
    if (!figure || !this.#svg || !this.#width) return;
    const settings = this.#settings(figure);
    const scene = sceneOf(figure, settings);
    this.#frames = framesOf(figure, scene, this.#width);
    const height = heightOf(this.#frames);
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${this.#width} ${height}`, width: this.#width, height })) {
      this.#svg.setAttribute(name, String(value));
    }
    const focused = this.#handles.find((each) => each === document.activeElement);
    const drawn = picture(figure, scene, this.#frames, this.#width);
    for (const each of [...this.#svg.childNodes]) if (!this.#handles.includes(each as SVGElement)) each.remove();
    this.#svg.prepend(...drawn);
    this.#place(figure, scene, settings);
    if (focused && focused !== document.activeElement) focused.focus();
    this.#tell(figure, scene, settings);
  }

  /** Handles stay the same elements, so that a drag and the focus survive a redraw. */
  #place(figure: Figure, scene: Scene, { values }: Settings): void {
    this.#handles.forEach((handle, index) => {
      const [spec, at] = [figure.handles[index], scene.handles[index]];
      const frame = this.#frames.find(({ panel }) => panel.id === spec?.panel);
      const parameter = figure.parameters.find(({ name }) => name === spec?.parameter);
      if (!spec || !at || !frame || !parameter) return;
      if (!handle.parentNode) this.#svg?.append(handle);
      const keep = (value: number, low: number): number => Math.min(Math.max(value, low), low + frame.side);
      const [x, y] = Number.isFinite(at.x) && Number.isFinite(at.y) ? frame.at(at.x, at.y) : [frame.left, frame.top];
      handle.setAttribute('transform', `translate(${keep(x, frame.left).toFixed(1)} ${keep(y, frame.top).toFixed(1)})`);
      const value = values[parameter.name] ?? parameter.start;
      handle.setAttribute('aria-valuenow', String(value));
      handle.setAttribute('aria-valuetext', shown(value, parameter.places));
    });
  }

  /** Read-outs, the sentence, the table and the sources, in numbers of this moment. */
  #tell(figure: Figure, scene: Scene, { choice, values }: Settings): void {
    for (const each of figure.parameters) {
      const value = values[each.name] ?? each.start;
      this.#write(`[data-value="${each.name}"]`, String(value));
      this.#write(`[data-shown="${each.name}"]`, shown(value, each.places));
      this.#input(each.name)?.setAttribute('aria-valuetext', shown(value, each.places));
    }
    scene.readings.forEach((value, place) => this.#write(`[data-reading="${place}"]`, shown(value, READ_PLACES)));
    this.#write('[data-said]', scene.said);
    this.#write('[data-functions]', figure.functions[choice] ?? '');
    const counted = Boolean(this.querySelector('[data-counted]'));
    this.querySelector('[data-rows]')?.replaceChildren(
      ...scene.rows.map((row, place) => {
        const line = document.createElement('tr');
        line.append(...[...(counted ? [String(place)] : []), ...row.map((each) => shown(each, TABLE_PLACES))].map(cell));
        return line;
      }),
    );
  }

  #write(where: string, words: string): void {
    for (const each of this.querySelectorAll(where)) if (each.textContent !== words) each.textContent = words;
  }

  #handle(figure: Figure, spec: Handle): SVGElement {
    const parameter = figure.parameters.find(({ name }) => name === spec.parameter) as Parameter;
    const handle = make(
      'g',
      {
        class: 'handle', tabindex: 0, role: 'slider', 'aria-label': parameter.label, 'aria-valuemin': parameter.low, 'aria-valuemax': parameter.high,
        'data-handle': parameter.name,
      },
      make('circle', { class: 'reach', r: 22 }), make('circle', { class: 'ring', r: 9 }), make('circle', { class: 'core', r: 4 }),
    );
    handle.addEventListener('keydown', (event) => this.#press(event, parameter));
    handle.addEventListener('dblclick', () => this.#set(parameter, parameter.start));
    handle.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.focus();
    });
    handle.addEventListener('pointermove', (event) => {
      if (handle.hasPointerCapture(event.pointerId)) this.#drag(figure, spec, parameter, event);
    });
    return handle;
  }

  #drag(figure: Figure, spec: Handle, parameter: Parameter, event: PointerEvent): void {
    const frame = this.#frames.find(({ panel }) => panel.id === spec.panel);
    const box = this.#svg?.getBoundingClientRect();
    if (!frame || !box) return;
    const { choice, values } = this.#settings(figure);
    const [X, Y] = frame.point(event.clientX - box.left, event.clientY - box.top);
    const value = new Formulas(figure, choice).number(spec.value, { ...values, X, Y });
    if (Number.isFinite(value)) this.#set(parameter, value);
  }

  #press(event: KeyboardEvent, parameter: Parameter): void {
    const now = Number(this.#input(parameter.name)?.value ?? parameter.start);
    const { step, low, high } = parameter;
    const wanted: Record<string, number> = {
      ArrowRight: now + step, ArrowUp: now + step, ArrowLeft: now - step, ArrowDown: now - step, PageUp: now + LEAP * step,
      PageDown: now - LEAP * step, Home: low, End: high,
    };
    const value = wanted[event.key];
    if (value === undefined) return;
    event.preventDefault();
    this.#set(parameter, value);
  }

  #set(parameter: Parameter, value: number): void {
    const input = this.#input(parameter.name);
    if (!input) return;
    input.value = String(nearest(parameter, value));
    this.#draw();
  }
}

function cell(words: string): HTMLTableCellElement {
  const made = document.createElement('td');
  made.className = 'r';
  made.textContent = words;
  return made;
}

customElements.define('drag-figure', DragFigure);
