import type {Step} from '../../core';
import type {Emit, RunEvent} from '../events';
import {NO_LINE, sealEntry} from './chain';
import {askedEntry, runBegun, stepEnded} from './entries-of';
import type {RunFacts} from './entries-of';
import type {RecordEntry} from './entry';
import type {OutputFile, RecordFolder} from './record-folder';

export type RecordWriter = {
  /** Never rejects: what goes wrong is told by `failed` and `failure`. */
  readonly emit: Emit;
  /** Aborted as soon as something could not be written; nothing is written afterwards. */
  readonly failed: AbortSignal;
  readonly failure: () => unknown;
  readonly close: () => void;
};

export type RecordOptions = {
  readonly facts: RunFacts;
  readonly time: () => Date;
  /** The values that nobody may see, as far as they are known by now. */
  readonly secrets: () => readonly string[];
};

/** Writes down what happens in a run, as it happens. */
export function recordWriter(
  folder: RecordFolder,
  {facts, time, secrets}: RecordOptions,
): RecordWriter {
  const outputs = new Map<Step, OutputFile>();
  const names = new Map<Step, string>();
  const failed = new AbortController();
  let failure: unknown;
  let previous = NO_LINE;
  let position = 0;

  function append(entry: RecordEntry): void {
    const {line, hash} = sealEntry(entry, previous);
    folder.append(line);
    previous = hash;
  }

  function outputOf(step: Step): OutputFile {
    const known = outputs.get(step);
    if (known !== undefined) return known;
    const opened = folder.openOutput(names.get(step) ?? outputName(0, step));
    outputs.set(step, opened);
    return opened;
  }

  function closeOutput(step: Step): ReturnType<OutputFile['close']> | null {
    const output = outputs.get(step);
    outputs.delete(step);
    return output?.close() ?? null;
  }

  function write(event: RunEvent): void {
    const scene = {time: time().toISOString(), secrets: secrets()};
    switch (event.kind) {
      case 'plan':
        return append(runBegun(event.plan, facts, {...scene, id: folder.id}));
      case 'step-started': {
        const {step} = event;
        position++;
        names.set(step, outputName(position, step));
        return append({kind: 'step-begun', time: scene.time, step: step.id, position});
      }
      case 'chunk':
        return outputOf(event.step).append(event.bytes);
      case 'asked':
        return append(askedEntry(event, scene));
      case 'step-ready':
        return append({kind: 'step-ready', time: scene.time, step: event.step.id});
      case 'step-ended': {
        const output = closeOutput(event.result.step);
        return append(stepEnded(event.result, {...scene, output}));
      }
      case 'run-ended': {
        const {outcome, durationMs, notBegun} = event.result;
        const ids = notBegun.map(({id}) => id);
        return append({kind: 'run-ended', time: scene.time, outcome, durationMs, notBegun: ids});
      }
      case 'undo-offered': {
        const {step, undo} = event;
        return append({kind: 'undo-offered', time: scene.time, step: step.id, undo: undo.id});
      }
      default:
        return undefined;
    }
  }

  function attempt(work: () => void): void {
    if (failed.signal.aborted) return;
    try {
      work();
    } catch (error) {
      failure = error;
      failed.abort();
    }
  }

  return {
    emit(event) {
      attempt(() => write(event));
      return Promise.resolve();
    },
    failed: failed.signal,
    failure: () => failure,
    close: () => attempt(folder.close),
  };
}

/** A name that every shell and file system takes as it is. */
function outputName(position: number, {name}: Step): string {
  return `${position}-${name.replace(/[^\w.-]+/g, '-').slice(0, 60)}.log`;
}
