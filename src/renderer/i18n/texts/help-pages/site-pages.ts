import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Staff, who looked at what, and the site. */
export const sitePages = {
  staff: {
    chapter: 'places',
    action: 'staff.change',
    title: { km: 'បុគ្គលិក', en: 'Staff' },
    sections: [
      part(
        'តែងតាំងម្នាក់',
        'Appoint somebody',
        steps(
          ['ចុច {button:staff/appoint}។', 'Press {button:staff/appoint}.'],
          [
            'វាយឈ្មោះ ជ្រើសតួនាទី និងក្រុមដែលគាត់មើល។',
            'Type the name, choose the role and whose groups they see to.',
          ],
          [
            'ឱ្យគាត់អង្គុយ ហើយវាយឃ្លាសម្ងាត់របស់ខ្លួនពីរដង។ អ្នកមិនមើលទេ។',
            'Let them sit down and type their own passphrase twice. Do not watch.',
          ],
        ),
      ),
      part(
        'ពេលមានគេចាកចេញ',
        'When somebody leaves',
        say(
          'ចុចលើឈ្មោះ រួចចុច {button:staff/end}។ អ្វីដែលគាត់បានធ្វើ នៅជាឈ្មោះគាត់ដដែល។',
          'Press the name, then {button:staff/end}. What they did stays in their name.',
        ),
        say(
          'ភ្លេចឃ្លាសម្ងាត់? គ្មាននរណាអាចឱ្យថ្មីបានទេ។ បញ្ចប់ការតែងតាំង ហើយតែងតាំងម្ដងទៀត។',
          'A passphrase was forgotten? Nobody can give another. End the appointment, and appoint them anew.',
        ),
      ),
    ],
  },
  audit: {
    chapter: 'places',
    action: 'audit.see',
    title: { km: 'កំណត់ហេតុ', en: 'The trail' },
    sections: [
      part(
        'អ្វីមានក្នុងនោះ',
        'What stands there',
        say(
          'រាល់ការមើល និងការប្ដូរ៖ អ្នកណា ធ្វើអ្វី អំពីអ្នកណា ពេលណា និងហេតុអ្វី។ គ្មាននរណាលុបបានទេ។',
          'Every look and every change: who, what, about whom, when and why. Nobody can take anything out of it.',
        ),
        list(
          [
            '{button:audit/tab.trail}៖ រកតាមឈ្មោះ ប្រភេទ ឬថ្ងៃ។',
            '{button:audit/tab.trail}: find by person, by kind or by day.',
          ],
          [
            '{button:audit/tab.kept}៖ រក្សាទុកប៉ុន្មាន និងអ្វីបានលុប។',
            '{button:audit/tab.kept}: how long records are kept, and what was erased.',
          ],
          [
            '{button:audit/tab.month}៖ មួយទំព័រ ដើម្បីបោះពុម្ព និងចុះហត្ថលេខា។',
            '{button:audit/tab.month}: one page, to print and to sign.',
          ],
        ),
      ),
    ],
  },
  site: {
    chapter: 'places',
    title: { km: 'មជ្ឈមណ្ឌល', en: 'The site' },
    sections: [
      part(
        'ឃើញអ្វី',
        'What you see',
        list(
          [
            'ដំណឹងដែលត្រូវអាន៖ អ្វីកើតឡើង វាមានន័យអ្វី និងត្រូវធ្វើអ្វី។',
            'Notices: what happened, what it means, and what to do.',
          ],
          [
            'ម៉ាស៊ីនមេ៖ ឆ្លើយតប ឬអត់ និងការបម្រុងទុកចុងក្រោយ។',
            'The hub: whether it answers, and its last backup.',
          ],
          ['កញ្ចប់មេរៀន៖ អ្វីមាននៅគ្រប់ស្ថានីយ៍។', 'Packs: what stands at all stations.'],
        ),
        say(
          'លេខនៅក្បែរ {button:desk/place.site} ប្រាប់ថាមានដំណឹងប៉ុន្មាន។ សូមអានរាល់ព្រឹក។',
          'The number beside {button:desk/place.site} says how many notices there are. Read them every morning.',
        ),
      ),
      part(
        'ឱ្យអេក្រង់និយាយ',
        'Have screens speak',
        say(
          'អ្នកដែលអានមិនសូវបាន ត្រូវការស្ដាប់។ ពាក្យនីមួយៗថតម្ដង គ្រប់កន្លែងនិយាយតាម។',
          'Who reads little has to hear it. Each word is recorded once, and all seats say it.',
        ),
        steps(
          [
            'ចុច {button:spoken/open} ហើយជ្រើសពាក្យមួយ។',
            'Press {button:spoken/open} and choose a word.',
          ],
          [
            'ចុច {button:spoken/record} អានឱ្យឮៗ រួចចុច {button:spoken/stop}។',
            'Press {button:spoken/record}, read it aloud, then press {button:spoken/stop}.',
          ],
          [
            'ចុច {button:spoken/hear}។ បើល្អ ចុច {button:spoken/keep}។',
            'Press {button:spoken/hear}. If it is good, press {button:spoken/keep}.',
          ],
        ),
      ),
      part(
        'កុំព្យូទ័រថ្មី ឬខូច',
        'A new or broken computer',
        steps(
          ['ចុច {button:stations/open}។', 'Press {button:stations/open}.'],
          [
            'ចុច {button:stations/new} ឬជ្រើសស្ថានីយ៍ដែលត្រូវជំនួស។',
            'Press {button:stations/new}, or choose the station it takes the place of.',
          ],
          [
            'វាយលេខកូដនៅកុំព្យូទ័រនោះ។ លេខកូដបង្ហាញតែម្ដង។',
            'Type the code at that computer. The code is shown once.',
          ],
          [
            'កុំព្យូទ័រសាកល្បងខ្លួនឯង រួចបង្ហាញលេខកូដនៃលទ្ធផល។ លេខកូដដដែល ជាមួយថ្ងៃ និងអ្វីមិនល្អ មាននៅក្បែរវានៅទីនេះ។',
            'The computer tests itself and shows a code of the result. The same code, with the day and what was not good, stands beside it here.',
          ],
        ),
        say(
          'កុំព្យូទ័រប្រាប់ថា ថាសរបស់វាត្រូវបានរៀបចំនៅលើកុំព្យូទ័រមួយទៀត? បើវាត្រូវជំនួស សូមបើកឈ្មោះវានៅទីនេះ ហើយចុច {button:stations/twins.go}។',
          'A computer says that its disk was set up in another one? If it takes that one’s place, open its name here and press {button:stations/twins.go}.',
        ),
        say(
          'អ្នកបច្ចេកទេសចុច {button:netboot/open} ដើម្បីដំឡើងកុំព្យូទ័រតាមបណ្ដាញ។ វាបិទដោយខ្លួនឯងក្រោយមួយម៉ោង ហើយអ្នកអាចចុច {button:netboot/close} មុននោះ។',
          'A technician presses {button:netboot/open} to install computers over the network. It goes off by itself after an hour, and you can press {button:netboot/close} before that.',
        ),
        say(
          'កុំព្យូទ័រត្រូវគេលួច? បើកវា ហើយចុច {button:stations/revoke} ភ្លាម។',
          'A computer was stolen? Open it there and press {button:stations/revoke} at once.',
        ),
      ),
    ],
  },
  privacy: {
    chapter: 'privacy',
    title: { km: 'អ្វីដែលអ្នកអាចមើល', en: 'What you may look at' },
    sections: [
      part(
        'ច្បាប់',
        'The rule',
        list(
          ['មើលតែអ្វីដែលការងារអ្នកត្រូវការ។', 'Look only at what your work asks for.'],
          [
            'ទំព័រអ្នករៀនម្នាក់ បញ្ជី និងអេក្រង់៖ រាល់ការមើលកត់ត្រាជាឈ្មោះអ្នក។',
            'A learner’s page, a list, a screen: each look is recorded in your name.',
          ],
          ['ការមើលបន្ទប់ជាធម្មតា មិនកត់ត្រាទេ។', 'The room itself, as everybody in it sees it, is not.'],
          ['អ្នកមិនឃើញរូបសម្ងាត់ ឬលេខសម្ងាត់របស់នរណាទេ។', 'You never see anybody’s pictures or digits.'],
        ),
      ),
      part(
        'អ្វីដែលមិនកត់ត្រា',
        'What is kept nowhere',
        say(
          'គ្មានបទល្មើស ទោស សុខភាព ឬសាសនាទេ។ គ្មានកន្លែងសរសេរដោយសេរីអំពីនរណាម្នាក់ទេ។',
          'No offence, no sentence, nothing of health. There is nowhere to write about somebody in words of your own.',
        ),
      ),
      part(
        'កំណត់ហេតុ',
        'The trail',
        say(
          'ប្រធានមជ្ឈមណ្ឌលអានកំណត់ហេតុ។ ការអានរបស់គាត់ក៏កត់ត្រាដែរ។ ការកែកំណត់ត្រា និងការលុប ត្រូវការមនុស្សពីរនាក់។',
          'The site manager reads the trail, and that is recorded as well. To correct or to erase a record takes two people.',
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
