import { describe, expect, it } from 'vitest';
import { bookSearch } from './book-search.ts';

const books = [
  ['ទុំទាវ', 'Tum Teav', 'ភិក្ខុសោម'],
  ['ការដាំស្រូវ', 'Growing rice'],
  ['សុខភាពក្នុងគ្រួសារ', 'Health in the family', 'Émile Durand'],
  ['ការដាំបន្លែ', 'Growing vegetables'],
];
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
const { find } = bookSearch(books, plain);

describe('[LIB3] search among books', () => {
  it('finds by a part of a title in Khmer or Latin letters, and by an author', () => {
    expect(find('ស្រូវ')).toEqual([1]);
    expect(find('TEAV')).toEqual([0]);
    expect(find('ភិក្ខុ')).toEqual([0]);
    expect(find('durand emile')).toEqual([2]);
  });

  it('finds while a word is still being typed, what begins with it first', () => {
    expect(find('ការដាំ')).toEqual([1, 3]);
    expect(find('health in the f')).toEqual([2]);
    expect(find('rice')).toEqual([1]);
    expect(find('គ្រ')).toEqual([2]);
  });

  it('forgives one wrong letter of a long word, and none of a short one', () => {
    expect(find('growing vegitables')).toEqual([3]);
    expect(find('ricc')).toEqual([]);
    expect(find('ឆ្មា')).toEqual([]);
  });

  it('finds the same whether its books were taken in ahead of time, in part or not', () => {
    for (const ahead of [0, 1, 3, 4, 9]) {
      const search = bookSearch(books, plain);
      expect(search.takeIn(ahead)).toBe(ahead < books.length);
      expect(search.find('ការដាំ')).toEqual([1, 3]);
      expect(search.find('growing vegitables')).toEqual([3]);
      expect(search.takeIn(1)).toBe(false);
    }
  });

  it('gives all, in their order, for nothing', () => {
    expect(find(' ')).toEqual([0, 1, 2, 3]);
  });

  it('finds all among 5,000 books, and no others', () => {
    const many = Array.from({ length: 5_000 }, (_, number) => [
      `${books[number % 4]?.[0] ?? ''} ភាគ ${number}`,
      `${books[number % 4]?.[1] ?? ''}, part ${number}`,
    ]);
    const vegetables = many.flatMap((_, number) => (number % 4 === 3 ? [number] : []));
    const found = bookSearch(many, plain).find('growing vegitables');
    expect(found.toSorted((a, b) => a - b)).toEqual(vegetables);
  });
});
