import { cardKeySchema } from '../../shared/contracts/training.ts';
import type { CardKey, Trains } from '../../shared/contracts/training.ts';

/** The same thing trained by several items, of several lessons or packs, is one card ([REV1]). */
export const cardKey = ({ kind, of }: Trains): CardKey => cardKeySchema.parse(`${kind}:${of}`);
