import * as z from 'zod';
import { seatOrderInputSchema } from '../seat-order.ts';

/**
 * What staff have seats do ([ACT1]). One type for each right it takes: which acts go by which stands in
 * `domain/seat-orders/order-rules.ts`.
 */
export const seatCommands = {
  'seat.order': {
    type: 'seat.order',
    journalled: true,
    evident: true,
    input: seatOrderInputSchema,
    output: z.strictObject({}),
  },
  /** What its PC does ([PWR1]): technicians may, who have no say about learners. */
  'seat.power': {
    type: 'seat.power',
    journalled: true,
    evident: true,
    input: seatOrderInputSchema,
    output: z.strictObject({}),
  },
} as const;
export type SeatCommandType = keyof typeof seatCommands;
