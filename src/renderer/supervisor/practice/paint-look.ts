import type { LookPicture } from '../../../shared/contracts/look.ts';
import { lookPictureSchema } from '../../../shared/contracts/look.ts';
import { ReanError } from '../../../shared/errors.ts';
import { inLanguage } from '../../i18n/language.tsx';
import { createSay } from '../../i18n/text.ts';
import { pretendLabTexts } from '../../i18n/texts/supervisor/pretend-lab.ts';
import { lessonLength } from './lab/pretend-people.ts';
import type { LookedAtLesson } from './lab/look-at.ts';

/** As a real picture of a lesson is: no side over 480 pixels ([LOK5]). */
const size = { width: 480, height: 252 } as const;
const margin = 20;
const step = { width: 44, height: 10, gap: 10 } as const;
const choice = { width: 96, height: 80, top: 148, gap: 18 } as const;
const choices = 4;

/** Draws a pretend lesson as somebody would have it open: its title, how far, what is asked, and what to choose from. */
export async function paintLook({ title, done }: LookedAtLesson): Promise<LookPicture> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'km';
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new ReanError('look.failed');
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const family = getComputedStyle(document.body).fontFamily;
  pen.fillStyle = colour('--paper');
  pen.fillRect(0, 0, size.width, size.height);
  for (let at = 0; at < lessonLength; at += 1) {
    pen.fillStyle = colour(at < done ? '--leaf' : '--edge');
    pen.fillRect(margin + at * (step.width + step.gap), margin, step.width, step.height);
  }
  const say = createSay(pretendLabTexts, language);
  pen.fillStyle = colour('--ink');
  pen.font = `600 24px ${family}`;
  pen.fillText(inLanguage(title, language), margin, 76);
  pen.font = `20px ${family}`;
  pen.fillText(say('item'), margin, 120);
  pen.lineWidth = 3;
  pen.strokeStyle = colour('--line');
  for (let at = 0; at < choices; at += 1) {
    const left = margin + at * (choice.width + choice.gap);
    pen.strokeRect(left, choice.top, choice.width, choice.height);
    pen.fillStyle = colour(
      ['--tile-river', '--tile-leaf', '--tile-clay', '--tile-lotus'][at] ?? '',
    );
    pen.beginPath();
    pen.arc(left + choice.width / 2, choice.top + choice.height / 2, 22, 0, 2 * Math.PI);
    pen.fill();
  }
  const [, jpeg = ''] = canvas.toDataURL('image/jpeg', 0.8).split(',');
  return lookPictureSchema.parse({ jpeg });
}
