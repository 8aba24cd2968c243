import type { Texts } from '../text.ts';

/** What H5P's own player asks; all else is its content's. */
export const h5pPlayerTexts = {
  sure: {
    km: 'តើអ្នកប្រាកដទេ?',
    en: 'Are you sure?',
    context: 'An exercise made by others asks before it begins again or is handed in',
    screen: 'piece-h5p',
  },
  'sure.body': {
    km: 'អ្វីដែលអ្នកធ្វើនៅទីនេះ នឹងមិនអាចត្រឡប់វិញបានទេ។',
    en: 'What you do here can’t be taken back.',
    context: 'As above',
    screen: 'piece-h5p',
  },
  yes: { km: 'បាទ/ចាស', en: 'Yes', context: 'As above: go on', screen: 'piece-h5p' },
  no: { km: 'ទេ', en: 'No', context: 'As above: stay', screen: 'piece-h5p' },
} as const satisfies Texts;
