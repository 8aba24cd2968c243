import { describe, expect, it } from 'vitest';
import { encodePath, readText } from './book-files.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe('the files of a book', () => {
  it('are asked for as packs name them, written in percent signs or not', () => {
    expect(encodePath('OEBPS/ទំព័រ 1.xhtml')).toBe(`OEBPS/${encodeURIComponent('ទំព័រ')}%201.xhtml`);
    expect(encodePath('a%20b.xhtml')).toBe('a%20b.xhtml');
    expect(encodePath('100%.xhtml')).toBe('100%25.xhtml');
  });

  it('are read in the encoding they begin with', () => {
    expect(readText(new TextEncoder().encode('<p>ខ្មែរ</p>').buffer)).toBe('<p>ខ្មែរ</p>');
    expect(readText(bytes(0xff, 0xfe, 0x80, 0x17))).toBe('\u1780');
    const old = new TextEncoder().encode('<?xml version="1.0" encoding="windows-1252"?>');
    expect(readText(new Uint8Array([...old, 0xe9]).buffer)).toMatch(/é$/);
    const odd = new TextEncoder().encode('<?xml version="1.0" encoding="no-such"?>ក');
    expect(readText(odd.buffer)).toMatch(/ក$/);
  });
});
