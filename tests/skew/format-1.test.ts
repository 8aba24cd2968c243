import { describe, expect, it } from 'vitest';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { judgeEvent } from '../../src/hub/intake/judge-event.ts';
import { checksHere } from '../../src/hub/signatures/signature-checks.ts';
import type { Trust } from '../../src/hub/intake/judge-event.ts';
import { openJournalEntry, verifyJournal } from '../../src/hub/journal/journal-chain.ts';
import { directoryDocumentSchema } from '../../src/shared/contracts/documents/directory.ts';
import { journalEntrySchema } from '../../src/shared/contracts/documents/journal.ts';
import type { DirectoryDocument } from '../../src/shared/contracts/documents/directory.ts';
import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import { keyringSchema, wrappedKeyringSchema } from '../../src/shared/contracts/keyring.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { eventFormat, openEvent } from '../../src/sync/envelope/event.ts';
import {
  openLearnerAccount,
  openLearnerState,
  openStaffAccount,
} from '../../src/sync/envelope/sealed-documents.ts';
import { readVerifyingKey } from '../../src/sync/envelope/signing.ts';
import { readWrappingKey, unwrapKeyring } from '../../src/sync/envelope/wrapping.ts';
import { keyIn } from '../factories/test-store.ts';
import { readFormat } from './read-format.ts';

const keys = readFormat(1, 'keys');
const keyring = keyringSchema.parse(keys.keyring);
const keyOf = (learner: LearnerId | null) => keyIn(keyring, learner);

/** What a hub with these keys trusts. */
const trust: Trust = {
  site: keyring.site,
  signingKey: (signer) => {
    const key = keys.signingKeys[signer];
    return key === undefined ? null : readVerifyingKey(key);
  },
  isErased: () => false,
  sealingKey: (id) =>
    [keyring.siteKey, ...keyring.learners.map(({ key }) => key)].find((key) => key.id === id) ??
    null,
  signatures: checksHere(),
  decided: () => null,
};

const events = readFormat(1, 'events').map(({ document, payload }) => ({
  document: eventDocumentSchema.parse(document),
  payload,
}));

describe('[SKW1] documents of format 1', () => {
  it('hold one of every type of event, and of every kind of answer', () => {
    const types = new Set(events.map(({ document }) => document.type));
    expect([...types].sort()).toEqual([
      'attempt.recorded',
      'help.asked',
      'help.ended',
      'language.chosen',
      'lesson.completed',
      'lesson.left',
      'lesson.opened',
      'sitting.ended',
      'sitting.started',
      'staff.signed-in',
      'staff.signed-out',
    ]);
    expect(new Set(events.flatMap(({ payload }) => payload['response'] ?? [])).size).toBe(9);
  });

  it.each(events)('event $document._id is judged good and says what it said', async (event) => {
    const judged = await judgeEvent({ ...event.document, _rev: '1-a' }, trust, eventFormat);
    expect(judged).toMatchObject({ verdict: 'good', event: { payload: event.payload } });
  });

  it.each(readFormat(1, 'states'))('events fold to the state $document._id', (recorded) => {
    const document = stateDocumentSchema.parse(recorded.document);
    const key = keyOf(document.learner);
    expect(openLearnerState(document, key)).toMatchObject(recorded.state);
    const own = events.filter((event) => event.document.learner === document.learner);
    const opened = own.map((event) => openEvent(event.document, key));
    expect(foldLearner(document.learner, opened)).toMatchObject(recorded.state);
  });

  it.each(readFormat(1, 'directory'))('directory document $document._id is read', (recorded) => {
    const document = directoryDocumentSchema.parse(recorded.document);
    expect(document).toMatchObject(recorded.document);
    expect(accountIn(document)).toMatchObject(recorded.account ?? {});
  });

  it('the journal is whole and says what it said', () => {
    const recorded = readFormat(1, 'journal');
    const entries = recorded.map(({ entry }) => journalEntrySchema.parse(entry));
    expect(verifyJournal(entries, [readVerifyingKey(keys.hubKey)])).toEqual({
      whole: true,
      entries: recorded.length,
      head: recorded.at(-1)?.hash,
    });
    const said = entries.map((entry) => openJournalEntry(entry, keyring.siteKey));
    expect(said).toMatchObject(recorded.map(({ payload }) => payload));
  });

  it('the keyring opens at the station it was wrapped to', () => {
    const wrapped = wrappedKeyringSchema.parse(keys.wrapped);
    expect(unwrapKeyring(wrapped, readWrappingKey(keys.wrappingKey))).toMatchObject(keyring);
  });
});

function accountIn(document: DirectoryDocument): object {
  if (document.type === 'learner') return openLearnerAccount(document, keyOf(document.learner));
  return document.type === 'staff' ? openStaffAccount(document, keyOf(null)) : {};
}
