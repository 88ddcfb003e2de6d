import {expect, it} from 'vitest';
import {formatDuration, parseDuration} from './duration';

it('reads hours, minutes, seconds and milliseconds, and nothing else', () => {
  const texts = [
    '90s',
    '1h30m',
    '5m',
    '250ms',
    '1m500ms',
    '',
    '5',
    'm',
    '1d',
    '1.5s',
    '-1s',
    '1s ',
  ];
  expect(texts.map(parseDuration)).toEqual([
    90_000,
    5_400_000,
    300_000,
    250,
    60_500,
    ...Array.from({length: 7}, () => undefined),
  ]);
});

it('writes as much as a person needs', () => {
  const durations = [0, 12.6, 340, 4210, 59_949, 60_000, 65_000, 300_000, 3_600_000, 7_800_000];
  expect(durations.map(formatDuration)).toEqual([
    '0ms',
    '13ms',
    '340ms',
    '4.2s',
    '59.9s',
    '1m',
    '1m 05s',
    '5m',
    '1h',
    '2h 10m',
  ]);
});
