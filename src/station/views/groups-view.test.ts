import { expect, it } from 'vitest';
import type { Actor } from '../../domain/permissions.ts';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { groupsView } from './groups-view.ts';

const groupOf = (km: string, index: number) => {
  const group = `gr-aaaaaaa${index + 2}`;
  const base = { _id: `group:${group}`, type: 'group', v: 1, hubSeq: 1, group, symbol: 'rice' };
  const document = directoryDocumentSchema.parse({ ...base, name: { km } });
  if (document.type !== 'group') throw new Error('no group');
  return [document.group, document] as const;
};

it('[PRM5] groups stand by name, and by number where they have one', () => {
  const names = ['ក្រុម ១០', 'ខ', 'ក្រុម ២', 'ក្រុម 9'];
  const groups = new Map(names.map(groupOf));
  const person = staffIdSchema.parse('of-aaaaaaaaaaaa');
  const officer: Actor = { person, role: 'officer', scopes: ['men'], groups: [] };
  const shown = groupsView({ groups, learners: new Map() }, officer).groups;
  expect(shown.map(({ name }) => name.km)).toEqual(['ក្រុម ២', 'ក្រុម 9', 'ក្រុម ១០', 'ខ']);
});
