import { describe, expect, it } from 'vitest';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { learnerReasons, resetReasons } from '../../shared/contracts/commands/learner-commands.ts';
import { viewReasons } from '../../shared/contracts/documents/view.ts';
import { erasureReasons, holdReasons } from '../../shared/contracts/erasure.ts';
import { attendanceReasons } from '../../shared/contracts/lab-attendance.ts';
import { roomReasons } from '../../shared/contracts/reading-room.ts';
import { reasonWords } from './reason-words.ts';

describe('[CMD7] reasons', () => {
  it('have words, every one of every list', () => {
    const lists = [
      ...Object.values(learnerReasons),
      resetReasons,
      erasureReasons,
      holdReasons,
      viewReasons,
      roomReasons,
      attendanceReasons,
    ];
    const known = Object.keys(reasonWords);
    expect(lists.flat().filter((each) => !known.includes(each))).toEqual([]);
  });

  it('are free words for stations, staff and packs alone', () => {
    const contracts: readonly CommandContract[] = Object.values(commandMap);
    const free = contracts.filter(({ reasons }) => reasons === 'own-words');
    expect(free.map(({ type }) => type).sort()).toEqual([
      'clone.decide',
      'pack.choose',
      'staff.disable',
      'station.revoke',
    ]);
  });
});
