import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { tellLint } from '../words/tell.ts';
import type { Finding } from './finding.ts';

/** Skills that items name and no course of the pack has: answers count for nothing there ([MAS1]). */
export function scanSkills(
  file: string,
  lesson: Lesson,
  { courses }: Pick<PackManifest, 'courses'>,
): readonly Finding[] {
  const known = courses.flatMap(({ skills = [] }) => skills.map(({ id }) => id));
  if (known.length === 0) return [];
  const items = lesson.activities.flatMap((activity, one) =>
    activity.items.map((item, other) => ({ item, at: `activities[${one}].items[${other}]` })),
  );
  return items.flatMap(({ item, at }) =>
    item.skills.flatMap((skill, place): Finding[] => {
      if (known.includes(skill)) return [];
      const text = tellLint('skill', { item: item.id, skill, known: known.join(', ') });
      const where = { file, at: `${at}.skills[${place}]`, line: null };
      return [{ rule: 'skill-unknown', weight: 'look', ...where, text }];
    }),
  );
}
