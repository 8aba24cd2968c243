import { describe, expect, it } from 'vitest';
import { siteViewSchema } from '../../../shared/contracts/ipc/site-view.ts';
import { workRows } from './work-on-its-way.ts';

const site = (counts: { quarantined: number | null; unfolded: number | null }) =>
  siteViewSchema.parse({
    siteName: null,
    hubUrl: 'https://127.0.0.1:8643',
    hubReachable: true,
    packs: [],
    stations: 9,
    learners: 12,
    ...counts,
  });

describe('records on their way', () => {
  it('say what the hub can’t be asked as not known, never as none [SUP10]', () => {
    const rows = workRows(site({ quarantined: null, unfolded: null }), { waiting: 4, peers: null });
    expect(rows.map(({ work, count, standing }) => [work, count, standing])).toEqual([
      ['waiting', 4, 'some'],
      ['unfolded', null, 'unknown'],
      ['quarantined', null, 'unknown'],
    ]);
  });

  it('[PER9] tell, while the hub is away, which of those here another station holds', () => {
    const away = site({ quarantined: null, unfolded: null });
    const rows = workRows(away, { waiting: 4, peers: { stations: 3, copied: 3 } });
    expect(rows[1]).toMatchObject({ work: 'copied', count: 3, standing: 'some' });
    const none = workRows(away, { waiting: 0, peers: { stations: 3, copied: 0 } });
    expect(none.map(({ work }) => work)).not.toContain('copied');
  });

  it.each([
    ['[HUB18]', 'records nobody has brought', 'missing'],
    ['[FLD10]', 'learners who cannot be folded', 'stuck'],
  ] as const)('%s tell of %s only where there are any, and call for somebody', (_, _whom, work) => {
    const told = (count: number) =>
      workRows(
        { ...site({ quarantined: 0, unfolded: 0 }), [work]: count },
        { waiting: 0, peers: null },
      ).filter((row) => row.work === work);
    expect(told(0)).toEqual([]);
    expect(told(3)).toMatchObject([{ count: 3, standing: 'some', needsSomebody: true }]);
  });

  it.each(['missing', 'stuck'] as const)(
    '[HUB18] [FLD10] promise no counting in a moment while some are %s',
    (work) => {
      const sentences = (unfolded: number, count: number) =>
        workRows(
          { ...site({ quarantined: 0, unfolded }), [work]: count },
          { waiting: 0, peers: null },
        ).map(({ sentence }) => sentence);
      expect(sentences(4, 0)).toContain('work.unfolded.some');
      expect(sentences(4, 2)).toContain('work.unfolded.held-up');
      expect(sentences(0, 2)).toContain('work.unfolded.none');
    },
  );

  it('call for somebody only when the hub set records apart', () => {
    const calls = (quarantined: number) =>
      workRows(site({ quarantined, unfolded: 7 }), { waiting: 7, peers: null })
        .filter(({ needsSomebody }) => needsSomebody)
        .map(({ work }) => work);
    expect(calls(0)).toEqual([]);
    expect(calls(2)).toEqual(['quarantined']);
  });
});
