import * as z from 'zod';

/**
 * Every picture our windows can draw, by family: for tiles, group symbols and picture codes. Add at
 * the end of a family; a name once given to somebody's tile is never taken away ([TIL1]). At most
 * seven to a family: times eight colours, that is what one page of tiles holds ([KSK3]).
 */
export const drawingFamilies = {
  animals: ['buffalo', 'elephant', 'gecko', 'rabbit', 'deer'],
  water: ['fish', 'turtle', 'crab', 'duck', 'frog', 'snail'],
  wings: ['hen', 'crane', 'butterfly', 'bee', 'dragonfly'],
  plants: ['rice', 'tree', 'lotus', 'palm', 'bamboo', 'mushroom', 'sunflower'],
  fruits: ['mango', 'banana', 'coconut', 'chilli', 'pineapple', 'corn', 'watermelon'],
  tools: ['hammer', 'hoe', 'scissors', 'saw', 'axe', 'ladder', 'key'],
  road: ['bicycle', 'boat', 'drum', 'cart', 'kite', 'ball', 'bus'],
  home: ['house', 'basket', 'pot', 'lamp', 'jar', 'umbrella', 'broom'],
  things: ['bell', 'book', 'cup', 'hat', 'comb', 'spoon'],
  sky: ['moon', 'sun', 'star', 'mountain', 'cloud'],
} as const;

export type DrawingFamily = keyof typeof drawingFamilies;
export type Drawing = (typeof drawingFamilies)[DrawingFamily][number];

export const drawings: readonly Drawing[] = Object.values(drawingFamilies).flat();
export const drawingSchema = z.enum(drawings);

/** The families in the order in which screens show them. */
export const familyNames = [
  'animals',
  'water',
  'wings',
  'plants',
  'fruits',
  'tools',
  'road',
  'home',
  'things',
  'sky',
] as const satisfies readonly DrawingFamily[];
