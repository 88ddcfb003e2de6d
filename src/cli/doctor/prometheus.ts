import * as z from 'zod';
import {parsePrometheusUrl, prometheusQuery} from '../../runner';
import type {PrometheusAddress} from '../../runner';
import {fail, ok, warn} from './check';
import type {Check} from './check';
import {PATIENCE_MS} from './probe';
import {againstTarget} from './version';

const buildInfo = z.object({data: z.object({version: z.string()})});

/** Whether the server that the queries go to is named, and answers. */
export async function checkPrometheus(
  url: string | undefined,
  {target}: {readonly target: string | undefined},
): Promise<Check> {
  if (url === undefined) {
    return warn(
      'prometheus',
      'no server is named, and the query steps need one',
      'Set PROMETHEUS_URL, or give `--prometheus URL`.',
    );
  }
  const address = parsePrometheusUrl(url);
  if (address === undefined) {
    return fail(
      'prometheus',
      'its address is no HTTP address',
      'Give the address of the server, such as `http://localhost:9090`.',
    );
  }
  const [problem, version] = await Promise.all([problemOf(address), versionOf(address)]);
  if (problem !== undefined) {
    return fail('prometheus', problem, 'Is the address right? A port-forward may have ended.');
  }
  if (version === undefined) return ok('prometheus', `answers at ${address.url}`);
  const found = `${version} at ${address.url}`;
  return againstTarget('prometheus', {found, target, of: 'Prometheus'});
}

/** Undefined where the server answers a query as it should. */
async function problemOf(address: PrometheusAddress): Promise<string | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await prometheusQuery(address)('vector(1)', signal);
    return response.kind === 'error' ? response.error.message.replace(/\.$/, '') : undefined;
  } catch (error) {
    if (!signal.aborted) throw error;
    return `no answer from ${address.url} in ${PATIENCE_MS / 1000} s`;
  }
}

/** Servers that only speak the query API do not say it. */
async function versionOf({url, authorization}: PrometheusAddress): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/api/v1/status/buildinfo`, {
      headers: authorization === null ? {} : {authorization},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return buildInfo.safeParse(await response.json()).data?.data.version;
  } catch {
    return undefined;
  }
}
