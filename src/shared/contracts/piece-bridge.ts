import * as z from 'zod';
import { languageSchema } from '../ids.ts';
import { pieceViewSchema } from './ipc/views.ts';
import { pieceFaultSchema, pieceResultSchema, placeSchema } from './piece.ts';

/**
 * What passes between the shell and the page in a piece's frame ([PCE2]). The page says hello; the shell
 * answers once, with a port, on which both then speak in JSON texts. The page is believed nothing but
 * what it may say of its own piece.
 */

export const helloMessage = 'rean-piece-hello';

/** Shell → frame, with the port. */
export const launchSchema = z.strictObject({
  kind: z.literal('launch'),
  nonce: pieceViewSchema.shape.nonce,
  language: languageSchema,
  launch: pieceViewSchema.shape.launch,
});
export type Launch = z.infer<typeof launchSchema>;

/** The longest text a frame may send, UTF-16 units: a place whose every sign is written as six. */
export const maxMessageLength = 256 * 1024;

const nonce = { nonce: pieceViewSchema.shape.nonce };

/** Frame → shell. */
export const frameMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), ...nonce }),
  /** In answer to a ping. */
  z.strictObject({ kind: z.literal('here'), ...nonce }),
  z.strictObject({ kind: z.literal('place'), ...nonce, place: placeSchema }),
  z.strictObject({ kind: z.literal('result'), ...nonce, ...pieceResultSchema.shape }),
  /** Whether something plays that is watched or heard without a touch. */
  z.strictObject({ kind: z.literal('playing'), ...nonce, playing: z.boolean() }),
  z.strictObject({ kind: z.literal('failed'), ...nonce, ...pieceFaultSchema.shape }),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;

/** Shell → frame, on the port: is anybody there? */
export const pingMessage = 'ping';
