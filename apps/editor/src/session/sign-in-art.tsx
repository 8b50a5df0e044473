import classes from './sign-in.module.css';

/** The pipit on a branch of a page tree. Decoration only. */
export function SignInArt() {
  return (
    <div className={classes.art} aria-hidden>
      <svg viewBox="0 0 840 900" preserveAspectRatio="xMidYMid slice" fill="none">
        <path d="M0 690C140 610 260 640 400 590s300-90 440-40v350H0Z" fill="var(--hill-1)" />
        <path d="M0 790c180-60 300-20 460-60s260-50 380-20v190H0Z" fill="var(--hill-2)" />
        <g stroke="var(--wood-2)" strokeWidth="3" strokeLinecap="round">
          <path d="M150 210V742" />
          <path d="M150 268q0 22 22 22H610" />
          <path d="M150 388q0 22 22 22H548" />
          <path d="M150 628q0 22 22 22H520" />
          <path d="M250 410v120q0 22 22 22H640" />
        </g>
        <g fill="var(--wood-1)">
          <rect x="196" y="246" width="150" height="14" rx="7" />
          <rect x="356" y="246" width="70" height="14" rx="7" />
          <rect x="196" y="366" width="96" height="14" rx="7" />
          <rect x="302" y="366" width="150" height="14" rx="7" />
          <rect x="300" y="508" width="120" height="14" rx="7" />
          <rect x="196" y="606" width="190" height="14" rx="7" />
        </g>
        <circle cx="150" cy="210" r="9" fill="var(--live)" />
        <circle cx="610" cy="290" r="9" fill="var(--live)" />
        <circle cx="520" cy="650" r="7.5" stroke="var(--sched)" strokeWidth="3" />
        <path d="M520 642.5a7.5 7.5 0 0 1 0 15Z" fill="var(--sched)" />
        <circle cx="640" cy="552" r="9" fill="var(--live)" />
        <g transform="translate(452 355) scale(6.5)" color="var(--bird)">
          <path
            fill="currentColor"
            d="M30 9.6 25.7 7.9A6.6 6.6 0 0 0 13 10.3c-.2 3.3-1.6 5.4-4.3 7.5L1.4 26.3c-.5.6.1 1.4.8 1.2l7.6-2.6c1.9 1.2 4.2 1.8 6.5 1.8 5.7 0 9.7-4.6 9.7-10.2v-4.3Z"
          />
          <circle cx="20.6" cy="8.9" r=".95" fill="var(--canvas)" />
          <path
            d="M16.5 15.3h6M14.3 18.7h7.2M13 22.1h5.4"
            stroke="var(--canvas)"
            strokeWidth="1.7"
            strokeLinecap="round"
          />
          <path d="M15.5 26.5v3.8M19.3 26v4.3" stroke="currentColor" strokeWidth="1" strokeLinecap="round" />
        </g>
      </svg>
    </div>
  );
}
