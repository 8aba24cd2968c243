import type { ReactNode } from 'react';
import type { DrawingFamily, drawingFamilies } from '../../../shared/contracts/drawings.ts';

/** What is drawn inside a frame of 96 × 96, for every picture of one family. */
export type DrawingPaths<Family extends DrawingFamily> = Readonly<
  Record<(typeof drawingFamilies)[Family][number], ReactNode>
>;
