const ARROWS = new Set(['⟶']); // from a part to what a rule made of it
const RELATIONS = new Set([...ARROWS, '=', '<', '>', '≤', '≥', '≈', '≠', '→', '⇒', '⇔', '∈', '≡']);
const SUMS = new Set(['+', '−', '-', '±']);
const OPENS = new Set([...RELATIONS, ...SUMS, '·', '×', ',']); // a sign after one of these belongs to what follows

const SMALLEST = 14; // pixels: a formula that would be set smaller scrolls instead
const ROUNDED = 1; // clientWidth is a whole number of pixels

/** `<math-text>` around a `<math>`: one that is too wide breaks before an arrow, a relation or else a sum; if it cannot, it
 * is set a little smaller, or scrolls. */
class MathText extends HTMLElement {
  #whole: Element | null = null;
  #holder: Element = this; // what holds the formula: the element itself, or a link or button around it
  #width = 0;
  readonly #watch = new ResizeObserver(() => this.#fit());

  connectedCallback(): void {
    if (!this.#whole) {
      this.#whole = this.querySelector('math');
      this.#holder = this.#whole?.parentElement ?? this;
    }
    if (this.#whole) this.#watch.observe(this);
    void document.fonts.ready.then(() => this.#refit());
  }

  disconnectedCallback(): void {
    this.#watch.disconnect();
  }

  #refit(): void {
    this.#width = 0;
    this.#fit();
  }

  #fit(): void {
    const whole = this.#whole;
    if (!whole || this.clientWidth === this.#width || !this.isConnected) return;
    this.#width = this.clientWidth;
    this.style.fontSize = '';
    if (this.#holder.firstElementChild !== whole) this.#holder.replaceChildren(whole);
    const row = parts(whole);
    const right = row.at(-1)?.getBoundingClientRect().right ?? 0;
    const width = right - (row[0]?.getBoundingClientRect().left ?? 0);
    const lines = width > this.#width + ROUNDED ? broken(row, this.#width) : [row];
    if (lines.length > 1) this.#holder.replaceChildren(stacked(whole, lines));
    const share = this.clientWidth / this.scrollWidth;
    const size = parseFloat(getComputedStyle(this).fontSize);
    if (share < 1 && share * size >= SMALLEST) this.style.fontSize = `${Math.floor(100 * share)}%`;
    if (this.scrollWidth > this.clientWidth) this.tabIndex = 0;
    else this.removeAttribute('tabindex');
  }
}

/** The parts of a formula that stand side by side. */
function parts(formula: Element): Element[] {
  let row = [...formula.children];
  while (row.length === 1 && row[0]?.localName === 'mrow') row = [...row[0].children];
  return row;
}

/** Fills lines up to `width`: breaks before arrows if that is enough, else before relations, else before sums. */
function broken(row: Element[], width: number): Element[][] {
  const indent = 0.08 * width;
  const all = new Set([...RELATIONS, ...SUMS]);
  for (const signs of [ARROWS, RELATIONS, all]) {
    const pieces = split(row, signs);
    const lines: Element[][] = [];
    for (const piece of pieces) {
      const line = lines.at(-1);
      if (line && span(line, piece) <= width - (lines.length > 1 ? indent : 0)) line.push(...piece);
      else lines.push([...piece]);
    }
    if (signs === all || lines.every((line) => span(line, []) <= width)) return lines;
  }
  return [row];
}

/** Cuts before each sign that stands outside all brackets. */
function split(row: Element[], signs: Set<string>): Element[][] {
  const pieces: Element[][] = [[]];
  let depth = 0;
  row.forEach((part, place) => {
    const text = part.textContent ?? '';
    const breaks = depth === 0 && part.localName === 'mo' && part.getAttribute('form') !== 'prefix' && signs.has(text);
    if (breaks && place > 0 && !OPENS.has(row[place - 1]?.textContent ?? '')) pieces.push([]);
    pieces.at(-1)?.push(part);
    depth += (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
  });
  return pieces;
}

function span(line: Element[], piece: Element[]): number {
  const all = [...line, ...piece].map((part) => part.getBoundingClientRect());
  return Math.max(...all.map((box) => box.right)) - Math.min(...all.map((box) => box.left));
}

/** The formula again, one table row a line; the original stays whole for the next width. */
function stacked(whole: Element, lines: Element[][]): Element {
  const make = (name: string): Element => document.createElementNS('http://www.w3.org/1998/Math/MathML', name);
  const table = make('mtable');
  table.setAttribute('class', 'broken');
  table.setAttribute('displaystyle', 'true');
  for (const line of lines) {
    const cell = make('mtd');
    cell.append(...line.map((part) => part.cloneNode(true)));
    if (cell.firstElementChild?.localName === 'mo' && line !== lines[0]) cell.firstElementChild.setAttribute('form', 'infix');
    const row = make('mtr');
    row.append(cell);
    table.append(row);
  }
  const formula = whole.cloneNode(false) as Element;
  formula.append(table);
  return formula;
}

customElements.define('math-text', MathText);

export {};
