import type { DayEvening } from './day-evening.ts';
import type { DayLab } from './day-lab.ts';
import type { DayModel } from './day-model.ts';
import type { Person } from './day-person.ts';
import { lookAtRecords } from './day-records.ts';

const minutesMs = 10 * 60_000;

/**
 * Looks once more, each time with one thing that was not so in the model: who says nothing then would not have
 * seen it in the lab either. Returns what was not noticed.
 */
export async function blindChecks(
  lab: DayLab,
  model: DayModel,
  evening: DayEvening,
): Promise<readonly string[]> {
  const somebody = model.people.find(({ words }) => words.length > 0) ?? model.person(0);
  const looks: readonly (readonly [what: string, wrong: Partial<Person>, look: () => unknown])[] = [
    [
      'a lost answer',
      { answers: [...somebody.answers, 'one more'] },
      () => lookAtRecords(lab, model),
    ],
    ['an answer twice', { answers: somebody.answers.slice(1) }, () => lookAtRecords(lab, model)],
    ['words of another', { words: [] }, () => lookAtRecords(lab, model)],
    ['a sitting too many', { sittings: somebody.sittings - 1 }, () => lookAtRecords(lab, model)],
    ['minutes too few', { ms: somebody.ms + minutesMs }, () => evening.hours()],
    ['a lesson too many', { lessons: nothingDone(somebody) }, () => evening.progress()],
  ];
  const blind: string[] = [];
  for (const [what, wrong, look] of looks) {
    const right = { ...somebody };
    Object.assign(somebody, wrong);
    const seen = await Promise.resolve(look()).then(
      () => false,
      () => true,
    );
    Object.assign(somebody, right);
    if (!seen) blind.push(what);
  }
  return blind;
}

function nothingDone({ lessons }: Person): Person['lessons'] {
  return { ...lessons, first: { ...lessons.first, run: 0, runsDone: 0 } };
}
