import type {Emit, RunEvent} from '../../runner';

/** Bytes of one step that are held; what comes after is counted and said. */
const MOST_HELD = 8 * 1024 * 1024;

/** Lets one writer go on at a time, in the order of asking. */
export type Turn = (write: () => Promise<void>) => Promise<void>;

export function turns(): Turn {
  let last: Promise<void> = Promise.resolve();
  return write => {
    last = last.then(write);
    return last;
  };
}

/**
 * Holds the events of each step and passes them on together when it has ended, so that several
 * runs can share one screen. `begin` is called before each block, in the same turn.
 */
export function heldOutput(
  emit: Emit,
  {turn, begin}: {readonly turn: Turn; readonly begin: () => Promise<void>},
): Emit {
  const held = new Map<string, {events: RunEvent[]; bytes: number; lost: number}>();

  function flush(events: readonly RunEvent[]): Promise<void> {
    return turn(async () => {
      await begin();
      for (const event of events) await emit(event);
    });
  }

  return async event => {
    const id = stepIdOf(event);
    if (id === undefined) return flush([event]);
    const step = held.get(id) ?? {events: [], bytes: 0, lost: 0};
    held.set(id, step);
    if (event.kind === 'chunk') {
      if (step.bytes + event.bytes.length > MOST_HELD) {
        step.lost += event.bytes.length;
        return undefined;
      }
      step.bytes += event.bytes.length;
    }
    // Nobody can watch a countdown that is printed when it is over.
    if (event.kind === 'waiting' && event.wait.kind !== 'hold') return undefined;
    if (event.kind === 'step-ended' && step.lost > 0) step.events.push(lossOf(event, step.lost));
    step.events.push(event);
    if (event.kind !== 'step-ended' && event.kind !== 'step-ready') return undefined;
    held.delete(id);
    return flush(step.events);
  };
}

function stepIdOf(event: RunEvent): string | undefined {
  if (event.kind === 'step-ended') return event.result.step.id;
  return 'step' in event ? event.step.id : undefined;
}

function lossOf(
  {result: {step}}: Extract<RunEvent, {readonly kind: 'step-ended'}>,
  lost: number,
): RunEvent {
  const text = `\n${lost} more bytes are not held; run ${step.id} by itself to see them.\n`;
  return {kind: 'chunk', step, stream: 'stderr', bytes: Buffer.from(text)};
}
