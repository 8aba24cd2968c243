import { createTell } from '../../shared/words/sentence.ts';
import { drawingTexts } from './drawing-texts.ts';
import { lintTexts } from './lint-texts.ts';
import { partsTexts } from './parts-texts.ts';
import { shapeTexts } from './shape-texts.ts';
import { sourceTexts } from './source-texts.ts';
import { textTexts } from './text-texts.ts';

/* What authors are told, a catalogue for each place that judges what they wrote ([AUT6]). */

export const tellShape = createTell(shapeTexts);
export const tellText = createTell(textTexts);
export const tellSource = createTell(sourceTexts);
export const tellParts = createTell(partsTexts);
export const tellLint = createTell(lintTexts);
export const tellDrawing = createTell(drawingTexts);
