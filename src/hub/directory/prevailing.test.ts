import { describe, expect, it } from 'vitest';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { prevailing } from './prevailing.ts';

const station = (hubSeq: number, disabled: boolean) =>
  directoryDocumentSchema.parse({
    _id: 'station:st-aaaaaaaa',
    type: 'station',
    v: 1,
    hubSeq,
    station: 'st-aaaaaaaa',
    name: { km: 'ទី១' },
    kind: 'kiosk',
    signingKeys: {},
    certificate: '0'.repeat(64),
    seat: 1,
    disabled,
  });

describe('[DIR3] of two versions of a document', () => {
  it('the later by hub sequence holds, whichever comes first', () => {
    const [older, newer] = [station(3, false), station(4, false)];
    expect(prevailing(older, newer)).toBe(newer);
    expect(prevailing(newer, older)).toBe(newer);
  });

  it('a disabled one holds over an enabled one, even a later one', () => {
    const [disabled, enabled] = [station(3, true), station(4, false)];
    expect(prevailing(disabled, enabled)).toBe(disabled);
    expect(prevailing(enabled, disabled)).toBe(disabled);
  });
});
