import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { groupIdSchema, staffIdSchema } from '../../shared/ids.ts';
import type { Actor } from '../permissions.ts';
import { helpActs } from './help-acts.ts';

const group = groupIdSchema.parse('gr-aaaaaaaa');
const other = groupIdSchema.parse('gr-bbbbbbbb');
const scopes = ['men'] as const;
const staff = (role: Actor['role'], letter: string, groups = [group]): Actor => ({
  person: staffIdSchema.parse(`of-${letter.repeat(12)}`),
  role,
  scopes,
  groups,
});
const officer = staff('officer', 'a');
const manager = staff('site-manager', 'b');
const instructor = staff('instructor', 'c');
const tutor: Actor = { person: ids.otherLearner, role: 'peer-tutor', scopes, groups: [group] };
const asker = { learner: ids.learner, target: { groups: [group], scopes } };

const untaken = { taker: null, to: { for: 'anybody' } } as const;
const taken = { taker: { tutor: ids.otherLearner }, to: { for: 'anybody' } } as const;
const forOfficer = { taker: null, to: { for: 'officer' } } as const;
const forTutor = { taker: null, to: { for: 'tutor', tutor: ids.otherLearner } } as const;

describe('[HLQ4] what somebody may do about a request', () => {
  it.each([
    ['an officer', officer, untaken, ['take', 'answer', 'to-tutor']],
    ['an instructor of the group', instructor, untaken, ['take', 'answer', 'to-officer']],
    ['a peer tutor of the group', tutor, untaken, ['take', 'answer', 'to-officer']],
    ['whoever has it', tutor, taken, ['answer', 'to-anybody', 'to-officer']],
    ['an instructor, while another has it', instructor, taken, []],
    ['an officer, while another has it', officer, taken, ['take', 'to-anybody', 'to-tutor']],
    ['a peer tutor, of one for officers', tutor, forOfficer, []],
    ['a site manager, of that', manager, forOfficer, ['take', 'answer', 'to-anybody', 'to-tutor']],
    ['the tutor it was handed to', tutor, forTutor, ['take', 'answer', 'to-officer']],
    ['an instructor, of that', instructor, forTutor, []],
  ] as const)('%s', (_who, actor, request, acts) => {
    expect(helpActs(actor, asker, request)).toEqual(acts);
  });

  it('is nothing for a tutor or instructor of another group, for technicians, and about one’s own', () => {
    expect(helpActs({ ...tutor, groups: [other] }, asker, untaken)).toEqual([]);
    expect(helpActs({ ...instructor, groups: [other] }, asker, untaken)).toEqual([]);
    expect(helpActs(staff('technician', 'd'), asker, untaken)).toEqual([]);
    expect(helpActs({ ...officer, scopes: ['women'] }, asker, untaken)).toEqual([]);
    expect(helpActs(tutor, { ...asker, learner: ids.otherLearner }, untaken)).toEqual([]);
  });
});
