import { epubImporter } from './epub/epub-importer.ts';
import { h5pImporter } from './h5p/h5p-importer.ts';
import { h5pPlayerImporter } from './h5p/player-importer.ts';
import { htmlImporter } from './html/html-importer.ts';
import type { Importer } from './importer.ts';
import { markdownImporter } from './markdown/markdown-importer.ts';
import { mediaImporter } from './media/media-importer.ts';
import { cmi5Importer } from './packages/cmi5-importer.ts';
import { scormImporter } from './packages/scorm-importer.ts';
import { pdfImporter } from './pdf/pdf-importer.ts';
import { qtiImporter } from './qti/qti-importer.ts';
import { giftImporter } from './quiz/gift-importer.ts';
import { moodleImporter } from './quiz/moodle-importer.ts';
import { lastImporters, unsupportedImporters } from './unsupported-importers.ts';
import { zimImporter } from './zim/zim-importer.ts';

/**
 * Every importer, asked in this order; the first who knows the file has it. What has a mark of its own goes first, so
 * that a package is not taken for the web pages in it.
 */
export const importers: readonly Importer[] = [
  qtiImporter,
  scormImporter,
  cmi5Importer,
  h5pPlayerImporter,
  h5pImporter,
  zimImporter,
  ...unsupportedImporters,
  epubImporter,
  pdfImporter,
  mediaImporter,
  moodleImporter,
  markdownImporter,
  giftImporter,
  htmlImporter,
  ...lastImporters,
];
