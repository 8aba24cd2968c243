import * as z from 'zod';

/**
 * Every picture our windows can draw, by family: for tiles, group symbols and picture codes. Add at
 * the end of a family; a name once given to somebody's tile is never taken away ([UI6]).
 */
export const drawingFamilies = {
  animals: ['buffalo', 'fish', 'hen', 'elephant', 'crane', 'turtle', 'gecko'],
  plants: ['rice', 'tree', 'lotus', 'mango', 'banana', 'coconut', 'palm', 'chilli'],
  tools: ['bicycle', 'boat', 'drum', 'hammer', 'hoe', 'scissors', 'saw', 'cart'],
  home: ['house', 'basket', 'pot', 'lamp', 'jar', 'umbrella', 'broom', 'bell', 'book'],
  sky: ['moon', 'sun', 'star', 'mountain'],
} as const;

export type DrawingFamily = keyof typeof drawingFamilies;
export type Drawing = (typeof drawingFamilies)[DrawingFamily][number];

export const drawings: readonly Drawing[] = Object.values(drawingFamilies).flat();
export const drawingSchema = z.enum(drawings);
