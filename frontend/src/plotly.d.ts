declare module 'plotly.js-cartesian-dist-min' {
  type Json = Record<string, unknown>;
  interface Plotly {
    react(plate: HTMLElement, data: Json[], layout: Json, config: Json): Promise<HTMLElement>;
  }
  const plotly: Plotly;
  export default plotly;
}
