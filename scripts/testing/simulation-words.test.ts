import { describe, expect, it } from 'vitest';
import { readSimulationWords } from './simulation-words.ts';

describe('readSimulationWords', () => {
  it('runs many seeds unless one is asked for', () => {
    expect(readSimulationWords([])).toEqual({
      words: ['tests/simulation/'],
      environment: { REAN_SEEDS: '200', REAN_STEPS: '25' },
    });
    expect(readSimulationWords(['--seeds', '1000', '--steps', '40']).environment).toEqual({
      REAN_SEEDS: '1000',
      REAN_STEPS: '40',
    });
  });

  it('runs one seed from the file that holds it', () => {
    const { words, environment } = readSimulationWords(['--seed', '7', '--steps', '3']);
    expect(words).toEqual(['tests/simulation/odd-seeds.test.ts']);
    expect(environment).toMatchObject({ REAN_SEED: '7', REAN_STEPS: '3' });
    expect(readSimulationWords(['--seed', '8']).words[0]).toContain('even');
  });

  it('runs so many seeds from one on', () => {
    const { words, environment } = readSimulationWords(['--seed', '501', '--seeds', '20']);
    expect(words).toHaveLength(2);
    expect(environment).toMatchObject({ REAN_SEED: '501', REAN_SEEDS: '20' });
    expect(readSimulationWords(['--seed', '8']).environment).toMatchObject({ REAN_SEEDS: '1' });
  });

  it('says which word it does not understand', () => {
    expect(() => readSimulationWords(['--seed', 'x'])).toThrow('seed');
    expect(() => readSimulationWords(['--sead', '1'])).toThrow('sead');
  });
});
