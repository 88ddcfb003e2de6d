const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1,234`, in the same way on every machine. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Units of a thousand, as disks have them. */
export function formatSize(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const size = bytes / 1000 ** unit;
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.floor(size)} ${UNITS[unit] ?? ''}`;
}
