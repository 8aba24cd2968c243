import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-card') => ({ context, screen });

/** Cards on paper, to find one's tile by. */
export const cardTexts = {
  title: {
    km: 'ធ្វើកាត',
    en: 'Print a card',
    ...at('Button, and heading of its form', 'supervisor-learner'),
  },
  what: {
    km: 'កាតមានរូបសម្គាល់ ឈ្មោះ និងលេខ ដើម្បីរករូបរបស់ខ្លួនលឿន។ រូបសម្ងាត់មិនមានលើកាតទេ។',
    en: 'A card has the tile, the names and a number to find the tile by. How they sign in is not on it.',
    ...at('In the form: what it makes'),
  },
  whose: { km: 'សម្រាប់', en: 'For', ...at('Choice') },
  'whose.one': { km: 'អ្នករៀននេះ', en: 'This learner', ...at('Choice: one card') },
  'whose.group': {
    km: 'ក្រុមទាំងមូល ({count})',
    en: 'The whole group ({count})',
    ...at('Choice: a card for everybody in the learner’s group; how many'),
  },
  noted: {
    km: 'ឈ្មោះអ្នកដែលបោះពុម្ពកាត នៅក្នុងកំណត់ហេតុ។',
    en: 'That you print them is kept in the trail.',
    ...at('In the form'),
  },
  make: { km: 'រក្សាទុកជា PDF', en: 'Save as PDF', ...at('The one button that leads on') },
  making: { km: 'កំពុងធ្វើ', en: 'Making it', ...at('While the PDF is made') },
  saved: {
    km: 'បានរក្សាទុកក្នុង {file}។ សូមបោះពុម្ព រួចកាត់តាមបន្ទាត់។',
    en: 'Saved as {file}. Print it, and cut along the lines.',
    ...at('After the file was written'),
  },
  left: {
    km: 'មិនបានរក្សាទុកទេ។',
    en: 'Nothing was saved.',
    ...at('The officer chose no place for the file'),
  },
  close: { km: 'រួចរាល់', en: 'Done', ...at('Closes the form') },
} as const satisfies Texts;
