const objects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
];

/** One empty page of A4. */
export const onePagePdf: Buffer = pdfOf(objects);

function pdfOf(parts: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const at = parts.map((part, index) => {
    const here = text.length;
    text += `${index + 1} 0 obj${part}endobj\n`;
    return here;
  });
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = parts.length + 1;
  const begin = text.length;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
  text += `trailer<</Root 1 0 R/Size ${count}>>\nstartxref\n${begin}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
