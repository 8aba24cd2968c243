import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { directoryDocumentSchema } from '../../src/shared/contracts/documents/directory.ts';
import { courseCommands } from '../../src/shared/contracts/commands/course-commands.ts';
import { readNewerDocument } from '../../src/shared/contracts/read-newer.ts';
import { DirectoryIndex } from '../../src/station/directory/directory-index.ts';
import { keysOf } from '../../src/station/keyring/keys.ts';
import { teamView, trainedOf } from '../../src/station/views/team-view.ts';
import { deskPeople, officer } from '../factories/desk-people.ts';

const people = await deskPeople();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const record = {
  _id: `training:${officer}:supervising:1`,
  type: 'training',
  v: 1,
  hubSeq: 40,
  staff: officer,
  course: 'supervising',
  version: 1,
  day: '2026-11-23',
};
const finished = { course: 'supervising', version: 1, day: '2026-11-23' };
/** The directory as it was read before there were courses for staff. */
const before = z.union(
  directoryDocumentSchema.options.filter(({ shape }) => shape.type.value !== 'training'),
);

/** What a station of today makes of a directory. */
function readBy(documents: readonly { readonly _id: string }[]) {
  const index = new DirectoryIndex(silent);
  index.useKeys(keysOf(people.keyring));
  const stored = documents.map((document) => ({ ...document, _rev: '1-a' }));
  index.apply({ documents: stored, removed: [], caughtUp: true });
  return index;
}
const trainedIn = (index: DirectoryIndex) => trainedOf(index.directory.training, officer);

describe('[SKW3] courses for staff, older and newer', () => {
  it('are left unread by an app from before, which reads the rest', () => {
    expect(readNewerDocument(before, record)).toBeNull();
    expect(people.documents.every((each) => readNewerDocument(before, each) !== null)).toBe(true);
    expect(readNewerDocument(directoryDocumentSchema, record)).toEqual(record);
  });

  it('[HPG6] are nobody’s in a directory from before', () => {
    const index = readBy(people.documents);
    expect(trainedIn(index)).toEqual([]);
    expect(teamView(index.directory).staff.map(({ trained }) => trained)).toEqual(
      people.documents.filter(({ type }) => type === 'staff').map(() => []),
    );
  });

  it('[HPG6] are read with members and courses of a later app, in the hub’s order', () => {
    const later = { ...record, _id: `training:${officer}:examining:3`, hubSeq: 41, mark: 'gold' };
    const examining = { ...later, course: 'examining', version: 3 };
    const index = readBy([...people.documents, examining, record]);
    expect(trainedIn(index)).toEqual([
      finished,
      { course: 'examining', version: 3, day: '2026-11-23' },
    ]);
    expect(index.directory.unreadable).toBe(0);
    index.apply({ documents: [], removed: [examining._id], caughtUp: true });
    expect(trainedIn(index)).toEqual([finished]);
  });

  it('[HPG7] are finished in the version of before, and in that of now beside it', () => {
    const now = { ...record, _id: `training:${officer}:supervising:2`, hubSeq: 41, version: 2 };
    expect(readNewerDocument(directoryDocumentSchema, record)).toEqual(record);
    expect(trainedIn(readBy([...people.documents, now, record]))).toEqual([
      finished,
      { ...finished, version: 2 },
    ]);
    // As a station from before has it signed, which knows of neither tour nor acts.
    const said = { staff: officer, course: 'supervising', version: 1, answers: {} };
    const parts = ['reading', 'questions'];
    const { input } = courseCommands['training.finish'];
    expect(input.safeParse({ ...said, parts }).success).toBe(true);
  });

  it('[SKW3] of a later version are counted as not read', () => {
    const later = { ...record, v: 2 };
    const index = readBy([...people.documents, later]);
    expect(trainedIn(index)).toEqual([]);
    expect(index.directory.unreadable).toBe(1);
  });
});
