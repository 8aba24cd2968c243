import type { QuestionBody } from '../native/question.ts';
import { childrenOf, elementsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import type { LookUp } from './qti-html.ts';
import type { RightResponse } from './qti-item.ts';

/** Places of a picture to be touched; ours are circles, so other shapes become the circle within. */
export function hotspotBody(
  interaction: XmlElement,
  { values }: RightResponse,
  look: LookUp,
): { readonly body: QuestionBody; readonly simplified: readonly string[] } {
  const scene = elementsOf(interaction).find(({ name }) => /^(?:object|img)$/.test(name));
  const width = Number.parseFloat(scene?.attributes['width'] ?? '');
  const height = Number.parseFloat(scene?.attributes['height'] ?? '');
  const src = scene?.attributes['data'] ?? scene?.attributes['src'];
  if (src === undefined || !(width > 0) || !(height > 0)) {
    return { body: { type: 'none', why: 'its picture does not state its size' }, simplified: [] };
  }
  const choices = childrenOf(interaction, 'hotspotChoice');
  const areas = choices.map((choice, index) => areaOf(choice, { width, height }, index));
  if (areas.includes(null)) {
    return { body: { type: 'none', why: 'one of its places has no shape' }, simplified: [] };
  }
  const alt = scene?.attributes['alt'] ?? '';
  return {
    body: {
      type: 'hotspot',
      scene: { src, alt, bytes: () => look(src) },
      areas: areas.filter((area) => area !== null),
      right: choices.flatMap(({ attributes }, index) =>
        values.includes(attributes['identifier'] ?? '') ? [index] : [],
      ),
    },
    simplified: choices.every(({ attributes }) => attributes['shape'] === 'circle')
      ? []
      : ['its places are circles now; look at them'],
  };
}

function areaOf(
  { attributes }: XmlElement,
  { width, height }: { readonly width: number; readonly height: number },
  index: number,
) {
  const coords = (attributes['coords'] ?? '').split(/[\s,]+/).map(Number);
  const circle = circleIn(attributes['shape'] ?? '', coords);
  if (circle === null || !circle.every((value) => Number.isFinite(value))) return null;
  const [x, y, r] = circle;
  const name = attributes['hotspotLabel'] ?? attributes['ariaLabel'] ?? `${index + 1}`;
  return { x: (x / width) * 100, y: (y / height) * 100, r: (r / width) * 100, name };
}

/** Middle and radius, in pixels, of the circle that lies in a shape. */
function circleIn(
  shape: string,
  coords: readonly number[],
): readonly [number, number, number] | null {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = coords;
  switch (shape) {
    case 'circle':
      return [a, b, c];
    case 'ellipse':
      return [a, b, Math.min(c, d)];
    case 'rect':
      return [(a + c) / 2, (b + d) / 2, Math.min(Math.abs(c - a), Math.abs(d - b)) / 2];
    case 'poly':
      return circleInPolygon(coords);
    default:
      return null;
  }
}

function circleInPolygon(coords: readonly number[]): readonly [number, number, number] | null {
  const xs = coords.filter((_, index) => index % 2 === 0);
  const ys = coords.filter((_, index) => index % 2 === 1);
  if (xs.length < 3 || xs.length !== ys.length) return null;
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return [(left + right) / 2, (top + bottom) / 2, Math.min(right - left, bottom - top) / 2];
}
