import {quotePromqlString} from './go-quote';

export type NumberReading =
  | {readonly kind: 'value'; readonly value: number}
  | {readonly kind: 'error'; readonly message: string};

const DIGITS = {
  2: /^0[bB]_?[01]+(?:_[01]+)*$/,
  8: /^0[oO]?_?[0-7]+(?:_[0-7]+)*$/,
  16: /^0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/,
} as const;
const DECIMAL = /^(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const MAX_INT64 = 2n ** 63n - 1n;

/** Reads a number as Go does: first as an integer, where a leading `0` means octal, then as a float. */
export function readNumber(text: string): NumberReading {
  const lower = text.toLowerCase();
  if (lower === 'inf') return value(Number.POSITIVE_INFINITY);
  if (lower === 'nan') return value(Number.NaN);
  const integer = readInteger(lower);
  if (integer !== undefined) return value(integer);
  if (!DECIMAL.test(text)) return failure(text, 'invalid syntax');
  const float = Number(text.replaceAll('_', ''));
  return Number.isFinite(float) ? value(float) : failure(text, 'value out of range');
}

function readInteger(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (DIGITS[16].test(text) || DIGITS[2].test(text)) return fromBigInt(plain);
  if (text === '0') return 0;
  return DIGITS[8].test(text) ? fromBigInt(`0o${plain.replace(/^0o?/, '')}`) : undefined;
}

function fromBigInt(text: string): number | undefined {
  const integer = BigInt(text);
  return integer > MAX_INT64 ? undefined : Number(integer);
}

function value(number: number): NumberReading {
  return {kind: 'value', value: number};
}

function failure(text: string, reason: string): NumberReading {
  const message = `error parsing number: strconv.ParseFloat: parsing ${quotePromqlString(text)}: ${reason}`;
  return {kind: 'error', message};
}

/** Go's shortest decimal form without an exponent. */
export function printNumber(number: number): string {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? '+Inf' : '-Inf';
  if (Object.is(number, -0)) return '-0';
  const [mantissa = '', exponent] = String(number).split('e');
  return exponent === undefined ? mantissa : shift(mantissa, Number(exponent));
}

/** Moves the decimal point of `mantissa` by `exponent` places. */
function shift(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(exponent, '0')}`;
}

/** Go's `%.<digits>f`. */
export function printFixed(number: number, digits: number): string {
  if (!Number.isFinite(number)) return printNumber(number);
  if (Math.abs(number) < 1e21) return number.toFixed(digits);
  return `${BigInt(number)}.${'0'.repeat(digits)}`;
}
