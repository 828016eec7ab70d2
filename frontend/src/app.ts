// htmx, and the table from tag to element. An element is fetched when its tag first stands on the page.
import 'htmx.org';

const ELEMENTS: Record<string, () => Promise<unknown>> = {
  'code-editor': () => import('./elements/code-editor'),
  'copy-text': () => import('./elements/copy-text'),
  'drag-figure': () => import('./elements/drag-figure'),
  'math-answer': () => import('./elements/math-answer'),
  'math-text': () => import('./elements/math-text'),
  'pass-key': () => import('./elements/pass-key'),
  'plot-figure': () => import('./elements/plot-figure'),
  'skill-map': () => import('./elements/skill-map'),
  'theme-switch': () => import('./elements/theme-switch'),
  'worked-steps': () => import('./elements/worked-steps'),
  'visible-seconds': () => import('./elements/visible-seconds'),
  'working-lines': () => import('./elements/working-lines'),
};
const TAGS = Object.keys(ELEMENTS).join();

/** An element that cannot be fetched leaves the HTML it would have enhanced. */
function fetchElements(within: ParentNode): void {
  for (const { localName } of within.querySelectorAll(TAGS)) {
    const load = ELEMENTS[localName];
    delete ELEMENTS[localName];
    load?.().catch((reason: unknown) => console.warn(`${localName} stays plain`, reason));
  }
}

new MutationObserver(() => fetchElements(document)).observe(document.body, { childList: true, subtree: true });
fetchElements(document);
