import type {Query, QueryResponse} from './answer';
import {readResponse} from './read-response';

/** Where a Prometheus is, with the credentials of its URL apart, so that they are never printed. */
export type PrometheusAddress = {readonly url: string; readonly authorization: string | null};

/** Milliseconds that one query may take. */
const TIMEOUT_MS = 30_000;

/** Reads the address of a Prometheus server, a path prefix included; undefined if it is no HTTP URL. */
export function parsePrometheusUrl(text: string): PrometheusAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  url.hash = '';
  url.search = '';
  return {
    url: url.href.replace(/\/+$/, ''),
    authorization:
      credentials === ':' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
}

/** Instant queries over the HTTP API of a Prometheus server, or of what speaks it too. */
export function prometheusQuery({url, authorization}: PrometheusAddress): Query {
  return async (expr, signal) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(`${url}/api/v1/query`, {
        method: 'POST',
        body: new URLSearchParams({query: expr, timeout: `${TIMEOUT_MS}ms`}),
        headers: {
          accept: 'application/json',
          ...(authorization !== null && {authorization}),
        },
        signal: AbortSignal.any([signal, timeout]),
      });
      return readResponse(await response.text(), {status: response.status});
    } catch (error) {
      signal.throwIfAborted();
      return unreachable(
        url,
        timeout.aborted ? `no answer in ${TIMEOUT_MS / 1000}s` : reasonOf(error),
      );
    }
  };
}

function unreachable(url: string, reason: string): QueryResponse {
  return {
    kind: 'error',
    error: {kind: 'unreachable', message: `Prometheus at ${url} cannot be reached: ${reason}.`},
  };
}

/** What `fetch` reports is `fetch failed`; the reason is behind it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {cause} = error;
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  if (cause instanceof Error) return reasonOf(cause);
  return error.message;
}
