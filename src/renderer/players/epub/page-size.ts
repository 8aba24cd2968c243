/** How large a page is that was laid out, CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads what a page, or its package, says of its size (`width=600, height=800`): whatever unit it adds, and the
 * room's own size for `device-width` and `device-height`. Null where it names no size.
 */
export function readViewport(content: string, room: PageSize): PageSize | null {
  const said = new Map(
    content
      .split(/[,;]|\s+(?=[\w-]+\s*=)/)
      .map((part) => part.split('=').map((word) => word.trim().toLowerCase()))
      .flatMap(([name, value]) =>
        name === undefined || value === undefined ? [] : [[name, value]],
      ),
  );
  const length = (name: 'width' | 'height') => {
    const value = said.get(name) ?? '';
    return value === `device-${name}` ? room[name] : Number.parseFloat(value);
  };
  return usable({ width: length('width'), height: length('height') });
}

/** Reads the last two of a drawing's `viewBox`. */
export function readViewBox(box: string): PageSize | null {
  const [, , width, height] = box.trim().split(/[\s,]+/);
  return usable({ width: Number(width), height: Number(height) });
}

const usable = (size: PageSize) =>
  size.width > 0 && size.height > 0 && Number.isFinite(size.width + size.height) ? size : null;

/**
 * Writes a page's size where the shower looks for it: as the page says, else as its package does, else that of
 * its only picture, else that of the room. Without one a page would be nothing wide.
 * @param said what the package says of all of its pages
 * @param room what there is for it
 */
export function sizePage(doc: Document, said: string | undefined, room: PageSize): void {
  const root = doc.documentElement;
  const usual = () => (said === undefined ? null : readViewport(said, room)) ?? room;
  if (root.localName === 'svg') {
    const { width, height } = drawnSize(root) ?? usual();
    const box =
      root
        .getAttribute('viewBox')
        ?.trim()
        .split(/[\s,]+/) ?? [];
    const [left = '0', top = '0'] = box.length === 4 ? box : [];
    root.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
    return;
  }
  const meta = doc.querySelector('meta[name="viewport" i]');
  const written = meta?.getAttribute('content') ?? '';
  const { width, height } = readViewport(written, room) ?? pictureSize(doc) ?? usual();
  const placed = meta ?? root.insertBefore(doc.createElement('meta'), root.firstChild);
  placed.setAttribute('name', 'viewport');
  placed.setAttribute('content', `width=${width},height=${height}`);
}

function drawnSize(drawing: Element): PageSize | null {
  const length = (name: string) => {
    const value = drawing.getAttribute(name) ?? '';
    return value.endsWith('%') ? Number.NaN : Number.parseFloat(value);
  };
  return (
    readViewBox(drawing.getAttribute('viewBox') ?? '') ??
    usable({ width: length('width'), height: length('height') })
  );
}

/** Of a page that is one picture and nothing else. */
function pictureSize(doc: Document): PageSize | null {
  const [picture, ...others] = doc.images;
  if (picture === undefined || others.length > 0) return null;
  return usable({ width: picture.naturalWidth, height: picture.naturalHeight });
}
