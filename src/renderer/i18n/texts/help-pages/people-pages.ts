import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Learners, their groups, and one's own account. */
export const peoplePages = {
  learners: {
    chapter: 'places',
    action: 'learner.see',
    title: { km: 'បញ្ជីអ្នករៀន', en: 'Learners' },
    sections: [
      part(
        'រកម្នាក់',
        'Find somebody',
        steps(
          [
            'វាយផ្នែកណាមួយនៃឈ្មោះ ជាអក្សរខ្មែរ ឬឡាតាំង។',
            'Type any part of the name, in Khmer or Latin letters.',
          ],
          [
            'ប្រើ {button:learner-filters/more} ដើម្បីរកតាមវគ្គ ឬអ្នកដែលមិនបានមក។',
            'Use {button:learner-filters/more} to find by course, or who was not here.',
          ],
          ['ចុចលើឈ្មោះ ដើម្បីឃើញអំពីគាត់។', 'Press the name to see about them.'],
        ),
        say(
          'ចុច {button:learner-page/open} ដើម្បីឃើញដំណើររៀនទាំងមូល។',
          'Press {button:learner-page/open} to see all of how they learn.',
        ),
      ),
      part(
        'ចុះឈ្មោះអ្នកថ្មី',
        'Add somebody',
        steps(
          ['ចុច {button:new-learner/title}។', 'Press {button:new-learner/title}.'],
          [
            'វាយឈ្មោះ ជ្រើសក្រុម រួចចុច {button:new-learner/add}។',
            'Type the name, choose the group, press {button:new-learner/add}.',
          ],
          ['សរសេរលេខទាំងពីរលើក្រដាស។ វាបង្ហាញតែម្ដង។', 'Write both numbers down. They are shown once.'],
          [
            'អ្នករៀនចុចរូបរបស់ខ្លួន វាយលេខ ហើយឃើញរូបសម្ងាត់តែម្នាក់ឯង។',
            'The learner touches their tile, types the number, and sees their pictures alone.',
          ],
        ),
        say(
          'មានបញ្ជីឈ្មោះក្នុងឯកសាររួចហើយ? ចុច {button:bring-in/title}។',
          'You have the names in a file? Press {button:bring-in/title}.',
        ),
      ),
      part(
        'ធ្វើអ្វីមួយសម្រាប់មនុស្សច្រើន',
        'Do something for many',
        steps(
          ['គូសប្រអប់នៅមុខឈ្មោះ។', 'Tick the boxes before the names.'],
          ['ចុច {button:many/act} ហើយជ្រើស។', 'Press {button:many/act} and choose.'],
          [
            'ចុច {button:many/preview}។ មិនទាន់មានអ្វីកើតឡើងទេ រហូតដល់អ្នកយល់ព្រម។',
            'Press {button:many/preview}. Nothing happens until you agree.',
          ],
        ),
      ),
    ],
  },
  groups: {
    chapter: 'places',
    action: 'group.change',
    title: { km: 'ក្រុម', en: 'Groups' },
    sections: [
      part(
        'ក្រុមថ្មី',
        'A new group',
        steps(
          ['ចុច {button:groups/new}។', 'Press {button:groups/new}.'],
          ['វាយឈ្មោះ ជ្រើសរូប និងថាសម្រាប់នរណា។', 'Type a name, choose a picture and whom it is for.'],
          ['ចុច {button:groups/make}។', 'Press {button:groups/make}.'],
        ),
        say(
          'អ្នករៀនរកក្រុមរបស់ខ្លួនតាមរូប។ គ្មានក្រុមពីរណាមានរូបដូចគ្នាទេ។',
          'Learners find their group by its picture. No two groups have the same.',
        ),
      ),
      part(
        'វគ្គ និងលេខ',
        'Courses and numbers',
        list(
          [
            '{button:groups/enrol}៖ ដាក់ក្រុមទាំងមូល ឬអ្នកខ្លះ ក្នុងវគ្គ។',
            '{button:groups/enrol}: puts the whole group, or some of it, into courses.',
          ],
          [
            '{button:first-sign-ins/title}៖ សម្រាប់អ្នកដែលមិនទាន់មានរបៀបចូល។',
            '{button:first-sign-ins/title}: for those who have no sign-in yet.',
          ],
        ),
      ),
    ],
  },
  account: {
    chapter: 'privacy',
    title: { km: 'គណនីរបស់អ្នក', en: 'Your own account' },
    sections: [
      part(
        'ឃ្លាសម្ងាត់',
        'Your passphrase',
        list(
          [
            'វាជាហត្ថលេខារបស់អ្នក។ អ្វីដែលធ្វើ កត់ត្រាជាឈ្មោះអ្នក។',
            'It is your signature. What is done with it stands in your name.',
          ],
          ['កុំប្រាប់នរណា។ កុំសរសេរទុក។', 'Tell it to nobody. Do not write it down.'],
          [
            'ចុច {button:passphrase/open} នៅខាងក្រោម ដើម្បីប្ដូរ។',
            'Press {button:passphrase/open} at the foot to change it.',
          ],
        ),
      ),
      part(
        'ពេលក្រោកចេញ',
        'When you get up',
        say(
          'ចុច {button:desk/sign-out} ជានិច្ច មុនចេញពីតុ។ បើភ្លេច បង្អួចព្រមាន រួចចាកចេញដោយខ្លួនឯង។',
          'Always press {button:desk/sign-out} before you leave the desk. If you forget, the window warns, then signs you out.',
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
