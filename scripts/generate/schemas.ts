import {configJsonSchema} from '../../src/cli/config-schema';
import {recordJsonSchema} from '../../src/cli/runs/record-schema';
import {reportJsonSchema} from '../../src/core';
import {runEventsJsonSchema} from '../../src/runner';

/** The published JSON Schemas of what people write and of what programs read. */
export function schemas() {
  return [
    {path: 'static/runbook.config.schema.json', text: toJson(configJsonSchema())},
    {path: 'static/findings.schema.json', text: toJson(reportJsonSchema())},
    {path: 'static/run-events.schema.json', text: toJson(runEventsJsonSchema())},
    {path: 'static/run-record.schema.json', text: toJson(recordJsonSchema())},
  ];
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
