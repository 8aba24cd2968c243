import { describe, expect, it } from 'vitest';
import { placesOf } from './place.ts';

describe('the rail [SUP1]', () => {
  it('begins in the room for who works with learners', () => {
    expect(placesOf('officer')).toEqual([
      'room',
      'help',
      'learners',
      'groups',
      'timetable',
      'attendance',
      'reports',
      'films',
      'site',
    ]);
    expect(placesOf('instructor')).toEqual([
      'room',
      'help',
      'learners',
      'timetable',
      'attendance',
      'reports',
      'site',
    ]);
    expect(placesOf('site-manager')).toEqual([
      'room',
      'help',
      'learners',
      'timetable',
      'attendance',
      'reports',
      'films',
      'staff',
      'audit',
      'site',
    ]);
  });

  it('has nothing of learners for a technician, nor for the programme', () => {
    expect(placesOf('technician')).toEqual(['site']);
    expect(placesOf('programme')).toEqual(['site']);
  });
});
