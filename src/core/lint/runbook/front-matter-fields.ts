import type {FrontMatter} from '../../document';

/** The top-level keys of front matter with their texts; what is no text is left out. */
export function textFields(
  frontMatter: FrontMatter | undefined,
): readonly {readonly key: string; readonly value: string}[] {
  const data = frontMatter?.data;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'string' ? [{key, value}] : [],
  );
}

/** `reviewBy`, `review-by` and `review_by` are one key. */
export function plainKey(key: string): string {
  return key.replace(/[-_\s]/g, '').toLowerCase();
}
