import type {FlagType} from './grammar';

const BOOL = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const INT = /^[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][\d_]*)$/;
const DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** What a flag of that type wants instead, in words, or undefined when the value will do. */
export function checkValue(type: FlagType, value: string): string | undefined {
  switch (type) {
    case 'bool':
      return BOOL.test(value) ? undefined : '`true` or `false`';
    case 'int':
      return INT.test(value) ? undefined : 'a whole number';
    case 'duration':
      return DURATION.test(value) ? undefined : 'a duration such as `30s`, `10m` or `24h`';
    case 'string':
    case 'list':
      return undefined;
  }
}
