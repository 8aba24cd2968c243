import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'What a command for packs says in a terminal';

/** What the commands for authors say around the mistakes they tell. */
export const commandTexts = {
  problems: {
    km: '{source} មានកំហុស {count}។ គ្មានអ្វីត្រូវបានសរសេរទេ។ កែវា រួចធ្វើម្ដងទៀត។',
    en: '{source} has {count} {count|problem|problems}. Nothing was written. Mend them, then do it again.',
    context,
  },
} as const satisfies SentenceTexts;
