import type { LearnerNote } from '../../shared/contracts/note.ts';

/** What staff note of how somebody learns, in words: in windows and on paper. None is of law or health ([LPG4]). */
export const noteWords = {
  'does-well': { km: 'រៀនបានល្អណាស់', en: 'Does very well' },
  steady: { km: 'មករៀនទៀងទាត់', en: 'Comes and learns steadily' },
  'works-alone': { km: 'ធ្វើម្នាក់ឯងបានល្អ', en: 'Works alone well' },
  'needs-beside': { km: 'ត្រូវការអ្នកនៅក្បែរ', en: 'Needs somebody beside' },
  'read-aloud': { km: 'គួរអានសំណួរឱ្យស្ដាប់', en: 'Read the question aloud' },
  'more-time': { km: 'ត្រូវការពេលបន្ថែម', en: 'Needs more time' },
  'smaller-steps': { km: 'គួរបែងជាជំហានតូចៗ', en: 'Smaller steps help' },
  'more-practice': { km: 'ត្រូវហាត់បន្ថែម', en: 'Needs more practice' },
  'shy-to-ask': { km: 'អៀនមិនហ៊ានសួរ', en: 'Is shy to ask' },
  'ready-next': { km: 'អាចចូលវគ្គបន្ទាប់បាន', en: 'Ready for the next course' },
  'helps-others': { km: 'ចូលចិត្តជួយអ្នកដទៃ', en: 'Helps others' },
  'tutor-candidate': { km: 'អាចធ្វើជាមិត្តជួយបង្រៀន', en: 'Could be a peer tutor' },
} as const satisfies Readonly<Record<LearnerNote, { readonly km: string; readonly en: string }>>;
