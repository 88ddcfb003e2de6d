const paths = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4.5 4.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'm4.5 12.5 5 5 10-11',
  read: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  change: 'M4 20h4L19 9l-4-4L4 16v4Zm9-13 4 4',
  destroy: 'M12 3 22 20H2L12 3Zm0 6.5v5m0 2.6v.4',
  command: 'm4 7 5 5-5 5m8 1h8',
  query: 'M4 20V10m5.5 10V4M15 20v-7m5 7V8',
  manual: 'M4 4h16v16H4zm4 8 3 3 5-6',
  page: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6',
  section: 'M9 4 7 20m10-16-2 16M4 9h16M3.5 15h16',
  runbook: 'M5 4h13v16H7a2 2 0 0 1-2-2V4Zm0 14a2 2 0 0 1 2-2h11M9 8h5',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15L6 16Zm4 4.5h4',
  alert: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15L6 16Zm4 4.5h4',
  metric: 'M3 17l5-6 4 4 8-10',
  arrow: 'M5 12h14m-5-5 5 5-5 5',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the words beside it say the same. */
export function Icon({name, size = 16}: {readonly name: IconName; readonly size?: number}) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
