import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** What to do when something goes wrong. */
export const troublePages = {
  'seat-silent': {
    chapter: 'trouble',
    action: 'learner.see',
    title: { km: 'កន្លែងមួយមិនឆ្លើយ', en: 'A seat does not answer' },
    sections: [
      part(
        'ត្រូវធ្វើ',
        'What to do',
        steps(
          [
            'មើលថាកុំព្យូទ័របើក ហើយខ្សែបណ្ដាញដោតជាប់។',
            'See that the computer is on and its network cable is in.',
          ],
          [
            'បើអេក្រង់គាំង ចុចប៊ូតុងថាមពលឱ្យជាប់ រហូតវាបិទ រួចបើកវិញ។',
            'If its screen stands still, hold the power button until it is off, then switch it on.',
          ],
          [
            'ឱ្យអ្នករៀនប្ដូរទៅកន្លែងផ្សេង បើវានៅតែមិនឆ្លើយ។',
            'Let the learner sit elsewhere if it still does not answer.',
          ],
        ),
        say(
          'ការងាររក្សាទុកនៅកុំព្យូទ័រនោះ ហើយទៅម៉ាស៊ីនមេ ពេលវាភ្ជាប់វិញ។',
          'Work is kept on that computer, and goes to the hub once it is in touch again.',
        ),
      ),
    ],
  },
  maintenance: {
    chapter: 'trouble',
    title: { km: 'ថែទាំកុំព្យូទ័រអ្នករៀន', en: 'Maintenance at a kiosk' },
    sections: [
      part(
        'ចូល',
        'Come in',
        steps(
          [
            'ឱ្យអ្នករៀនចាកចេញ។ អេក្រង់ជ្រើសឈ្មោះត្រូវតែបង្ហាញ។',
            'Let the learner leave: the screen where people choose who they are has to show.',
          ],
          [
            'សង្កត់គ្រាប់ Shift ទាំងពីរ ឱ្យជាប់ ៥ វិនាទី។ កុំចុចគ្រាប់ផ្សេង។',
            'Hold both Shift keys for five seconds, and no other key.',
          ],
          [
            'អ្នកបច្ចេកទេសវាយឃ្លាសម្ងាត់របស់ខ្លួន។ រាល់ការព្យាយាម ត្រូវបានកត់ត្រា។',
            'A technician types their own passphrase. Every try is on record.',
          ],
        ),
        say(
          'មានតែអ្នកបច្ចេកទេសប៉ុណ្ណោះដែលចូលបាន៖ នៅទីនោះគ្មានអ្វីអំពីអ្នករៀនទេ។',
          'Technicians alone come in: nothing of any learner is there.',
        ),
      ),
      part(
        'អ្វីមាននៅទីនោះ',
        'What is there',
        list(
          ['បណ្ដាញ ម៉ាស៊ីនមេ ថាស កញ្ចប់មេរៀន និងកំណែ។', 'Network, hub, disk, packs and versions.'],
          ['ការសាកសំឡេង ក្ដារចុច និងអេក្រង់។', 'Tests of sound, keyboard and screen.'],
          [
            'កញ្ចប់ជំនួយ ការដំឡើងពី USB ការបើកឡើងវិញ និងការបិទ។',
            'A support bundle, an update from a stick, restart and switching off.',
          ],
        ),
        say(
          'វាចប់ដោយខ្លួនឯង បើគ្មានអ្នកប៉ះ ៥ នាទី។ ការចាក់សោនៅដដែល។',
          'It ends by itself after five minutes untouched. The screen stays locked down all the while.',
        ),
      ),
    ],
  },
  'hub-away': {
    chapter: 'trouble',
    title: { km: 'ម៉ាស៊ីនមេមិនឆ្លើយ', en: 'The hub does not answer' },
    sections: [
      part(
        'វាមានន័យអ្វី',
        'What it means',
        say(
          'អ្នករៀនរៀនបន្តធម្មតា។ គ្មានអ្វីបាត់ទេ។ អ្នកចាក់សោ ដោះសោ និងបញ្ចប់ការអង្គុយនៅតែបាន។',
          'Learners go on as usual. Nothing is lost. You can still lock, unlock and end sittings.',
        ),
        say(
          'អ្វីដែលត្រូវហត្ថលេខា ដូចជាចុះឈ្មោះ ឬបញ្ជាក់វត្តមាន ត្រូវរង់ចាំ។',
          'What has to be signed, such as adding a learner or confirming attendance, has to wait.',
        ),
      ),
      part(
        'ត្រូវធ្វើ',
        'What to do',
        steps(
          ['មើលថាម៉ាស៊ីនមេបើក។', 'See that the hub is on.'],
          ['មើលថាឧបករណ៍បណ្ដាញ (switch) មានភ្លើង។', 'See that the network switch has its lights on.'],
          [
            'រង់ចាំពីរនាទី។ ហៅអ្នកបច្ចេកទេស បើវានៅតែមិនឆ្លើយ។',
            'Wait two minutes. Call a technician if it still does not answer.',
          ],
        ),
      ),
    ],
  },
  'power-cut': {
    chapter: 'trouble',
    title: { km: 'ភ្លើងដាច់', en: 'The power was cut' },
    sections: [
      part(
        'វាមានន័យអ្វី',
        'What it means',
        say(
          'ចម្លើយនីមួយៗស្ថិតលើថាស មុនពេលដាក់ពិន្ទុ។ អ្វីដែលធ្វើរួច មិនបាត់ទេ។',
          'Each answer is on the disk before it is marked. What was done is not lost.',
        ),
      ),
      part(
        'ពេលភ្លើងមកវិញ',
        'When it is back',
        steps(
          ['បើកម៉ាស៊ីនមេមុនគេ រួចបើកកុំព្យូទ័រដទៃ។', 'Switch the hub on first, then the other computers.'],
          [
            'បើក {button:desk/place.timetable} ហើយចុច {button:timetable/unsure.do}។',
            'Open {button:desk/place.timetable} and press {button:timetable/unsure.do}.',
          ],
          ['អ្នករៀនចូលម្ដងទៀត ហើយរៀនបន្តពីកន្លែងដដែល។', 'Learners sign in again and go on where they were.'],
          ['កន្លែងដែលជាប់សោ នៅជាប់សោដដែល។', 'Seats that were locked still are.'],
        ),
      ),
    ],
  },
  forgotten: {
    chapter: 'trouble',
    action: 'sign-in.reset',
    title: { km: 'អ្នករៀនភ្លេចរូបសម្ងាត់', en: 'A learner forgot their pictures' },
    sections: [
      part(
        'ត្រូវធ្វើ',
        'What to do',
        steps(
          [
            'រកអ្នករៀនក្នុង {button:desk/place.learners} ហើយចុចលើឈ្មោះ។',
            'Find the learner in {button:desk/place.learners} and press the name.',
          ],
          ['ចុច {button:new-sign-in/title}។', 'Press {button:new-sign-in/title}.'],
          [
            'ជ្រើសមូលហេតុ រួចចុច {button:new-sign-in/give}។',
            'Choose why, then press {button:new-sign-in/give}.',
          ],
          [
            'ប្រាប់លេខទៅគាត់។ គាត់វាយវានៅកុំព្យូទ័រ ហើយឃើញរូបថ្មីម្នាក់ឯង។',
            'Tell them the number. They type it at a computer and see their new pictures alone.',
          ],
        ),
        say('អ្នកមិនឃើញរូបថ្មីទេ ហើយមិនត្រូវសួរទេ។', 'You do not see the new pictures, and should not ask.'),
      ),
    ],
  },
  'wrong-date': {
    chapter: 'trouble',
    action: 'timetable.see',
    title: { km: 'ថ្ងៃ ឬម៉ោងមិនត្រឹមត្រូវ', en: 'The date or time is wrong' },
    sections: [
      part(
        'ត្រូវធ្វើ',
        'What to do',
        steps(
          [
            'បើក {button:desk/place.timetable} ហើយចុច {button:timetable/today}។',
            'Open {button:desk/place.timetable} and press {button:timetable/today}.',
          ],
          ['មើលប្រតិទិន និងនាឡិកាដែលត្រឹមត្រូវ។', 'Look at a calendar and a clock that are right.'],
          [
            'ចុច {button:timetable-panels/today.confirm} ឬ {button:timetable-panels/today.again}។',
            'Press {button:timetable-panels/today.confirm}, or {button:timetable-panels/today.again}.',
          ],
        ),
        say(
          'ថ្ងៃដែលបានបញ្ជាក់ខុសរួចហើយ កែទាំងមូលបាន ដោយកំណត់ត្រាថ្មី៖ ចុច {button:timetable-wrong-day/open}។ បង្អួចប្រាប់ជាមុនថាអ្វីនឹងផ្លាស់ទី។',
          'A day that was confirmed wrongly is put right as a whole, by a new record: press {button:timetable-wrong-day/open}. The window tells first what will move.',
        ),
        say(
          'បើបន្ទប់ពិតជាបានបើកនៅថ្ងៃខុសនោះដែរ សូមកែវត្តមានម្ដងមួយនាក់។',
          'If the lab was open on the wrong day itself, too, correct attendance line by line.',
        ),
        say(
          'រហូតដល់មានអ្នកបញ្ជាក់ថ្ងៃ កំណត់ចំណាំ ការរាប់បន្ទប់អាន និងក្រដាស មានថ្ងៃតាមនាឡិការបស់ម៉ាស៊ីនមេ។',
          'Until somebody confirms the day, notes, counts of the reading room and papers have the date of the hub’s clock.',
        ),
        say(
          'នាឡិកាខុស មិនធ្វើឱ្យបាត់ការងារទេ។ លំដាប់នៃកំណត់ត្រាមិនអាស្រ័យលើនាឡិកាទេ។',
          'A wrong clock loses no work. The order of records never depends on a clock.',
        ),
      ),
    ],
  },
  'disk-full': {
    chapter: 'trouble',
    title: { km: 'ថាសពេញ', en: 'A disk is full' },
    sections: [
      part(
        'វាមានន័យអ្វី',
        'What it means',
        say(
          'បង្អួចព្រមានមុនពេលពេញ។ ពេលពេញហើយ អ្នករៀនត្រូវបានប្រាប់ថាចម្លើយមិនទាន់រក្សាទុក។',
          'The window warns before it is full. Once it is, learners are told that an answer could not be kept.',
        ),
      ),
      part(
        'ត្រូវធ្វើ',
        'What to do',
        list(
          [
            'អានដំណឹងក្នុង {button:desk/place.site}៖ វាប្រាប់ថាកុំព្យូទ័រណា។',
            'Read the notice at {button:desk/place.site}: it says which computer.',
          ],
          ['ឱ្យអ្នករៀនអង្គុយកន្លែងផ្សេង។', 'Let learners sit elsewhere.'],
          ['ហៅអ្នកបច្ចេកទេស។ កុំលុបអ្វីដោយខ្លួនឯង។', 'Call a technician. Do not delete anything yourself.'],
        ),
      ),
    ],
  },
  printing: {
    chapter: 'trouble',
    title: { km: 'បោះពុម្ព', en: 'Printing' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['បង្អួចធ្វើឯកសារ PDF ហើយសួរថាដាក់នៅណា។', 'The window makes a PDF and asks where it is to lie.'],
          ['បើកឯកសារនោះ ហើយបោះពុម្ពលើ A4។', 'Open that file and print it on A4.'],
          ['លុបឯកសារចោល ពេលបោះពុម្ពរួច។', 'Delete the file once it is on paper.'],
        ),
      ),
      part(
        'បើម៉ាស៊ីនបោះពុម្ពមិនដើរ',
        'If the printer does not work',
        list(
          ['មើលថាវាបើក មានក្រដាស និងដោតខ្សែ។', 'See that it is on, has paper and is plugged in.'],
          [
            'លេខដែលបង្ហាញតែម្ដង៖ សរសេរដោយដៃ មុនបិទបង្អួច។',
            'Numbers that are shown once: write them by hand before you close them.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
