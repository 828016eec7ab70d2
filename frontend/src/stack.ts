// Runs a stack program of the engine: registers hold its leaves, then one value a line of code. No code is generated.

export type Column = Float64Array;
export type Value = number | Column;
export interface Program {
  symbols: string[];
  leaves: ['sym' | 'num', number][];
  code: [string, ...number[]][];
  output: number;
}

/** The program's value for the given symbols: a number, or a column where a symbol is one. NaN where there is no value. */
export function run(program: Program, at: Record<string, Value>): Value {
  const registers: Value[] = program.leaves.map(([kind, value]) => (kind === 'num' ? value : (at[program.symbols[value] ?? ''] ?? NaN)));
  for (const [name, ...places] of program.code) {
    const operation = OPERATIONS[name];
    if (!operation) throw new Error(`no operation ${name}`);
    registers.push(applied(operation, places.map((place) => registers[place] ?? NaN)));
  }
  return finite(registers[program.output] ?? NaN);
}

type Operation = (...values: number[]) => number;

function applied(operation: Operation, values: Value[]): Value {
  const columns = values.filter((each) => typeof each !== 'number');
  if (!columns.length) return operation(...(values as number[]));
  const made = new Float64Array(columns[0]?.length ?? 0);
  const [u = NaN, v = NaN, w = NaN] = values;
  const part = (value: Value, place: number): number => (typeof value === 'number' ? value : (value[place] ?? NaN));
  for (let place = 0; place < made.length; place++) made[place] = operation(part(u, place), part(v, place), part(w, place));
  return made;
}

function finite(value: Value): Value {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  return value.map((each) => (Number.isFinite(each) ? each : NaN));
}

function relation(test: (u: number, v: number) => boolean): Operation {
  return (u = NaN, v = NaN) => (Number.isNaN(u) || Number.isNaN(v) ? NaN : Number(test(u, v)));
}

function ln(u: number): number {
  return u > 0 ? Math.log(u) : NaN;
}

function root(u: number, n: number): number {
  if (n === 2) return Math.sqrt(u);
  const size = Math.abs(u) ** (1 / n);
  return n % 2 ? Math.sign(u) * size : u >= 0 ? size : NaN;
}

function sigmoid(u: number): number {
  const tail = Math.exp(-Math.abs(u));
  return u >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
}

const FEWEST = 2; // from here on erfc by its continued fraction, below by the series of erf

/** erf u = 2/√π · e^(−u²) · Σ 2ⁿ u²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms have one sign. */
function series(u: number): number {
  let term = u;
  let total = u;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) total += term *= (2 * u * u) / (2 * n + 1);
  return ((2 / Math.sqrt(Math.PI)) * total) / Math.exp(u * u);
}

/** erfc u for u ≥ 2 = e^(−u²)/√π · 1/(u + ½/(u + 1/(u + 3/2/(u + …)))). */
function tail(u: number): number {
  let below = u;
  for (let k = 80; k > 0; k--) below = u + k / 2 / below;
  return Math.exp(-u * u) / Math.sqrt(Math.PI) / below;
}

function erfc(u: number): number {
  if (u >= FEWEST) return tail(u);
  return u <= -FEWEST ? 2 - tail(-u) : 1 - series(u);
}

function erf(u: number): number {
  return Math.abs(u) < FEWEST ? series(u) : Math.sign(u) * (1 - tail(Math.abs(u)));
}

function cdf(u: number): number {
  return erfc(-u / Math.SQRT2) / 2;
}

// Lanczos' approximation of the gamma function with g = 7 and nine terms: a relative error below 1e-14.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function gamma(u: number): number {
  if (Number.isInteger(u) && u <= 0) return NaN;
  if (u < 0.5) return Math.PI / (Math.sin(Math.PI * u) * gamma(1 - u));
  if (Number.isInteger(u) && u < 171) return Array.from({ length: u - 1 }, (_, k) => k + 1).reduce((all, each) => all * each, 1);
  const z = u - 1;
  const total = LANCZOS.reduce((sum, each, k) => (k ? sum + each / (z + k) : each), 0);
  const high = z + 7.5;
  return Math.sqrt(2 * Math.PI) * high ** ((z + 0.5) / 2) * Math.exp(-high) * high ** ((z + 0.5) / 2) * total;
}

/** ln(1 + e^u) without overflow. */
function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}

const OPERATIONS: Record<string, Operation> = {
  add: (u = NaN, v = NaN) => u + v,
  sub: (u = NaN, v = NaN) => u - v,
  mul: (u = NaN, v = NaN) => u * v,
  neg: (u = NaN) => -u,
  div: (u = NaN, v = NaN) => (v === 0 ? NaN : u / v),
  powi: (u = NaN, n = NaN) => (n < 0 && u === 0 ? NaN : u ** n),
  power: (u = NaN, v = NaN) => Math.exp(v * ln(u)),
  sqrt: (u = NaN) => Math.sqrt(u),
  root: (u = NaN, n = NaN) => root(u, n),
  exp: (u = NaN) => Math.exp(u),
  ln: (u = NaN) => ln(u),
  sin: (u = NaN) => Math.sin(u),
  cos: (u = NaN) => Math.cos(u),
  tan: (u = NaN) => Math.tan(u),
  arcsin: (u = NaN) => Math.asin(u),
  arccos: (u = NaN) => Math.acos(u),
  arctan: (u = NaN) => Math.atan(u),
  sinh: (u = NaN) => Math.sinh(u),
  cosh: (u = NaN) => Math.cosh(u),
  tanh: (u = NaN) => Math.tanh(u),
  arsinh: (u = NaN) => Math.asinh(u),
  arcosh: (u = NaN) => Math.acosh(u),
  artanh: (u = NaN) => Math.atanh(u),
  sigmoid: (u = NaN) => sigmoid(u),
  softplus: (u = NaN) => softplus(u),
  relu: (u = NaN) => Math.max(u, 0),
  gelu: (u = NaN) => u * cdf(u),
  silu: (u = NaN) => u * sigmoid(u),
  abs: (u = NaN) => Math.abs(u),
  sign: (u = NaN) => Math.sign(u),
  min: (u = NaN, v = NaN) => Math.min(u, v),
  max: (u = NaN, v = NaN) => Math.max(u, v),
  floor: (u = NaN) => Math.floor(u),
  ceil: (u = NaN) => Math.ceil(u),
  gamma: (u = NaN) => gamma(u),
  erf: (u = NaN) => erf(u),
  erfc: (u = NaN) => erfc(u),
  Phi: (u = NaN) => cdf(u),
  phi: (u = NaN) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI),
  nowhere: () => NaN,
  eq: relation((u, v) => u === v),
  ne: relation((u, v) => u !== v),
  lt: relation((u, v) => u < v),
  le: relation((u, v) => u <= v),
  gt: relation((u, v) => u > v),
  ge: relation((u, v) => u >= v),
  and: (u = NaN, v = NaN) => Math.min(u, v),
  or: (u = NaN, v = NaN) => Math.max(u, v),
  if: (test = NaN, u = NaN, v = NaN) => (Number.isNaN(test) ? NaN : test === 1 ? u : v),
};
