import type { Drawing } from '../../shared/contracts/drawings.ts';
import type { Tile } from '../../shared/contracts/documents/directory.ts';
import { familyOf } from './families.ts';

/** Pictures that are drawn much alike, or stand for much the same: told apart by a second look only. */
const lookAlikes: readonly (readonly Drawing[])[] = [
  ['buffalo', 'deer', 'elephant'],
  ['hen', 'duck', 'crane'],
  ['butterfly', 'dragonfly', 'bee'],
  ['turtle', 'snail', 'frog', 'crab'],
  ['tree', 'palm', 'mushroom', 'bamboo'],
  ['lotus', 'sunflower', 'sun', 'star'],
  ['mango', 'coconut', 'ball'],
  ['chilli', 'banana', 'moon'],
  ['pineapple', 'corn', 'rice'],
  ['hammer', 'hoe', 'axe', 'broom', 'spoon'],
  ['saw', 'comb', 'ladder'],
  ['bus', 'cart', 'bicycle'],
  ['pot', 'jar', 'basket', 'drum', 'cup'],
  ['bell', 'hat', 'umbrella', 'lamp'],
  ['boat', 'watermelon', 'fish'],
  ['house', 'mountain', 'kite'],
];

/** Colours of tiles that many men, and a poor screen, hardly tell apart. */
const closeColours: readonly (readonly Tile['colour'][])[] = [
  ['indigo', 'night'],
  ['indigo', 'river'],
  ['brick', 'clay'],
  ['brick', 'leaf'],
  ['leaf', 'clay'],
  ['leaf', 'river'],
  ['lotus', 'brick'],
  ['turmeric', 'clay'],
];

const likePictures = pairsOf(lookAlikes);
const likeColours = pairsOf(closeColours);

/**
 * How easily two tiles are taken for each other, 0 for not at all: the same picture on another
 * ground most easily, then pictures that are drawn alike, then those of one family; a ground alike
 * makes each worse.
 */
export function likeness(a: Tile, b: Tile): number {
  return pictureLikeness(a.picture, b.picture) * groundFactor(a.colour, b.colour);
}

function pictureLikeness(a: string, b: string): number {
  if (a === b) return 400;
  if (likePictures.has(pairOf(a, b))) return 20;
  return familyOf(a) === familyOf(b) ? 3 : 1;
}

function groundFactor(a: Tile['colour'], b: Tile['colour']): number {
  if (a === b) return 3;
  return likeColours.has(pairOf(a, b)) ? 2 : 1;
}

function pairsOf(sets: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => set.flatMap((a) => set.map((b) => pairOf(a, b)))));
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
