import {parentPort, Worker, workerData} from 'node:worker_threads';
import type {ResourceLimits} from 'node:worker_threads';
import {startLint} from '../../core';
import type {Finding, LintEvent, LintOptions, Page, SourceFile} from '../../core';
import {loadEngines} from '../engines/load-engines';
import {importPlugins} from '../plugins';
import {existsBelow} from '../project';

/** What a thread is told: all of it can be copied from one to the other. */
export type Share = {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly options: Omit<LintOptions, 'plugins' | 'exists' | 'engines' | 'observe'>;
  /** Absolute paths of the modules that hold more rules. */
  readonly plugins: readonly string[];
};

/** A part of a lint that runs beside this thread. */
export type LintThread = {
  /** What others may ask about its pages, once all of them are parsed. */
  readonly pages: Promise<readonly Page[]>;
  readonly finish: (others: readonly Page[]) => Promise<readonly Finding[]>;
  readonly end: () => void;
};

type Message =
  | {readonly kind: 'event'; readonly event: LintEvent}
  | {readonly kind: 'pages'; readonly pages: readonly Page[]}
  | {readonly kind: 'findings'; readonly findings: readonly Finding[]};

export function startThread(
  share: Share,
  {program, observe}: {readonly program: string; readonly observe: LintOptions['observe']},
): LintThread {
  const worker = new Worker(program, {workerData: share, resourceLimits: limitsFor(share)});
  worker.on('message', (message: Message) => {
    if (message.kind === 'event') observe?.(message.event);
  });
  const pages = answer(worker, 'pages');
  const findings = answer(worker, 'findings');
  // Whoever waits for one of them hears of the error; the other one may have no listener yet.
  for (const promise of [pages, findings]) promise.catch(() => undefined);
  return {
    pages: pages.then(message => message.pages),
    finish(others) {
      worker.postMessage(others, []);
      return findings.then(message => message.findings);
    },
    end: () => void worker.terminate(),
  };
}

/**
 * V8 lets the garbage of a thread grow with the memory that it may use, so it is told what the
 * share can need at most, with a wide margin. Findings of a page take up to a hundred times its size.
 */
function limitsFor({files}: Share): ResourceLimits {
  const megabytes = files.reduce((sum, {source}) => sum + source.length, 0) / 2 ** 20;
  return {maxOldGenerationSizeMb: Math.ceil(192 + 200 * megabytes)};
}

type Answer<Kind extends Message['kind']> = Extract<Message, {readonly kind: Kind}>;

function answer<Kind extends Message['kind']>(worker: Worker, kind: Kind): Promise<Answer<Kind>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (isAnswer(message, kind)) resolve(message);
    });
    worker.once('error', reject);
  });
}

function isAnswer<Kind extends Message['kind']>(
  message: Message,
  kind: Kind,
): message is Answer<Kind> {
  return message.kind === kind;
}

/** The other side: what a process does that was started as a thread. */
export async function runThread(): Promise<void> {
  // `startThread` alone starts threads, with this.
  const {root, files, options, plugins} = workerData as Share;
  const post = (message: Message) => parentPort?.postMessage(message, []);
  const others = new Promise<readonly Page[]>(resolve => parentPort?.once('message', resolve));
  const session = startLint({
    ...options,
    plugins: await importPlugins(plugins),
    exists: existsBelow(root),
    engines: await loadEngines(files),
    observe: event => {
      if (event.kind === 'checked') post({kind: 'event', event});
    },
  });
  for (const file of files) session.check(file);
  post({kind: 'pages', pages: session.pages});
  post({kind: 'findings', findings: session.finish(await others)});
}
