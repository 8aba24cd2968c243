import { list, part, say, steps } from './page.ts';
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
        say(
          'ចុច F1 ដើម្បីអានទំព័រជំនួយរបស់កន្លែងនោះ ដោយមិនចាំបាច់ចេញ។',
          'Press F1 to read the help page of the place you are at, without leaving.',
        ),
      ),
      part(
        'អ្វីដែលសាកបាន',
        'What can be tried',
        list(
          [
            'ពេលម៉ាស៊ីនមេដាច់៖ ចុច {button:practice/hub.away} រួចធ្វើអ្វីដូចធម្មតា។ ចុចម្ដងទៀត វាត្រឡប់មក។',
            'The hub is away: press {button:practice/hub.away}, and go on as usual. Pressed again, it is back.',
          ],
          [
            'លេខកូដលើក្រដាស៖ ក្នុង {button:practice/codes} ចុច {button:practice/codes.try}។',
            'Codes of paper: in {button:practice/codes} press {button:practice/codes.try}.',
          ],
          [
            'ចុងថ្ងៃ៖ ចុច {button:close-out/close} ហើយធ្វើរហូតដល់ {button:close-out/verdict.safe}។ រួច {button:practice/closed.open}។',
            'The end of the day: press {button:close-out/close}, until it says {button:close-out/verdict.safe}. Then {button:practice/closed.open}.',
          ],
        ),
      ),
      part(
        'វគ្គបុគ្គលិក',
        'The staff course',
        say(
          'ដំណើរណែនាំ និងអ្វីដែលអ្នកអនុវត្ត រាប់ក្នុង {button:training/open} ពេលធ្វើបាន មិនមែនពេលរំលងទេ។',
          'The tour, and what you practise, count for the {button:training/open} once done, not where skipped.',
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
