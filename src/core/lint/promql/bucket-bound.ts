/** A bucket's bound as Prometheus 3 stores it: a float in Go's shortest form; undefined for no number. */
export function boundAsStored(text: string): string | undefined {
  if (/^\+?Inf$/i.test(text)) return '+Inf';
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  const [mantissa = '', exponent = ''] = number.toExponential().split('e');
  const power = Number(exponent);
  if (number !== 0 && (power < -4 || power >= 6)) return scientific(mantissa, power);
  const plain = String(number);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** Go writes two digits of the exponent at least. */
function scientific(mantissa: string, power: number): string {
  const digits = String(Math.abs(power)).padStart(2, '0');
  return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`;
}
