import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { threeItemLesson } from '../../../tests/factories/packs.ts';
import type { LessonProgress } from '../../shared/contracts/documents/state.ts';
import { formatEventId } from '../../shared/event-id.ts';
import { semverSchema } from '../../shared/ids.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import { answerItem, chooseRun, openedPayload } from './lesson-run.ts';
import type { Answer, LessonRun } from './lesson-run.ts';

const newer = semverSchema.parse('2.0.0');

const fresh: LessonRun = {
  sitting: ids.sitting,
  pack: ids.pack,
  version: ids.version,
  lesson: threeItemLesson('first'),
  run: 1,
  items: {},
  completed: false,
};

const choose = (chosen: string): Answer => ({
  item: 'choose',
  response: { type: 'choice', chosen: [chosen] },
  activeMs: 1200,
});
const look: Answer = { item: 'look', response: { type: 'present' }, activeMs: 10 };
const type = (text: string): Answer => ({
  item: 'type',
  response: { type: 'textEntry', text },
  activeMs: 5,
});

const answer = (run: LessonRun, given: Answer) => answerItem(run, given, normalizeAnswer);

describe('answerItem', () => {
  it('[LSN5] gives a second try after a first wrong answer, without the answer', () => {
    const { marked, payloads } = answer(fresh, choose('kha'));
    expect(marked).toEqual({
      outcome: 'not-yet',
      attempt: 1,
      fitting: [],
      answer: null,
      lessonCompleted: false,
    });
    expect(payloads).toEqual([
      {
        type: 'attempt.recorded',
        sitting: ids.sitting,
        pack: ids.pack,
        version: ids.version,
        lesson: 'first',
        run: 1,
        activity: 'practise',
        item: 'choose',
        response: { type: 'choice', chosen: ['kha'] },
        outcome: 'not-yet',
        attempt: 1,
        activeMs: 1200,
      },
    ]);
  });

  it('[LSN5] shows the answer after the second wrong one', () => {
    const { after } = answer(fresh, choose('kha'));
    const { marked } = answer(after, choose('kha'));
    expect(marked).toMatchObject({
      outcome: 'shown',
      attempt: 2,
      answer: { type: 'choice', chosen: ['ka'] },
    });
  });

  it('[LSN5] says right on the second try too', () => {
    const { after } = answer(fresh, choose('kha'));
    const { marked } = answer(after, choose('ka'));
    expect(marked).toMatchObject({ outcome: 'right', attempt: 2, fitting: ['ka'] });
  });

  it('[LSN4] takes a Khmer word spelled another way', () => {
    expect(answer(fresh, type('ខែ្មរ ')).marked.outcome).toBe('right');
  });

  it('[LSN15] points at where a word first differs, as a reader sees it', () => {
    expect(answer(fresh, type('ខ្មេរ')).marked.differs).toEqual({ from: 0, to: 4 });
    expect(answer(fresh, type('ខែ្មល')).marked.differs).toEqual({ from: 4, to: 5 });
    expect(answer(fresh, type('ខែ្មរ ')).marked.differs).toBeUndefined();
    expect(answer(fresh, choose('kha')).marked.differs).toBeUndefined();
  });

  it('[LSN6] tells a finished item again as it ended, and records nothing', () => {
    const { after } = answer(fresh, choose('ka'));
    const again = answer(after, choose('kha'));
    expect(again.payloads).toEqual([]);
    expect(again.marked).toMatchObject({
      outcome: 'right',
      attempt: 1,
      answer: { type: 'choice', chosen: ['ka'] },
    });
    expect(again.after).toBe(after);
  });

  it('[LSN8] completes the lesson together with the last answer, whatever the order', () => {
    const first = answer(fresh, type('ខ្មែរ'));
    const second = answer(first.after, choose('ka'));
    const last = answer(second.after, look);
    expect(second.marked.lessonCompleted).toBe(false);
    expect(last.marked.lessonCompleted).toBe(true);
    expect(last.payloads.map((payload) => payload.type)).toEqual([
      'attempt.recorded',
      'lesson.completed',
    ]);
    expect(answer(last.after, look).marked.lessonCompleted).toBe(true);
  });

  it('refuses an item that is not in the lesson', () => {
    expect(() => answer(fresh, { ...look, item: 'nowhere' })).toThrow('lesson.item-unknown');
  });

  it('[LSN5] takes no try away for a response to another type of item', () => {
    expect(() => answer(fresh, { ...choose('ka'), response: { type: 'present' } })).toThrow(
      'shape.invalid',
    );
  });
});

describe('openedPayload', () => {
  it('counts every item of the lesson', () => {
    expect(openedPayload(fresh)).toMatchObject({ type: 'lesson.opened', total: 3, run: 1 });
  });
});

describe('chooseRun', () => {
  const everyVersion = () => true;
  const begun: LessonProgress = {
    pack: ids.pack,
    version: ids.version,
    lesson: 'first',
    run: 2,
    total: 3,
    items: { look: { tries: 1, outcome: 'right' } },
    completedRuns: 1,
    touched: { lamport: 1, id: formatEventId({ station: ids.station, store: ids.store, seq: 1 }) },
  };

  it('[LSN2] starts a new lesson in the newest version', () => {
    expect(chooseRun(undefined, newer, everyVersion)).toEqual({
      version: newer,
      run: 1,
      items: {},
    });
  });

  it('[LSN2] goes on in the version the run was begun in, though a newer one stands beside it', () => {
    expect(chooseRun(begun, newer, everyVersion)).toEqual({
      version: ids.version,
      run: 2,
      items: begun.items,
    });
  });

  it('[LSN2] begins a further run in the newest version once the last is completed', () => {
    const done = { ...begun, completedRuns: 2 };
    expect(chooseRun(done, newer, everyVersion)).toEqual({ version: newer, run: 3, items: {} });
  });

  it('[LSN7] begins a further run when the begun version is not installed here', () => {
    const onlyNewer = (version: string) => version === newer;
    expect(chooseRun(begun, newer, onlyNewer)).toEqual({ version: newer, run: 3, items: {} });
  });
});
