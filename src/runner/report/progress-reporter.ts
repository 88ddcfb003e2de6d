import {Writable} from 'node:stream';
import type {Emit} from '../events';
import {textReporter} from './text-reporter';
import type {TextReporterOptions} from './text-reporter';

/** Tells a person how a run goes whose output is for a program: the talk alone, on stderr. */
export function progressReporter(options: Omit<TextReporterOptions, 'stdout'>): Emit {
  const nowhere = new Writable({write: (_chunk, _encoding, done) => done()});
  const talk = textReporter({...options, stdout: nowhere});
  return async event => {
    if (event.kind !== 'chunk') await talk(event);
  };
}
