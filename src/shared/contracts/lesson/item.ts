import * as z from 'zod';
import { mouseDrillItemSchema, traceItemSchema } from './drill-items.ts';
import { associateItemSchema, gapMatchItemSchema, inlineChoiceItemSchema } from './gap-items.ts';
import {
  choiceItemSchema,
  dictationItemSchema,
  hotspotItemSchema,
  keyDrillItemSchema,
  matchItemSchema,
  numberLineItemSchema,
  orderItemSchema,
  presentItemSchema,
  textEntryItemSchema,
} from './items.ts';
import { readAloudItemSchema } from './read-aloud-item.ts';

/** One item of a lesson, by its type. */
export const itemSchema = z.discriminatedUnion('type', [
  presentItemSchema,
  choiceItemSchema,
  matchItemSchema,
  orderItemSchema,
  textEntryItemSchema,
  numberLineItemSchema,
  hotspotItemSchema,
  keyDrillItemSchema,
  gapMatchItemSchema,
  inlineChoiceItemSchema,
  associateItemSchema,
  traceItemSchema,
  mouseDrillItemSchema,
  dictationItemSchema,
  readAloudItemSchema,
]);
export type Item = z.infer<typeof itemSchema>;
export type ItemType = Item['type'];
