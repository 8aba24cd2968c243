import { stepsOf } from '../../domain/lesson-progress.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { Finding } from './finding.ts';

/** Skills that items name and no course of the pack has: answers count for nothing there ([MAS1]). */
export function scanSkills(
  file: string,
  lesson: Lesson,
  { courses }: Pick<PackManifest, 'courses'>,
): readonly Finding[] {
  const known = courses.flatMap(({ skills = [] }) => skills.map(({ id }) => id));
  if (known.length === 0) return [];
  return stepsOf(lesson).flatMap(({ item }) =>
    item.skills
      .filter((skill) => !known.includes(skill))
      .map((skill): Finding => ({
        rule: 'skill-unknown',
        weight: 'look',
        file,
        line: null,
        text: `item ${item.id}: no course has the skill ${skill}; there are ${known.join(', ')}.`,
      })),
  );
}
