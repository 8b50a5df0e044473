interface BirdProps {
  size?: number;
  ground?: string;
  label?: string;
  className?: string;
}

/** The meadow pipit. One colour; streaks and eye take the colour of the ground it stands on. */
export function Bird({ size = 36, ground = 'var(--canvas)', label, className }: BirdProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path
        fill="currentColor"
        d="M30 9.6 25.7 7.9A6.6 6.6 0 0 0 13 10.3c-.2 3.3-1.6 5.4-4.3 7.5L1.4 26.3c-.5.6.1 1.4.8 1.2l7.6-2.6c1.9 1.2 4.2 1.8 6.5 1.8 5.7 0 9.7-4.6 9.7-10.2v-4.3Z"
      />
      <circle cx="20.6" cy="8.9" r="1.35" fill={ground} />
      <path d="M16.5 15.3h6M14.3 18.7h7.2M13 22.1h5.4" stroke={ground} strokeWidth="1.7" strokeLinecap="round" />
      {size >= 24 && (
        <path d="M15.5 26.5v3.8M19.3 26v4.3" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      )}
    </svg>
  );
}
