/** A small book in Khmer, unpacked: two chapters, a note, a link out, a script. `over` replaces files; undefined takes one away. */
export function bookFiles(
  over: Readonly<Record<string, string | undefined>> = {},
): Readonly<Record<string, string>> {
  const files: Readonly<Record<string, string | undefined>> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/content.opf': packageDocument,
    'OEBPS/nav.xhtml': page(
      '<nav epub:type="toc"><ol><li><a href="one.xhtml">ជំពូកទី១</a></li><li><a href="two.xhtml">ជំពូកទី២</a></li></ol></nav>',
    ),
    'OEBPS/one.xhtml': page(
      `<h1>ជំពូកទី១</h1><p>កសិករដាំស្រូវ<a epub:type="noteref" href="#note">១</a>។ <a href="https://example.org/">ខាងក្រៅ</a></p>${story}<aside epub:type="footnote" id="note"><p>ស្រូវជាអាហារសំខាន់។</p></aside><script>document.body.textContent = 'ran';</script>`,
    ),
    'OEBPS/two.xhtml': page(`<h1>ជំពូកទី២</h1>${story}`),
    'OEBPS/book.css': 'p { font-family: "Khmer OS"; font-size: 12pt; }',
    ...over,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
}

const story = `<p>${'ព្រះរាជាណាចក្រកម្ពុជាមានប្រជាជនរាប់លាននាក់ដែលធ្វើស្រែចម្ការ។ '.repeat(25)}</p>`;

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="km"><head><title>កសិករ</title><link rel="stylesheet" href="book.css"/></head><body>${body}</body></html>`;

const packageDocument =
  '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="km"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:0b1b5f0e-0000-4000-8000-000000000001</dc:identifier><dc:title>កសិករ</dc:title><dc:creator>សុខ សាន</dc:creator><dc:language>km</dc:language><dc:rights>CC-BY-4.0</dc:rights></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="one" href="one.xhtml" media-type="application/xhtml+xml" properties="scripted"/><item id="two" href="two.xhtml" media-type="application/xhtml+xml"/><item id="css" href="book.css" media-type="text/css"/></manifest><spine><itemref idref="one"/><itemref idref="two"/></spine></package>';

/** A PDF with one line of Latin text on each of its pages, and a chapter for each. */
export function plainPdf(lines: readonly string[], title = 'A sheet'): string {
  const first = 4;
  const pages = lines.map((_, index) => first + index * 3);
  const parts = lines.flatMap((line, index) => {
    const number = first + index * 3;
    const drawn = `BT /F 24 Tf 60 700 Td (${line}) Tj ET`;
    const after = index + 1 < lines.length ? `/Next ${number + 5} 0 R ` : '';
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      `<< /Title (${line}) /Parent ${outline(lines)} 0 R ${after}/Dest [${number} 0 R /Fit] >>`,
    ];
  });
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Outlines ${outline(lines)} 0 R >>`,
    `<< /Type /Pages /Count ${lines.length} /Kids [${pages.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...parts,
    `<< /Type /Outlines /First ${first + 2} 0 R /Last ${outline(lines) - 1} 0 R /Count ${lines.length} >>`,
    `<< /Title (${title}) >>`,
  ];
  return writePdf(objects);
}

const outline = (lines: readonly string[]) => 4 + lines.length * 3;

/** A PDF that asks for a password before anything of it can be read. */
export const lockedPdf = () =>
  writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 0 /Kids [] >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
    ],
    '/Encrypt 3 0 R /ID [<00><00>] ',
  );

function writePdf(objects: readonly string[], trailer = ''): string {
  let written = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(written.length);
    written += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const info = trailer === '' ? `/Info ${objects.length} 0 R ` : trailer;
  return `${written}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${info}>>\nstartxref\n${written.length}\n%%EOF\n`;
}
