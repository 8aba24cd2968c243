import { part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** The pretend lab, and the tour of it. */
export const practicePages = {
  practising: {
    chapter: 'places',
    action: 'seat.act',
    title: { km: 'អនុវត្តសាកល្បង', en: 'Practise without a lab' },
    sections: [
      part(
        'វាជាអ្វី',
        'What it is',
        say(
          'បន្ទប់សាកល្បងមួយ មានប្រាំបីកន្លែង និងអ្នករៀនសន្មត។ អ្វីដែលអ្នកធ្វើនៅទីនោះ មិនទៅដល់កន្លែងពិតណាមួយទេ ហើយមិនកត់ត្រាទេ។',
          'A pretend lab of eight seats, with pretend learners. What you do in it reaches no real seat, and is not recorded.',
        ),
      ),
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          [
            'ចុចសញ្ញាសួរនៅខាងលើ រួច {button:practice/open}។',
            'Press the question mark at the top, then {button:practice/open}.',
          ],
          [
            'សាកធ្វើអ្វីក៏បាន ឬចុច {button:tour/begin}។',
            'Try whatever you like, or press {button:tour/begin}.',
          ],
          [
            'ចុច {button:practice/leave} ដើម្បីចេញ។ បើមានអ្នករៀនពិតសុំជំនួយ វាប្រាប់នៅទីនោះ។',
            'Press {button:practice/leave} to leave. Where a real learner asks for help meanwhile, it says so there.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
