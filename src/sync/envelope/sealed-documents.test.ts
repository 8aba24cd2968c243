import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import {
  directoryDocumentSchema,
  learnerAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import {
  openLearnerAccount,
  openLearnerState,
  sealLearnerAccount,
  sealLearnerState,
} from './sealed-documents.ts';
import { newSealingKey } from './sealing.ts';

const random: Randomness = { bytes: (length) => randomBytes(length), fraction: () => 0.5 };
const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${ids.learner}:1`), random);
const account = learnerAccountSchema.parse({
  learner: ids.learner,
  name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' },
  group: 'gr-aaaaaaaa',
  tile: { picture: 'rice', colour: 'leaf' },
  language: 'km',
  disabled: false,
});

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isReanError(error)) return error.code;
    throw error;
  }
  return 'no error';
}

describe('[DIR2] a learner in the directory', () => {
  it('is sealed with the learner’s own key, name and all', () => {
    const document = sealLearnerAccount(7, account, key, random);
    expect(directoryDocumentSchema.parse(document)).toEqual(document);
    expect(JSON.stringify(document)).not.toContain('Dara');
    expect(openLearnerAccount(document, key)).toEqual(account);
  });

  it('opens as it comes from a database, with its revision', () => {
    const stored = { ...sealLearnerAccount(7, account, key, random), _rev: '1-a' };
    expect(openLearnerAccount(stored, key)).toEqual(account);
  });

  it('breaks when put under another learner or another number', () => {
    const document = sealLearnerAccount(7, account, key, random);
    const moved = { ...document, learner: ids.otherLearner };
    expect(codeOf(() => openLearnerAccount(moved, key))).toBe('seal.broken');
    expect(codeOf(() => openLearnerAccount({ ...document, hubSeq: 8 }, key))).toBe('seal.broken');
  });
});

describe('[FLD3] a learner state', () => {
  it('shows its counter and vector, and nothing else, without the key', () => {
    const folded = { [`${ids.station}:${ids.store}`]: 4 };
    const document = sealLearnerState(emptyLearnerState(ids.learner), folded, key, random);
    expect(stateDocumentSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({ lamport: 0, folded });
    expect(openLearnerState(document, key)).toEqual(emptyLearnerState(ids.learner));
  });
});
