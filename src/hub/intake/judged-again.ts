import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { EventFormat } from '../../sync/envelope/event.ts';
import type { HubIndex, IndexWrite } from './hub-index.ts';
import { indexKeys } from './index-records.ts';

/** How far events not understood were judged again, and by which software. */
const markSchema = z.strictObject({
  by: z.string(),
  /** The last key judged; null when all are. */
  after: z.string().nullable(),
});

/** What was judged already by software that understands the same, and need not be again ([EVT6]). */
export class JudgedAgain {
  readonly #index: HubIndex;
  readonly #by: string;

  constructor(
    index: HubIndex,
    software: { readonly version: string; readonly format: EventFormat },
  ) {
    this.#index = index;
    this.#by = understandingOf(software);
  }

  /** Where to go on: after this key, from the first where it is undefined; null when all are judged. */
  async next(): Promise<string | undefined | null> {
    const text = await this.#index.get(indexKeys.judgedAgain);
    const mark = text === null ? null : markSchema.parse(JSON.parse(text));
    return mark?.by === this.#by ? mark.after : undefined;
  }

  /** To be written with what was judged up to this key, null for all. */
  mark(after: string | null): IndexWrite {
    const value = JSON.stringify({ by: this.#by, after });
    return { type: 'put', key: indexKeys.judgedAgain, value };
  }
}

/** Another one for software of another version, or that understands something else. */
function understandingOf({
  version,
  format: { document, payload },
}: {
  readonly version: string;
  readonly format: EventFormat;
}): string {
  const schemas = [document, payload].map((schema) =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );
  const hash = createHash('sha256').update(JSON.stringify(schemas));
  return `${version} ${hash.digest('hex').slice(0, 32)}`;
}
