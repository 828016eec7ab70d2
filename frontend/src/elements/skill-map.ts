const SVG = 'http://www.w3.org/2000/svg';

/** `<skill-map>` around links with `data-skill` and `data-rests-on`: draws the edges of one skill at a time. */
class SkillMap extends HTMLElement {
  #edges: SVGSVGElement | null = null;
  #shown: HTMLElement | null = null;
  readonly #watch = new ResizeObserver(() => this.#show(this.#shown));

  connectedCallback(): void {
    if (this.#edges) return;
    this.#edges = document.createElementNS(SVG, 'svg');
    this.#edges.classList.add('edges');
    this.#edges.setAttribute('aria-hidden', 'true');
    this.prepend(this.#edges);
    for (const type of ['focusin', 'pointerover']) this.addEventListener(type, (event) => this.#look(event.target));
    this.#shown = this.#skill(this.getAttribute('current') ?? '');
    this.#watch.observe(this);
  }

  disconnectedCallback(): void {
    this.#watch.disconnect();
  }

  #look(target: EventTarget | null): void {
    const skill = target instanceof Element ? target.closest<HTMLElement>('[data-skill]') : null;
    if (skill && skill !== this.#shown) this.#show(skill);
  }

  #skill(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-skill="${CSS.escape(id)}"]`);
  }

  #show(skill: HTMLElement | null): void {
    if (!skill || !this.#edges) return;
    this.#shown?.classList.remove('on');
    skill.classList.add('on');
    this.#shown = skill;
    const before = foundations(skill).flatMap((id) => this.#skill(id) ?? []);
    const after = [...this.querySelectorAll<HTMLElement>('[data-rests-on]')].filter((each) =>
      foundations(each).includes(skill.dataset['skill'] ?? ''),
    );
    this.#edges.replaceChildren(
      ...before.map((each) => this.#edge(each, skill, '')),
      ...after.map((each) => this.#edge(skill, each, 'next')),
    );
    this.#tell(skill, before.length, after.length);
  }

  /** Fills what stands in the line above the map: `[data-now="title|standing|edges|open|practise|skill"]`. */
  #tell(skill: HTMLElement, before: number, after: number): void {
    const said: Record<string, string> = {
      title: skill.dataset['title'] ?? '',
      standing: skill.dataset['standing'] ?? '',
      edges: `rests on ${before}, opens ${after}`,
    };
    for (const place of this.querySelectorAll<HTMLElement>('[data-now]')) {
      const text = said[place.dataset['now'] ?? ''];
      if (text !== undefined) place.textContent = text;
      else if (place instanceof HTMLAnchorElement) place.href = (skill as HTMLAnchorElement).href;
      else if (place instanceof HTMLInputElement) place.value = skill.dataset['skill'] ?? '';
      else if (place instanceof HTMLFormElement) place.hidden = skill.dataset['written'] === undefined;
    }
  }

  #edge(from: HTMLElement, to: HTMLElement, kind: string): SVGPathElement {
    const [x1, y1] = this.#centre(from);
    const [x2, y2] = this.#centre(to);
    const bend = Math.max(18, Math.abs(y2 - y1) / 2);
    const path = document.createElementNS(SVG, 'path');
    if (kind) path.setAttribute('class', kind);
    path.setAttribute(
      'd',
      y1 === y2
        ? `M${x1} ${y1 + 9}Q${(x1 + x2) / 2} ${y1 + 26} ${x2} ${y2 + 9}`
        : `M${x1} ${y1 + 8}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2 - 9}`,
    );
    return path;
  }

  #centre(skill: HTMLElement): [number, number] {
    const box = (skill.querySelector('svg') ?? skill).getBoundingClientRect();
    const frame = this.getBoundingClientRect();
    return [box.x - frame.x + box.width / 2, box.y - frame.y + box.height / 2];
  }
}

function foundations(skill: HTMLElement): string[] {
  return (skill.dataset['restsOn'] ?? '').split(' ').filter(Boolean);
}

customElements.define('skill-map', SkillMap);

export {};
