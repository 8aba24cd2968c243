import { describe, expect, it } from 'vitest';
import { lessonViewSchema, markedSchema } from '../../../shared/contracts/ipc/views.ts';
import type { Marked } from '../../../shared/contracts/ipc/views.ts';
import { openPlay, playReducer, triesMade, unsentOf } from './play.ts';
import type { Play, PlayAction } from './play.ts';

const prompt = { km: 'សូមឆ្លើយ' };
const options = ['a', 'b'].map((id) => ({ id, label: { km: id } }));

function lessonView(items: object = {}, unsent: object | null = null) {
  return lessonViewSchema.parse({
    key: 'org.rean.test/first',
    pack: 'org.rean.test',
    version: '1.0.0',
    run: 1,
    base: 'pack://test/',
    items,
    unsent,
    lesson: {
      format: 'rean-lesson@1',
      id: 'first',
      title: prompt,
      activities: [
        {
          id: 'only',
          title: prompt,
          items: [
            { id: 'look', type: 'present', prompt },
            { id: 'pick', type: 'choice', prompt, options, correct: ['a'] },
            { id: 'pick-two', type: 'choice', prompt, options, correct: ['b'] },
          ],
        },
      ],
    },
  });
}

const marking = (marked: Partial<Marked>): PlayAction => ({
  type: 'marked',
  marked: markedSchema.parse({
    outcome: 'right',
    attempt: 1,
    fitting: [],
    answer: null,
    lessonCompleted: false,
    ...marked,
  }),
});
const run = (play: Play, ...actions: PlayAction[]) => actions.reduce(playReducer, play);
const finished = { tries: 1, outcome: 'right' } as const;

describe('playing a lesson', () => {
  it('opens at the first unfinished item [LSN3]', () => {
    const play = openPlay(lessonView({ look: finished, pick: { tries: 1, outcome: 'not-yet' } }));
    expect(play.step?.item.id).toBe('pick');
    expect(triesMade(play)).toBe(1);
  });

  it('goes straight on from something only looked at', () => {
    const play = run(openPlay(lessonView()), { type: 'checking' }, marking({}));
    expect(play.step?.item.id).toBe('pick');
    expect(play.phase).toBe('answering');
  });

  it('shows the outcome before it goes on', () => {
    const marked = run(openPlay(lessonView({ look: finished })), { type: 'checking' }, marking({}));
    expect(marked.phase).toBe('settled');
    expect(run(marked, { type: 'on' }).step?.item.id).toBe('pick-two');
  });

  it('gives a second try that keeps what fits [LSN5]', () => {
    const play = run(
      openPlay(lessonView({ look: finished })),
      { type: 'edited', draft: { type: 'choice', chosen: ['b'], tried: [] } },
      { type: 'checking' },
      marking({ outcome: 'not-yet' }),
    );
    expect(play.phase).toBe('again');
    const second = run(play, { type: 'again' });
    expect(second.draft).toEqual({ type: 'choice', chosen: [], tried: ['b'] });
    expect(triesMade(second)).toBe(1);
  });

  it('keeps the answer on the screen when it could not be written [KSK6]', () => {
    const draft = { type: 'choice', chosen: ['b'], tried: [] } as const;
    const play = run(
      openPlay(lessonView({ look: finished })),
      { type: 'edited', draft },
      { type: 'checking' },
      { type: 'failed' },
    );
    expect(play.phase).toBe('answering');
    expect(play.draft).toEqual(draft);
  });

  it('takes no second click for a second answer or a further step', () => {
    const checking = run(openPlay(lessonView({ look: finished })), { type: 'checking' });
    expect(run(checking, { type: 'checking' })).toBe(checking);
    const next = run(checking, marking({}), { type: 'on' });
    expect(run(next, { type: 'on' })).toBe(next);
    expect(run(next, marking({}))).toBe(next);
  });

  it('is done after the last item', () => {
    const play = openPlay(lessonView({ look: finished, pick: finished }));
    const end = run(play, { type: 'checking' }, marking({ outcome: 'shown' }), { type: 'on' });
    expect(end.phase).toBe('done');
    expect(end.step).toBeNull();
  });

  it('[SIT7] goes on with the answer that was being made where its item is next, and says what is unsent', () => {
    const kept = { type: 'choice', chosen: ['b'], tried: [] } as const;
    const play = openPlay(lessonView({ look: finished }, { item: 'pick', draft: kept }));
    expect(play.draft).toEqual(kept);
    expect(unsentOf(play)).toEqual(kept);
    const other = openPlay(lessonView({ look: finished }, { item: 'pick-two', draft: kept }));
    expect(unsentOf(other)).toBeNull();
    const foreign = { type: 'textEntry', text: 'b', caret: 1 };
    const odd = openPlay(lessonView({ look: finished }, { item: 'pick', draft: foreign }));
    expect(unsentOf(odd)).toBeNull();
    // What is on its way may not come: it waits until it is marked.
    const checking = run(play, { type: 'checking' });
    expect(unsentOf(checking)).toEqual(kept);
    const notYet = run(checking, marking({ outcome: 'not-yet', fitting: [] }));
    expect(unsentOf(notYet)).toEqual({ type: 'choice', chosen: [], tried: ['b'] });
    expect(unsentOf(run(checking, marking({ fitting: ['b'] })))).toBeNull();
  });
});
