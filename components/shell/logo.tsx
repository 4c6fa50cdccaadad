/** A short line with two stops: where one gets on, and the goal. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="none" aria-hidden className="shrink-0">
      <path
        d="M7.6 19.4C10.4 19.4 11.8 17.6 13 14.2C14.4 10.2 15.2 7.4 19 7.2"
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="4.9" cy="19.4" r="2.7" stroke="var(--accent)" strokeWidth="2.25" />
      <circle cx="21.2" cy="7" r="3.3" fill="var(--node-goal)" />
    </svg>
  );
}
