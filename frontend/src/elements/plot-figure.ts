import { plotted, type Palette, type Plot } from '../plot';

/** `<plot-figure>` around JSON and a table of its values: the plot takes the table's place, the table stays a click away. */
class PlotFigure extends HTMLElement {
  #plot: Plot | null = null;
  #plate: HTMLElement | null = null;
  #width = 0;
  readonly #nearby = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && void this.#begin());
  readonly #resized = new ResizeObserver(() => void this.#draw(false));
  readonly #theme = new MutationObserver(() => void this.#draw(true));
  readonly #system = matchMedia('(prefers-color-scheme: dark)');
  readonly #systemChanged = (): void => void this.#draw(true);

  connectedCallback(): void {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    if (!text || this.#plot) return;
    try {
      this.#plot = JSON.parse(text) as Plot;
      this.#nearby.observe(this);
    } catch (reason) {
      console.warn('the figure stays a table', reason);
    }
  }

  disconnectedCallback(): void {
    for (const watch of [this.#nearby, this.#resized, this.#theme]) watch.disconnect();
    this.#system.removeEventListener('change', this.#systemChanged);
  }

  async #begin(): Promise<void> {
    this.#nearby.disconnect();
    if (this.#plate) return;
    const plate = document.createElement('div');
    this.#plate = plate;
    plate.className = 'drawing';
    this.prepend(plate);
    try {
      await this.#draw(true);
    } catch (reason) {
      plate.remove();
      console.warn('the figure stays a table', reason);
      return;
    }
    this.#addTools();
    this.#resized.observe(this);
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.#system.addEventListener('change', this.#systemChanged);
  }

  async #draw(anyway: boolean): Promise<void> {
    const plate = this.#plate;
    if (!plate || !this.#plot || plate.hidden) return;
    const width = Math.round(plate.clientWidth);
    if (!anyway && width === this.#width) return;
    this.#width = width;
    const plotly = (await import('plotly.js-cartesian-dist-min')).default;
    const { data, layout } = plotted(this.#plot, paletteOf(this), width);
    await plotly.react(plate, data, layout, { displayModeBar: false, responsive: false, doubleClick: false });
  }

  #addTools(): void {
    const table = this.querySelector('table')?.parentElement;
    const button = document.createElement('button');
    if (!table || !this.#plate) return;
    const show = (asTable: boolean): void => {
      table.hidden = !asTable;
      if (this.#plate) this.#plate.hidden = asTable;
      button.textContent = asTable ? 'As a figure' : 'As a table';
    };
    button.type = 'button';
    button.className = 'text-btn';
    button.addEventListener('click', () => {
      show(Boolean(table.hidden));
      void this.#draw(true);
    });
    show(false);
    toolsOf(this).append(button);
  }
}

/** The row of buttons under the figure's caption, made where there is none. */
function toolsOf(figure: HTMLElement): Element {
  const frame = figure.closest('figure') ?? figure;
  const tools = frame.querySelector(':scope > .tools') ?? document.createElement('div');
  tools.classList.add('tools');
  if (!tools.parentElement) frame.append(tools);
  return tools;
}

/** The theme's colours as the browser resolves them: a custom property alone still reads `light-dark(…)`. */
function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const resolved = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const style = getComputedStyle(probe);
  const palette: Palette = {
    ground: resolved('inset'), ink: resolved('ink'), quiet: resolved('ink-2'), axis: resolved('fig-axis'),
    grid: resolved('fig-grid'), mine: resolved('fig-mine'), paper: resolved('paper'),
    others: ['differential', 'vector', 'integral', 'probability', 'optimisation', 'finance'].map(resolved),
    sans: style.getPropertyValue('--sans').trim(), serif: style.getPropertyValue('--serif').trim(),
  };
  probe.remove();
  return palette;
}

customElements.define('plot-figure', PlotFigure);
