import * as z from 'zod';
import { boardSchema } from './board.ts';
import { languageSchema } from '../ids.ts';
import { mostPauses } from './pack-manifest.ts';
import { pieceViewSchema } from './ipc/views.ts';
import { pieceFaultSchema, pieceResultSchema, placeSchema } from './piece.ts';

/**
 * What passes between the shell and the page in a piece's frame ([PCE2]). The page says hello; the shell
 * answers once, with a port, on which both then speak in JSON texts. The page is believed nothing but
 * what it may say of its own piece.
 */

/**
 * What a frame and each page in it may do ([PCE1]): scripts and the pack's own origin. Without `allow-forms` a
 * browser never tells a page's own script that a form was filled in; that nothing is sent is the
 * policy's `form-action` ([PKG12]).
 */
export const pieceSandbox = 'allow-scripts allow-same-origin allow-forms';

export const helloMessage = 'rean-piece-hello';

/** Shell → frame, with the port. */
export const launchSchema = z.strictObject({
  kind: z.literal('launch'),
  nonce: pieceViewSchema.shape.nonce,
  language: languageSchema,
  launch: pieceViewSchema.shape.launch,
  /** Of a book: the on-screen keyboard its reader chose last ([KHM10]). */
  board: boardSchema.optional(),
  /** The learner was told that its scripts fail, and would see it all the same. */
  lenient: z.boolean().optional(),
  /** Of a film on a big screen ([GRP1]): driven from elsewhere, it stops by itself at these places, s. */
  screen: z.strictObject({ pauses: z.array(z.number().min(0)).max(mostPauses) }).optional(),
});
export type Launch = z.infer<typeof launchSchema>;

/** The longest text a frame may send, UTF-16 units: a place whose every sign is written as six. */
export const maxMessageLength = 400 * 1024;

const nonce = { nonce: pieceViewSchema.shape.nonce };

/** Frame → shell. */
export const frameMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), ...nonce }),
  /** In answer to a ping. */
  z.strictObject({ kind: z.literal('here'), ...nonce }),
  /** In answer to that its learner leaves, after its last place. */
  z.strictObject({ kind: z.literal('told'), ...nonce }),
  z.strictObject({ kind: z.literal('place'), ...nonce, place: placeSchema }),
  z.strictObject({ kind: z.literal('result'), ...nonce, ...pieceResultSchema.shape }),
  /** Whether something plays that is watched or heard without a touch. */
  z.strictObject({ kind: z.literal('playing'), ...nonce, playing: z.boolean() }),
  /** Whether its learner is to be asked if what is open is done: it says nothing of that itself. */
  z.strictObject({ kind: z.literal('own-word'), ...nonce, wanted: z.boolean() }),
  /** Of a book: its reader chose the other on-screen keyboard. */
  z.strictObject({ kind: z.literal('board'), ...nonce, board: boardSchema }),
  z.strictObject({ kind: z.literal('failed'), ...nonce, ...pieceFaultSchema.shape }),
  /** Of a film on a big screen: where it is, and which pause it has just come to. */
  z.strictObject({
    kind: z.literal('film'),
    ...nonce,
    at: z.number().min(0),
    duration: z.number().min(0),
    playing: z.boolean(),
    pause: z
      .number()
      .int()
      .min(0)
      .max(mostPauses - 1)
      .nullable(),
  }),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;
export type FilmMessage = Extract<FrameMessage, { kind: 'film' }>;

/** Shell → frame of a film on a big screen, as JSON: whether it plays, and where it goes once `count` is new. */
export const driveSchema = z.strictObject({
  kind: z.literal('drive'),
  playing: z.boolean(),
  go: z.strictObject({ to: z.number().min(0), count: z.number().int().min(0) }),
});
export type Drive = z.infer<typeof driveSchema>;

/** Shell → frame, on the port: is anybody there? */
export const pingMessage = 'ping';

/** Shell → frame, on the port: the learner leaves; what is not told yet has to be told now ([PCE5]). */
export const leavingMessage = 'leaving';

/** Shell → frame, on the port: its learner says that what is open is done. */
export const finishMessage = 'finish';

/** Shell → frame, on the port: its learner can't go on just now; what plays stops where it is ([ACT3]). */
export const restMessage = 'rest';
