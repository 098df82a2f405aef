/**
 * One alloy made into another in a finished picture. What a metal shows is its surroundings, multiplied at each bounce by
 * its reflectance: from how yellow a point is follows how often the light bounced, and from that what another alloy
 * would show there. The ground between has no such colour, and stays.
 */

/** Reflectance at normal incidence, linear, as the pictures are rendered: scripts/art/kit/surface.py. */
export const reflectance = {
  "18k-yellow-gold": [1, 0.735, 0.355],
  "14k-rose-gold": [0.965, 0.64, 0.5],
  "18k-white-gold": [0.74, 0.715, 0.675],
  "sterling-silver": [0.915, 0.9, 0.865],
  "platinum-950": [0.7, 0.69, 0.675],
  "9k-yellow-gold": [0.95, 0.775, 0.5],
} as const satisfies Record<string, Rgb>;

export type Rgb = readonly [number, number, number];
export type PicturedAlloy = keyof typeof reflectance;

export type Raster = { data: Uint8Array; width: number; height: number };
/** in fractions of the picture */
export type Oval = { x0: number; y0: number; x1: number; y1: number };

/** Nothing bounces more often and still reaches the eye. */
const MOST_BOUNCES = 3;
/** fewer bounces than the first of these are the ground's own colour, more than the second are metal */
const [GROUND, METAL] = [0.1, 0.32];
/** how far the light that metals show shares the ground's tint */
const SHARED_TINT = 0.5;
const STONE_EDGE = 0.12;

/** How often the light of a point bounced off the metal; `tint` is the logarithm of blue to red of light that didn't. */
export function bounces(light: Rgb, metal: Rgb, tint: number): number {
  const perBounce = Math.log(metal[2] / metal[0]);
  const own = Math.log(Math.max(light[2], 1e-5) / Math.max(light[0], 1e-5));
  const beyondGround = (own - tint) / perBounce;
  const share = smoothStep((beyondGround - GROUND) / (METAL - GROUND));
  return share * Math.min(MOST_BOUNCES, Math.max(0, (own - tint * SHARED_TINT) / perBounce));
}

/** of a green that the metal doesn't explain, this much is the surroundings' and stays; the rest would turn violet */
const KEPT = 0.3;

/** The same light after as many bounces off another metal; `tint` as above, of green to red. */
export function reflected(light: Rgb, from: Rgb, to: Rgb, count: number, tint = 0): Rgb {
  const at = (channel: 0 | 1 | 2) => light[channel] * (to[channel] / from[channel]) ** count;
  const expected = tint * SHARED_TINT + count * Math.log(from[1] / from[0]);
  const unexplained = Math.log(Math.max(light[1], 1e-5) / Math.max(light[0], 1e-5)) - expected;
  const share = smoothStep((count - 0.2) / 0.6) * (1 - KEPT);
  return [at(0), at(1) * Math.exp(-unexplained * share), at(2)];
}

const [A, B, C, D, E] = [2.51, 0.03, 2.43, 0.59, 0.14];

function filmic(light: number): number {
  return Math.min(1, (light * (A * light + B)) / (light * (C * light + D) + E));
}

function unfilmic(level: number): number {
  const [square, linear, rest] = [A - level * C, B - level * D, -level * E];
  return (-linear + Math.sqrt(linear * linear - 4 * square * rest)) / (2 * square);
}

/** What the film makes of light: half by channel, half by the brightest, which keeps gold's hue (kit/finish.py). */
export function develop(light: Rgb): Rgb {
  const peak = Math.max(...light, 1e-6);
  const gain = filmic(peak) / peak;
  const at = (value: number) => filmic(Math.max(0, value)) * 0.55 + Math.max(0, value) * gain * 0.45;
  return [at(light[0]), at(light[1]), at(light[2])];
}

/** develop, backwards. */
export function undevelop(levels: Rgb): Rgb {
  const brightest = Math.min(0.985, Math.max(...levels));
  const peak = unfilmic(brightest);
  const gain = brightest / Math.max(peak, 1e-6);
  const at = (level: number) => {
    if (level >= brightest) return peak;
    let [low, high] = [0, peak];
    for (let step = 0; step < 14; step += 1) {
      const middle = (low + high) / 2;
      if (filmic(middle) * 0.55 + middle * gain * 0.45 < level) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [at(levels[0]), at(levels[1]), at(levels[2])];
}

export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function toSrgb(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** The light of every point, three numbers each: what all alloys of one picture are made from. */
export function lightOf({ data }: Pick<Raster, "data">): Float32Array {
  const linear = Float32Array.from({ length: 256 }, (_, value) => toLinear(value / 255));
  const light = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 3)
    light.set(
      undevelop([0, 1, 2].map((channel) => linear[data[at + channel] ?? 0] ?? 0) as unknown as Rgb),
      at,
    );
  return light;
}

/** For every point how often its light bounced; none inside of the stones. */
export function bounceMap(
  light: Float32Array,
  { width, height }: Pick<Raster, "width" | "height">,
  metal: Rgb,
  stones: readonly Oval[],
): Float32Array {
  const tint = tintOfGround(light, width, height, 2);
  const map = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const clear = outside(stones, (x + 0.5) / width, (y + 0.5) / height);
      if (clear > 0) map[y * width + x] = clear * bounces(around(light, width, height, x, y), metal, tint);
    }
  return map;
}

export function recolour(
  light: Float32Array,
  map: Float32Array,
  original: Uint8Array,
  from: Rgb,
  to: Rgb,
): Uint8Array {
  const side = Math.round(Math.sqrt(map.length));
  const tint = tintOfGround(light, side, side, 1);
  const data = Uint8Array.from(original);
  for (let point = 0; point < map.length; point += 1) {
    const count = map[point] ?? 0;
    if (count < 0.01) continue;
    const at = point * 3;
    const here: Rgb = [light[at] ?? 0, light[at + 1] ?? 0, light[at + 2] ?? 0];
    const levels = develop(reflected(here, from, to, count, tint));
    for (let channel = 0; channel < 3; channel += 1)
      data[at + channel] = Math.round(255 * Math.min(1, toSrgb(levels[channel] ?? 0)));
  }
  return data;
}

/** The lower left corner, where nothing but ground lies. */
function tintOfGround(light: Float32Array, width: number, height: number, channel: 1 | 2): number {
  let [red, other] = [0, 0];
  for (let y = Math.floor(height * 0.86); y < height * 0.98; y += 1)
    for (let x = Math.floor(width * 0.02); x < width * 0.14; x += 1) {
      red += light[(y * width + x) * 3] ?? 0;
      other += light[(y * width + x) * 3 + channel] ?? 0;
    }
  return Math.log(other / red);
}

/** The mean of a point and its neighbours: pictures store colour more coarsely than light. */
function around(light: Float32Array, width: number, height: number, x: number, y: number): Rgb {
  let [red, green, blue] = [0, 0, 0];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      const at = (row * width + column) * 3;
      red += light[at] ?? 0;
      green += light[at + 1] ?? 0;
      blue += light[at + 2] ?? 0;
    }
  return [red, green, blue];
}

function outside(stones: readonly Oval[], x: number, y: number): number {
  return stones.reduce((clear, { x0, y0, x1, y1 }) => {
    const far = Math.hypot((x - (x0 + x1) / 2) / ((x1 - x0) / 2), (y - (y0 + y1) / 2) / ((y1 - y0) / 2));
    return Math.min(clear, smoothStep((far - 1) / STONE_EDGE + 0.5));
  }, 1);
}

function smoothStep(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
