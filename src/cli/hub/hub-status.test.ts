import { describe, expect, it } from 'vitest';
import { learnerIdSchema } from '../../shared/ids.ts';
import { backupWords, recordingWords, secretWords, stuckWords } from './hub-status.ts';

describe('[RET3] rean hub status', () => {
  it.each([
    [undefined, 'not told by this hub'],
    [null, 'NEVER. Make one: rean hub backup'],
    [{ date: '2026-11-20', days: 0 }, '2026-11-20 (less than a day ago)'],
    [{ date: '2026-11-20', days: 1 }, '2026-11-20 (1 day ago)'],
    [{ date: '2026-11-20', days: 40 }, '2026-11-20 (40 days ago)'],
    [{ date: '2026-11-20', days: null }, '2026-11-20 (the clock of this hub was put back since)'],
  ])('says when the last backup was, or that there is none (%#)', (lastBackup, said) => {
    expect(backupWords({ lastBackup })).toBe(said);
  });
});

describe('[KEY3] rean hub status', () => {
  it('counts whose secret goes with an earlier pepper, as long as the site has one', () => {
    const learner = { learner: learnerIdSchema.parse('ln-aaaaaaaaaaaa'), card: null, group: null };
    const said = '  old pepper    1 learner, 0 staff (see: rean site pepper --data …)';
    expect(secretWords({ peppers: 2, learners: [learner], staff: [] })).toEqual([said]);
    expect(secretWords({ peppers: 1, learners: [], staff: [] })).toEqual([]);
  });
});

describe('[RAL7] rean hub status', () => {
  it('counts what learners read aloud once there is any, and names nobody', () => {
    expect(recordingWords({ kept: 0, learners: 0, bytes: 0 })).toEqual([]);
    expect(recordingWords({ kept: 14, learners: 2, bytes: 1_260_000 })).toEqual([
      '  recordings    14, of 2 learners, 1.3 MB',
    ]);
    expect(recordingWords({ kept: 1, learners: 1, bytes: 90_000 })).toEqual([
      '  recordings    1, of 1 learner, 0.1 MB',
    ]);
  });
});

describe('[FLD10] rean hub status', () => {
  it('tells of learners who cannot be folded only where there are any', () => {
    expect([stuckWords({}), stuckWords({ stuck: 0 })]).toEqual([[], []]);
    const said = '  can’t count   2 learners (who and why: fold.stuck in the log of the hub)';
    expect(stuckWords({ stuck: 2 })).toEqual([said]);
    expect(stuckWords({ stuck: 1 })[0]).toContain('1 learner (who');
  });
});
