import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-look' });

/** Looking at what a learner has on their screen. */
export const roomLookTexts = {
  look: {
    km: 'មើលមេរៀនលើអេក្រង់',
    en: 'See the lesson on the screen',
    ...on(
      'Button in the panel of a seat: asks for a small picture of the lesson a learner has open',
    ),
  },
  asking: {
    km: 'កំពុងសុំរូប…',
    en: 'Asking for it…',
    ...on('The same button while the picture is on its way'),
  },
  picture: {
    km: 'មេរៀនលើអេក្រង់របស់អ្នករៀន',
    en: 'The lesson on the learner’s screen',
    ...on('Says for those who don’t see what the picture is'),
  },
  told: {
    km: 'អ្នករៀនឃើញសញ្ញាថាអ្នកបានមើល ហើយការមើលនេះមានក្នុងកំណត់ហេតុ។ រូបនេះមិនត្រូវបានរក្សាទុកទេ។',
    en: 'The learner sees a sign that you looked, and the look stands in the trail. The picture is not kept.',
    ...on('Under the picture'),
  },
  again: {
    km: 'មើលម្ដងទៀត',
    en: 'Look again',
    ...on('Button under the picture'),
  },
  away: {
    km: 'ដាក់ចេញ',
    en: 'Put it away',
    ...on('Button under the picture: it is gone then'),
  },
} as const satisfies Texts;
