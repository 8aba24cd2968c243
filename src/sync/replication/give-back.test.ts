import { beforeEach, describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { generationSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import {
  mostReturnedEntries,
  mostReturnedKeys,
  returnRequestSchema,
} from '../../shared/contracts/recovery-api.ts';
import type { ReturnRequest } from '../../shared/contracts/recovery-api.ts';
import { newSealingKey } from '../envelope/sealing.ts';
import { openMemoryStorage } from '../store/memory-storage.ts';
import { HubClient } from '../transport/hub-client.ts';
import type { Transport } from '../transport/transport.ts';
import { AuditTrail } from './audit-trail.ts';
import { giveBack } from './give-back.ts';
import type { HeldKeys } from './give-back.ts';
import type { Replica } from './replicas.ts';
import { SyncMemory } from './sync-memory.ts';

const generation = generationSchema.parse('0000000000000001');
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const never = new AbortController().signal;
const zeros = '0'.repeat(64);

let former: Replica;
let audit: AuditTrail;
/** What came to the hub. */
let returned: ReturnRequest[];
/** Learners whose keys the hub lacks. */
let lacks: Set<LearnerId>;

beforeEach(async () => {
  const storage = openMemoryStorage();
  audit = await AuditTrail.open((await SyncMemory.open(storage)).audit);
  former = {
    generation,
    directory: await storage.open('directory-0000000000000001'),
    journal: await storage.open('journal-0000000000000001'),
    state: await storage.open('state-0000000000000001'),
  };
  returned = [];
  lacks = new Set();
});

/** A restored hub that wants everything back, and counts what it is given. */
const transport: Transport = {
  send({ method, body = '' }) {
    const answer = method === 'GET' ? { recovery: { hubSeq: 0, head: zeros } } : take(body);
    return Promise.resolve({ status: 200, text: JSON.stringify(answer) });
  },
  close: () => undefined,
};

function take(body: string) {
  const request = returnRequestSchema.parse(JSON.parse(body));
  returned.push(request);
  for (const { learner } of request.keys) lacks.delete(learner);
  return { taken: request.entries.length, lacks: [...lacks] };
}

const bring = (heldKeys?: HeldKeys) =>
  giveBack(
    {
      hub: new HubClient(transport),
      audit,
      former,
      logger,
      ...(heldKeys ? { heldKeys } : {}),
    },
    never,
  );

const learnerNumber = (number: number) =>
  learnerIdSchema.parse(`ln-${String(number).padStart(12, '0')}`);

const base64 = (bytes: number) => Buffer.alloc(bytes, 1).toString('base64');

/** A station that holds every learner's key. */
function everyKey(): HeldKeys {
  const random = seededRandomness(1);
  const cost = { memoryKiB: 8, iterations: 1 };
  const verifier = { algorithm: 'argon2id', salt: base64(16), hash: base64(32), ...cost } as const;
  return {
    wrappingKey: base64(32),
    learners: (wanted) =>
      wanted.map((learner) => {
        const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
        return { learner, key, verifier };
      }),
  };
}

const entry = (number: number, more: object = {}) => ({
  _id: `hub-${String(number).padStart(12, '0')}`,
  v: 1,
  type: 'group.created',
  generation,
  wallMs: number,
  key: 'site:site-abcdefgh:1',
  sealed: base64(48),
  previous: zeros,
  sig: base64(64),
  ...more,
});

describe('[REC1] what a station brings a restored hub', () => {
  it('is every key the hub lacks, however many learners were enrolled', async () => {
    const enrolled = Array.from({ length: 2 * mostReturnedKeys + 7 }, (_, at) => learnerNumber(at));
    lacks = new Set(enrolled);
    await bring(everyKey());
    expect(returned.flatMap(({ keys }) => keys.map(({ learner }) => learner))).toEqual(enrolled);
    expect(returned.map(({ last }) => last)).toEqual([...returned.slice(1).map(() => false), true]);
  });

  it('is every entry of the journal as it lies, those of a newer hub too', async () => {
    const count = 2 * mostReturnedEntries;
    for (let number = 1; number <= count; number += 1) {
      await former.journal.put(entry(number, number % 20 === 3 ? { type: 'from.tomorrow' } : {}));
    }
    await bring();
    const numbers = returned.flatMap(({ entries }) => entries);
    expect(numbers).toHaveLength(count);
    expect(numbers.at(-1)).toEqual(entry(count));
  });
});
