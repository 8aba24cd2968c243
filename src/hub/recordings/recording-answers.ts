import type { IncomingMessage, ServerResponse } from 'node:http';
import { sealedRecordingSchema } from '../../shared/contracts/recording.ts';
import {
  mostSealedBytes,
  recordingBroughtSchema,
  recordingParts,
  recordingsHeldSchema,
} from '../../shared/contracts/recording-copy.ts';
import type { RecordingAsk } from '../../shared/contracts/recording-copy.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { parseJson, readBytes } from '../guard/read-body.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { Registry } from '../registry.ts';
import { sha256Of } from './hub-recordings.ts';
import type { HubRecordings } from './hub-recordings.ts';

export interface RecordingAnswerOptions {
  readonly recordings?: HubRecordings | undefined;
  readonly registry: Registry;
}

const nobody = refuse.notFound('The hub keeps no recordings of such a learner.');

/** What stations bring of what learners read aloud, and get back of it: sealed, both ways ([RAL6]). */
export class RecordingAnswers {
  readonly #options: RecordingAnswerOptions;

  constructor(options: RecordingAnswerOptions) {
    this.#options = options;
  }

  /** Resolves to what is to be said; null once a file was sent. */
  async answer(
    ask: RecordingAsk,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Refusal | object | null> {
    const { recordings } = this.#options;
    if (recordings === undefined || !this.#isKnown(ask.learner)) return nobody;
    const { learner, name } = ask;
    if (name === null) {
      return recordingsHeldSchema.parse({ v: 1, held: await recordings.of(learner) });
    }
    if (request.method === 'PUT') return this.#take(recordings, { learner, name }, request);
    const bytes = await recordings.file(learner, name);
    if (bytes === null) return refuse.notFound('The hub does not have that recording.');
    response.setHeader('Content-Type', 'application/json');
    response.end(bytes);
    return null;
  }

  async #take(
    recordings: HubRecordings,
    { learner, name }: RecordingAsk & { readonly name: NonNullable<RecordingAsk['name']> },
    request: IncomingMessage,
  ): Promise<Refusal | object> {
    const bytes = await readBytes(request, mostSealedBytes);
    if (isRefusal(bytes)) return bytes;
    const body = parseJson(bytes);
    if (isRefusal(body)) return body;
    const file = sealedRecordingSchema.safeParse(body.json);
    if (!file.success) return refuse.badRequest('A recording comes sealed, in one shape.');
    if (file.data.learner !== learner || file.data.key !== this.#keyOf(learner)) {
      return refuse.badRequest('This recording is not sealed for the learner it is brought as.');
    }
    if (sha256Of(bytes) !== recordingParts(name).sha256) {
      return refuse.badRequest('These are not the bytes that the recording’s name tells.');
    }
    const isWanted = () => this.#isKnown(learner);
    const taken = await recordings.take({ learner, name, bytes, isWanted });
    if (taken === 'unwanted') return nobody;
    if (taken === 'other') return refuse.conflict('Another recording has this id.');
    return recordingBroughtSchema.parse({ v: 1, kept: taken === 'kept' });
  }

  #isKnown(learner: LearnerId): boolean {
    const { registry } = this.#options;
    return !registry.erased.has(learner) && this.#keyOf(learner) !== null;
  }

  #keyOf(learner: LearnerId): string | null {
    return this.#options.registry.learnerKey(learner)?.id ?? null;
  }
}
